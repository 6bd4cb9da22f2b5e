/** A library that is damaged, gone, of a later version, locked or not ours: told apart, and nothing thrown away. */

import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { createEngine, type Engine } from '../../../src/main/engine.ts'
import { listBackups, makeBackup } from '../../../src/main/store/backups.ts'
import { isGarbageLog } from '../../../src/main/store/damage.ts'
import { openLibrary } from '../../../src/main/store/library.ts'
import { migrations } from '../../../src/main/store/migrations/index.ts'
import { lifecycleBench } from '../../support/engine/library.ts'
import { type Bench, withEngine, withFolder } from '../../support/engine/with-engine.ts'
import { fakeWorkerFile } from '../../support/engine/worker-files.ts'

const cli = path.resolve(import.meta.dirname, '../../../src/cli/index.ts')

const libraryOf = (dataDir: string): string => path.join(dataDir, 'library.sqlite')

/** Files of the data folder that belong to a library kept aside. */
const aside = (dataDir: string): string[] =>
  readdirSync(dataDir)
    .filter((name) => name.includes('.damaged-'))
    .toSorted()

async function tell(bench: Bench, name: string): Promise<string> {
  const { job } = await bench.engine.jobs.createFromPath(await bench.script(name, {}))
  expect((await bench.engine.jobs.whenOver(job.id)).status).toBe('completed')
  return job.id
}

/** Writes over the pages of the file from `share` of it on. */
function flipBytes(file: string, share: number, pages: number): void {
  const handle = openSync(file, 'r+')
  const start = Math.floor((statSync(file).size * share) / 4_096) * 4_096
  for (let page = 0; page < pages; page += 1)
    writeSync(handle, Buffer.alloc(4_096, 0xa5), 0, 4_096, start + page * 4_096)
  closeSync(handle)
}

async function storyTitles(engine: Engine): Promise<string[]> {
  const { stories } = await engine.handlers['stories/list']({ search: '', limit: 50, offset: 0 })
  return stories.map((story) => story.title).toSorted()
}

/** One story before the daily copy, one after it; the engine closed. */
async function toldAroundACopy(bench: Bench): Promise<{ lostJobId: string }> {
  await tell(bench, 'before.csv')
  const library = openLibrary(libraryOf(bench.dataDir))
  const backups = path.join(bench.dataDir, 'backups')
  // The engine's own copy after the first story: a copy begins by removing what an unfinished one has left.
  await vi.waitFor(() => expect(listBackups(backups)).toHaveLength(1), { timeout: 60_000 })
  const { file } = await makeBackup(library, backups, Date.now())
  const copy = readFileSync(file)
  library.close()
  const lostJobId = await tell(bench, 'after.csv')
  await bench.engine.close()
  // As if the process had died before the copy that follows a story.
  for (const made of listBackups(backups)) rmSync(made.file)
  writeFileSync(file, copy)
  return { lostJobId }
}

