/** Watched places, with the real engine and real files: what is half written, gone, linked from outside, come back. */
import { appendFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createEngine, type Engine, withWatchBeside } from '../../../src/main/engine.ts'
import type { EngineEvent } from '../../../src/shared/contract/events.ts'
import { realWorkerFile } from '../../support/engine/worker-files.ts'
import { ordersCsv, ordersOf } from '../../support/shop-months.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const timing = { watchIntervalMs: 40, watchRestMs: 400 }

interface Watched {
  readonly engine: Engine
  readonly events: EngineEvent[]
  readonly dataDir: string
  /** Watched, and outside of it. */
  readonly inside: string
  readonly outside: string
}

async function withWatched(work: (watched: Watched) => Promise<void>): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const [inside, outside, dataDir] = ['inside', 'outside', 'data'].map((name) => path.join(folder, name))
    if (inside === undefined || outside === undefined || dataDir === undefined) throw new Error('no folders')
    await mkdir(inside)
    await mkdir(outside)
    const workerFile = await realWorkerFile()
    const engine = createEngine({ dataDir, workerFile, samplesDir: null, version: '0.0.0', ...timing })
    const events: EngineEvent[] = []
    engine.subscribe((event) => events.push(event))
    try {
      await engine.start()
      await work({ engine, events, dataDir, inside, outside })
    } finally {
      await engine.close()
    }
  })
}

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let waited = 0; waited < 90_000; waited += 50) {
    if (await condition()) return
    await sleep(50)
  }
  throw new Error(`Waited in vain: ${what}`)
}

const january = ordersCsv(ordersOf(1, 60))
const february = ordersCsv(ordersOf(2, 70, { factor: 2 }))

const told = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.name === 'watch/told' ? [event.payload] : []))
const jobsOf = async (engine: Engine) =>
  (await engine.handlers['jobs/list']({ statuses: [], limit: 100, offset: 0 })).jobs.map(({ source }) => source.name)
const stateOf = (engine: Engine): string | undefined => engine.watches.list()[0]?.state

it('tells a new file of a watched folder once it is whole, compares it and says the one sentence', () =>
  withWatched(async ({ engine, events, inside, outside }) => {
    await writeFile(path.join(inside, 'shop-00.csv'), ordersCsv(ordersOf(12, 30)))
    await engine.watches.add(inside)
    await until(() => stateOf(engine) === 'watched', 'the folder to be looked at')

    await writeFile(path.join(inside, 'shop-01.csv'), january)
    await until(() => told(events).length === 1, 'January to be told')
    expect(told(events)[0]).toMatchObject({ sourceName: 'shop-01.csv', beforeId: null, sentence: null })

    // Half of it is there, and grows: it is told once, whole. What a program writes beside it is not looked at.
    await writeFile(path.join(inside, '~$shop-02.csv'), 'lock')
    await writeFile(path.join(inside, 'notes.pdf'), 'no table')
    await writeFile(path.join(outside, 'private.csv'), february)
    await symlink(path.join(outside, 'private.csv'), path.join(inside, 'linked.csv'))
    const half = Math.floor(february.length / 3)
    await writeFile(path.join(inside, 'shop-02.csv'), february.slice(0, half))
    await sleep(150)
    await appendFile(path.join(inside, 'shop-02.csv'), february.slice(half, 2 * half))
    await sleep(150)
    await appendFile(path.join(inside, 'shop-02.csv'), february.slice(2 * half))
    await until(() => told(events).length === 2, 'February to be told')
    const [first, second] = told(events)
    expect(second).toMatchObject({ sourceName: 'shop-02.csv', beforeId: first?.storyId })
    expect(second?.sentence).toMatch(/^Total units rose by /)
    expect(await jobsOf(engine)).toEqual(['shop-02.csv', 'shop-01.csv'])
    const { story } = await engine.handlers['stories/get']({ id: second?.storyId ?? '' })
    expect(story.tables[0]?.rows).toBe(70)
    expect(engine.watches.list()[0]).toMatchObject({ name: 'inside', last: { sourceName: 'shop-02.csv' } })

    // The same content again is no news.
    await writeFile(path.join(inside, 'copy.csv'), february)
    await sleep(1_200)
    expect(await jobsOf(engine)).toHaveLength(2)
  }))

it('says that a place has gone, and goes on when it is back; and is removed for good', () =>
  withWatched(async ({ engine, events, inside, outside }) => {
    const watch = await engine.watches.add(inside)
    expect(await engine.watches.add(inside)).toMatchObject({ id: watch.id })
    await until(() => stateOf(engine) === 'watched', 'the folder to be looked at')
    await rename(inside, path.join(outside, 'moved'))
    await until(() => stateOf(engine) === 'missing', 'the folder to be missed')
    await rename(path.join(outside, 'moved'), inside)
    await until(() => stateOf(engine) === 'watched', 'the folder to be found again')
    await writeFile(path.join(inside, 'shop-01.csv'), january)
    await until(() => told(events).length === 1, 'January to be told')

    await engine.handlers['watches/remove']({ id: watch.id })
    expect(engine.watches.list()).toEqual([])
    await writeFile(path.join(inside, 'shop-02.csv'), february)
    await sleep(1_000)
    expect(await jobsOf(engine)).toEqual(['shop-01.csv'])
    await expect(engine.watches.add(path.join(inside, 'nothing'))).rejects.toMatchObject({ reason: 'file_missing' })
    await expect(engine.handlers['watches/remove']({ id: watch.id })).rejects.toMatchObject({
      reason: 'no_such_source',
    })
  }))

it('tells a watched file at once and each time it was replaced, also where another process asked for it', () =>
  withWatched(async ({ engine, events, inside, dataDir }) => {
    const file = path.join(inside, 'shop.csv')
    await writeFile(file, january)
    await withWatchBeside(dataDir, (watches) => watches.add(file))
    await until(() => told(events).length === 1, 'the file to be told')
    await rm(file)
    await until(() => stateOf(engine) === 'missing', 'the file to be missed')
    await writeFile(file, february)
    await until(() => told(events).length === 2, 'its new version to be told')
    expect(told(events)[1]).toMatchObject({ beforeId: told(events)[0]?.storyId })

    // Taken away by the other process, too: windows hear of it.
    await withWatchBeside(dataDir, async (watches) => watches.remove(file))
    const isTold = () => events.some((event) => event.name === 'watches/changed' && event.payload.watches.length === 0)
    await until(isTold, 'the watch to be gone')
  }))
