/** Watched places over a library in memory, real files, and jobs that are made and ended by the test. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { WatchService, type WatchServices } from '../../../../../src/main/engine/watch/watch-service.ts'
import { silentLogger } from '../../../../../src/main/jobs/logger.ts'
import { toJob } from '../../../../../src/main/jobs/view.ts'
import { selectJob } from '../../../../../src/main/store/jobs.ts'
import { type Library, openLibrary } from '../../../../../src/main/store/library.ts'
import { selectUnannounced, writeWatchedFile } from '../../../../../src/main/store/watches.ts'
import { CancelledError, StoryglassError } from '../../../../../src/shared/failure/failure.ts'
import { emptyStory } from '../../../../support/engine/library.ts'
import { storeStory } from '../../../../support/engine/stored-story.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

interface Bench {
  readonly library: Library
  readonly watches: WatchService
  readonly place: string
  /** Names of the files that were to be told, in order. */
  readonly opened: string[]
  /** By which files rest. */
  readonly clock: { now: number }
  /** Milliseconds since 1970, as the system has it. */
  readonly wall: { now: number }
  write(...names: string[]): Promise<void>
  /** Looks, and again once what was seen has rested. */
  lookTwice(): Promise<void>
}

const restMs = 1_000

async function withWatches(
  given: (library: Library) => Partial<WatchServices>,
  work: (bench: Bench) => Promise<void>,
): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const library = openLibrary(':memory:')
    const clock = { now: 5_000 }
    const wall = { now: 1_700_000_000_000 }
    const opened: string[] = []
    const place = path.join(folder, 'watched')
    await mkdir(place)
    const watches = new WatchService({
      library,
      comparisons: { compared: async () => ({ compared: null }) },
      jobs: {
        createUnlessTold: async (file) => {
          opened.push(path.basename(file))
          return null
        },
        whenOver: () => new Promise(() => undefined),
      },
      emit: () => undefined,
      newId: () => 'watch',
      clock: () => wall.now,
      uptime: () => clock.now,
      logger: silentLogger,
      // Looked at by the test alone.
      intervalMs: 1_000_000,
      restMs,
      ...given(library),
    })
    try {
      await work({
        ...{ library, watches, place, opened, clock, wall },
        write: async (...names) => {
          for (const name of names) await writeFile(path.join(place, name), `a\n${name}\n`)
        },
        lookTwice: async () => {
          await watches.look()
          clock.now += restMs
          await watches.look()
        },
      })
    } finally {
      await watches.end()
      library.close()
    }
  })
}

it('lets a file that cannot be opened rest again, behind the others', async () => {
  const names = Array.from({ length: 45 }, (_, at) => `locked-${at}.csv`)
  const asked: string[] = []
  const jobs: WatchServices['jobs'] = {
    createUnlessTold: async (file) => {
      asked.push(path.basename(file))
      if (!file.endsWith('z.csv')) throw new StoryglassError('file_unreadable', file)
      return null
    },
    whenOver: () => new Promise(() => undefined),
  }
  await withWatches(
    () => ({ jobs }),
    async ({ watches, place, clock, write, lookTwice }) => {
      await watches.add(place)
      await watches.look()
      await write(...names)
      await lookTwice()
      await watches.look()
      await write('z.csv')
      expect(new Set(asked).size).toBe(40)
      expect(asked).toHaveLength(40)
      // Nobody has rested again since: only those not asked for yet are.
      await watches.look()
      expect(new Set(asked).size).toBe(45)
      expect(asked).toHaveLength(45)
      for (let looks = 0; looks < 4; looks++) {
        clock.now += restMs
        await watches.look()
      }
      expect(asked.filter((name) => name === 'z.csv')).toHaveLength(1)
    },
  )
})

it('announces at the next start what was being compared when the engine closed', async () => {
  let cancel: (error: Error) => void = () => undefined
  let isCompared = false
  const comparisons: WatchServices['comparisons'] = {
    compared: () => {
      isCompared = true
      return new Promise((_, reject) => {
        cancel = reject
      })
    },
  }
  const jobsOf = (library: Library): WatchServices['jobs'] => ({
    createUnlessTold: async () => null,
    whenOver: async (id) => {
      const row = selectJob(library, id)
      if (row === null) throw new Error(`no job ${id}`)
      return toJob(row, [], null)
    },
  })
  const given = (library: Library) => ({ comparisons, jobs: jobsOf(library) })
  await withWatches(given, async ({ library, watches, place }) => {
    storeStory(library, emptyStory('told'), 1)
    await watches.add(place)
    writeWatchedFile(library, { watch_id: 'watch', name: 'a.csv', bytes: 1, modified_at: 1, job_id: 'job-told' })
    watches.begin()
    await vi.waitFor(() => expect(isCompared).toBe(true))
    await watches.end()
    cancel(new CancelledError())
    await new Promise(setImmediate)
    expect(selectUnannounced(library).map(({ job_id: id }) => id)).toEqual(['job-told'])
    expect(watches.list()[0]?.last).toBeNull()
  })
})

it('knows what lay in a folder that could not be looked at first, and says that it could not', () =>
  withWatches(
    () => ({}),
    async ({ watches, place, opened, write, lookTwice }) => {
      await write('old-1.csv', 'old-2.csv')
      await watches.add(place)
      await rename(place, `${place}-away`)
      await watches.look()
      expect(watches.list()[0]?.state).toBe('missing')
      await rename(`${place}-away`, place)
      await lookTwice()
      expect(watches.list()[0]).toMatchObject({ state: 'watched', since: expect.any(String) })
      expect(opened).toEqual([])
      await write('new.csv')
      await lookTwice()
      expect(opened).toEqual(['new.csv'])
    },
  ))

it('knows all that lay in a folder or nothing of it, so that what broke in between makes no news', () =>
  withWatches(
    () => ({}),
    async ({ library, watches, place, opened, write, lookTwice }) => {
      await write('old-1.csv', 'old-2.csv', 'old-3.csv')
      library
        .statement(`
        CREATE TRIGGER full BEFORE INSERT ON watched_files WHEN NEW.name = 'old-2.csv'
        BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`)
        .run()
      await watches.add(place)
      await watches.look()
      library.statement('DROP TRIGGER full').run()
      await lookTwice()
      expect(watches.list()[0]?.state).toBe('watched')
      expect(opened).toEqual([])
    },
  ))

it('goes on looking after the library could not be read', () =>
  withWatches(
    () => ({}),
    async ({ library, watches, place, opened, write, lookTwice }) => {
      await watches.add(place)
      await watches.look()
      await write('new.csv')
      const read = vi.spyOn(library, 'statement').mockImplementation(() => {
        throw new Error('disk I/O error')
      })
      try {
        await expect(watches.look()).resolves.toBeUndefined()
      } finally {
        read.mockRestore()
      }
      await lookTwice()
      expect(opened).toEqual(['new.csv'])
    },
  ))

it.each([
  ['back', -86_400_000],
  ['forward', 86_400_000],
])('lets a file rest as long as ever when the system’s clock goes %s by a day', (_, jumpMs) =>
  withWatches(
    () => ({}),
    async ({ watches, place, opened, clock, wall, write }) => {
      await watches.add(place)
      await watches.look()
      await write('new.csv')
      await watches.look()
      wall.now += jumpMs
      clock.now += restMs - 1
      await watches.look()
      expect(opened).toEqual([])
      clock.now += 1
      await watches.look()
      expect(opened).toEqual(['new.csv'])
    },
  ),
)