describe('a damaged library', () => {
  it.each([
    ['its first page is garbage', (file: string) => flipBytes(file, 0, 1)],
    ['a page in its middle is flipped', (file: string) => flipBytes(file, 0.4, 6)],
    ['its second half is cut off', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)],
    ['it is empty', (file: string) => truncateSync(file, 0)],
  ])('%s: it is kept aside, its last copy takes its place, and what is gone is named', (_what, damage) =>
    withEngine(async (bench) => {
      const { lostJobId } = await toldAroundACopy(bench)
      damage(libraryOf(bench.dataDir))
      const damaged = readFileSync(libraryOf(bench.dataDir))
      const after = await bench.restart()
      const [notice, ...others] = after.engine.notices
      expect(others).toEqual([])
      expect(notice).toMatchObject({ kind: 'library_restored', restoredFrom: expect.any(String) })
      expect(notice?.lost?.jobs).toBeGreaterThanOrEqual(1)
      expect(await storyTitles(after.engine)).toEqual(['Story of before.csv'])
      expect((await after.engine.info()).notices).toEqual([notice])
      const kept = path.join(bench.dataDir, notice?.keptAs ?? 'none')
      expect(readFileSync(kept).equals(damaged)).toBe(true)
      expect(readdirSync(`${kept}.jobs`)).toEqual([lostJobId])
      await tell(after, 'next.csv')
      await after.engine.handlers['library/dismiss-notice']({ id: notice?.id ?? '' })
      const again = await after.restart()
      expect(again.engine.notices).toEqual([])
      expect((await again.engine.info()).notices).toEqual([])
      expect(await storyTitles(again.engine)).toEqual(['Story of before.csv', 'Story of next.csv'])
    }),
  )

  it('names the stories that are gone where the damaged file still gives them up', () =>
    withEngine(async (bench) => {
      await toldAroundACopy(bench)
      const library = new Database(libraryOf(bench.dataDir))
      const root = library.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'job_events_by_time'`).get() as {
        rootpage: number
      }
      library.close()
      const handle = openSync(libraryOf(bench.dataDir), 'r+')
      writeSync(handle, Buffer.alloc(4_096, 0xa5), 0, 4_096, (root.rootpage - 1) * 4_096)
      closeSync(handle)
      const after = await bench.restart()
      expect(after.engine.notices[0]?.lost).toEqual({
        jobs: 1,
        stories: 1,
        documents: 0,
        names: ['Story of after.csv', 'after.csv'],
        complete: true,
      })
    }))

  it('without a copy: an empty one is begun, and the damaged one is kept', () =>
    withEngine(async (bench) => {
      await tell(bench, 'only.csv')
      await bench.engine.close()
      for (const { file } of listBackups(path.join(bench.dataDir, 'backups'))) rmSync(file)
      flipBytes(libraryOf(bench.dataDir), 0, 1)
      const after = await bench.restart()
      expect(after.engine.notices).toMatchObject([
        { kind: 'library_begun_anew', restoredFrom: null, lost: { jobs: 1 } },
      ])
      expect(aside(bench.dataDir).length).toBeGreaterThan(0)
      expect(await storyTitles(after.engine)).toEqual([])
      await tell(after, 'next.csv')
    }))

  it('is told of by the command line on standard error', () =>
    withEngine(async (bench) => {
      await toldAroundACopy(bench)
      flipBytes(libraryOf(bench.dataDir), 0, 1)
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [cli, 'stories', 'list', '--data-dir', bench.dataDir, '--format', 'json'],
        { encoding: 'utf8' },
      )
      expect(status).toBe(0)
      expect(JSON.parse(stdout)).toMatchObject({ stories: [{ title: 'Story of before.csv' }] })
      expect(stderr).toContain('The library was damaged.')
      expect(stderr).toMatch(/is kept as library\.sqlite\.damaged-\d+T\d+Z/)
    }))

  it('passes over a copy that is damaged as well, for the one before it', () =>
    withEngine(async (bench) => {
      await toldAroundACopy(bench)
      const backups = path.join(bench.dataDir, 'backups')
      const bad = path.join(backups, 'library-20990101T000000Z.sqlite')
      writeFileSync(bad, 'no database at all'.repeat(500))
      flipBytes(libraryOf(bench.dataDir), 0, 1)
      const after = await bench.restart()
      expect(await storyTitles(after.engine)).toEqual(['Story of before.csv'])
      expect(existsSync(bad)).toBe(true)
    }))

  it('that was being kept aside when the process died: the next start goes on with it', () =>
    withEngine(async (bench) => {
      await toldAroundACopy(bench)
      const file = libraryOf(bench.dataDir)
      writeFileSync(`${file}.damaged-20260101T000000Z`, readFileSync(file))
      rmSync(file)
      writeFileSync(`${file}-wal`, 'its log')
      const after = await bench.restart()
      expect(after.engine.notices).toMatchObject([
        { kind: 'library_restored', keptAs: 'library.sqlite.damaged-20260101T000000Z' },
      ])
      expect(readFileSync(`${file}.damaged-20260101T000000Z-wal`, 'utf8')).toBe('its log')
      expect(await storyTitles(after.engine)).toEqual(['Story of before.csv'])
    }))

  it('that is gone altogether: its last copy takes its place', () =>
    withEngine(async (bench) => {
      const { lostJobId } = await toldAroundACopy(bench)
      rmSync(libraryOf(bench.dataDir))
      const after = await bench.restart()
      expect(after.engine.notices).toMatchObject([
        { kind: 'library_restored', keptAs: null, lost: { jobs: 1, complete: false } },
      ])
      expect(readdirSync(path.join(bench.dataDir, 'library.sqlite.gone.jobs'))).toEqual([lostJobId])
    }))
})

describe('the library’s log', () => {
  /** A library whose last changes are only in its log, as a killed process leaves it. */
  function withLog(folder: string): string {
    const file = path.join(folder, 'live.sqlite')
    const bench = lifecycleBench({ file })
    for (let number = 0; number < 40; number += 1) bench.create(`file-${number}`)
    for (const end of ['', '-wal'])
      writeFileSync(path.join(folder, `library.sqlite${end}`), readFileSync(`${file}${end}`))
    bench.library.close()
    return path.join(folder, 'library.sqlite')
  }
  const options = (dataDir: string) => ({ dataDir, workerFile: fakeWorkerFile, samplesDir: null, version: '0.0.0' })

  it('cut off anywhere: opens sound, with a beginning of what was done and nothing half of it', () =>
    withFolder(async (folder) => {
      const file = withLog(folder)
      const log = readFileSync(`${file}-wal`)
      let most = 0
      for (const share of [0.1, 0.35, 0.6, 0.85, 1]) {
        for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
        rmSync(file)
        withLogOf(folder, file, log.subarray(0, Math.floor(log.length * share)))
        const engine = createEngine(options(folder))
        const { total } = await engine.handlers['jobs/list']({ statuses: [], limit: 1, offset: 0 })
        expect(total).toBeGreaterThanOrEqual(most)
        most = total
        await engine.close()
        const library = openLibrary(file)
        expect(library.integrityProblems()).toEqual([])
        expect(library.statement('SELECT count(*) AS events FROM job_events').get()).toEqual({ events: total })
        library.close()
      }
      expect(most).toBe(40)
    }))

  function withLogOf(folder: string, file: string, log: Uint8Array): void {
    writeFileSync(file, readFileSync(path.join(folder, 'live.sqlite')).subarray(0, 0))
    const made = openLibrary(file)
    made.close()
    writeFileSync(`${file}-wal`, log)
  }

  it('of garbage: kept aside, said, and the rest is used', () =>
    withFolder(async (folder) => {
      const file = withLog(folder)
      openLibrary(file).close()
      writeFileSync(`${file}-wal`, Buffer.alloc(8_192, 0x5a))
      expect(isGarbageLog(`${file}-wal`)).toBe(true)
      const engine = createEngine(options(folder))
      expect(engine.notices).toMatchObject([
        { kind: 'changes_unreadable', keptAs: expect.stringContaining('-wal.damaged-') },
      ])
      expect((await engine.handlers['jobs/list']({ statuses: [], limit: 1, offset: 0 })).total).toBe(40)
      await engine.close()
      expect(readFileSync(path.join(folder, aside(folder)[0] ?? '')).equals(Buffer.alloc(8_192, 0x5a))).toBe(true)
    }))

  it('as SQLite writes it is never taken for garbage', () =>
    withFolder(async (folder) => {
      expect(isGarbageLog(`${withLog(folder)}-wal`)).toBe(false)
    }))
})

describe('a library that is sound and not for us', () => {
  const later = { version: 99, description: 'Later.', sql: 'CREATE TABLE later (a TEXT) STRICT;' }

  it('of a later version: refused, with not a byte changed, even where its log is not yet in it', () =>
    withFolder(async (folder) => {
      const live = path.join(folder, 'live.sqlite')
      const file = libraryOf(folder)
      const library = openLibrary(live, { migrations: [...migrations, later] })
      for (const end of ['', '-wal']) writeFileSync(`${file}${end}`, readFileSync(`${live}${end}`))
      library.close()
      const before = ['', '-wal'].map((end) => readFileSync(`${file}${end}`))
      const open = () => createEngine({ dataDir: folder, workerFile: 'none', samplesDir: null, version: '0.0.0' })
      expect(open).toThrow(expect.objectContaining({ reason: 'library_newer' }))
      expect(
        ['', '-wal'].map((end, index) => readFileSync(`${file}${end}`).equals(before[index] ?? Buffer.of())),
      ).toEqual([true, true])
      expect(aside(folder)).toEqual([])
    }))

  it(
    'locked by another program: says that it is busy, then and while in use, and goes on when it is free',
    { timeout: 60_000 },
    () =>
      withEngine(async (bench) => {
        const other = new Database(libraryOf(bench.dataDir))
        other.exec('BEGIN EXCLUSIVE')
        const file = await bench.script('a.csv', {})
        await expect(bench.engine.jobs.createFromPath(file)).rejects.toEqual(
          expect.objectContaining({ reason: 'library_busy' }),
        )
        other.exec('ROLLBACK')
        const { job } = await bench.engine.jobs.createFromPath(file)
        expect((await bench.engine.jobs.whenOver(job.id)).status).toBe('completed')
        await bench.engine.close()
        other.pragma('locking_mode = EXCLUSIVE')
        other.exec('BEGIN EXCLUSIVE')
        await expect(bench.restart()).rejects.toEqual(expect.objectContaining({ reason: 'library_busy' }))
        other.close()
        expect(aside(bench.dataDir)).toEqual([])
        expect(await storyTitles((await bench.restart()).engine)).toEqual(['Story of a.csv'])
      }),
  )
})

describe('the daily copy', () => {
  it('is checked, and only then are copies of days beyond the seventh dropped, never the one just made', () =>
    withFolder(async (folder) => {
      const { library, create } = lifecycleBench({ file: path.join(folder, 'library.sqlite') })
      create('a.csv')
      const day = 86_400_000
      const start = Date.UTC(2026, 0, 1)
      for (let number = 0; number < 9; number += 1) await makeBackup(library, folder, start + number * day)
      const kept = listBackups(folder)
      expect(kept.map(({ at }) => (at - start) / day)).toEqual([8, 7, 6, 5, 4, 3, 2])
      await makeBackup(library, folder, start - day)
      expect(listBackups(folder).map(({ at }) => (at - start) / day)).toEqual([8, 7, 6, 5, 4, 3, -1])
      for (const second of [10, 20, 30]) await makeBackup(library, folder, start + 9 * day + second * 1000)
      // Of a day the last one and the one before it, should the last be damaged.
      expect(listBackups(folder).map(({ at }) => Math.round(((at - start) / day) * 1e5) / 1e5)).toEqual([
        9.00035, 9.00023, 8, 7, 6, 5, 4, 3,
      ])
      const copy = openLibrary(listBackups(folder)[0]?.file ?? '')
      expect(copy.integrityProblems()).toEqual([])
      expect(copy.statement('SELECT count(*) AS jobs FROM jobs').get()).toEqual({ jobs: 1 })
      copy.close()
      library.close()
    }))

  it('of a damaged library does not count: the earlier ones stay, and the person is told', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'library.sqlite')
      const { library, create } = lifecycleBench({ file })
      for (let number = 0; number < 400; number += 1) create(`file-${number}`)
      const good = await makeBackup(library, folder, Date.UTC(2026, 0, 1))
      library.statement('PRAGMA wal_checkpoint(TRUNCATE)').get()
      flipBytes(file, 0.5, 4)
      const second = openLibrary(file)
      await expect(makeBackup(second, folder, Date.UTC(2026, 0, 2))).rejects.toEqual(
        expect.objectContaining({ reason: 'library_damaged' }),
      )
      expect(listBackups(folder)).toEqual([good])
      expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
      second.close()
      library.close()
    }))

  it('is made at a start, and once more when the clock went back behind it', () =>
    withEngine(async (bench) => {
      await tell(bench, 'a.csv')
      const backups = path.join(bench.dataDir, 'backups')
      const copies = (count: number) =>
        vi.waitFor(() => expect(listBackups(backups)).toHaveLength(count), { timeout: 60_000 })
      const now = Date.UTC(2030, 5, 2)
      const second = await bench.restart({ clock: () => now })
      // The one made after the story, and that of the day.
      await copies(2)
      await (await second.restart({ clock: () => now - 30 * 86_400_000 })).engine.info()
      await copies(3)
    }))
})
