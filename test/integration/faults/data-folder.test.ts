/** The data folder: whose it is to read, what is swept from it, and what stands in the place of its files. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { makeScratchFolder, sweepScratchFolders } from '../../../src/disk/scratch.ts'
import { createEngine } from '../../../src/main/engine.ts'
import { listBackups } from '../../../src/main/store/backups.ts'
import { openLibrary } from '../../../src/main/store/library.ts'
import { StoryglassError } from '../../../src/shared/failure/failure.ts'
import { type Bench, withEngine, withFolder } from '../../support/engine/with-engine.ts'
import { detailOf } from '../../support/refusal.ts'

const isWindows = process.platform === 'win32'
const open = (dataDir: string) => createEngine({ dataDir, workerFile: 'none', samplesDir: null, version: '0.0.0' })

function refusalOf(dataDir: string): string {
  try {
    open(dataDir)
    return 'opened'
  } catch (error) {
    if (!(error instanceof StoryglassError)) throw error
    return `${error.reason}: ${detailOf(error)}`
  }
}

/** Files others could read: neither they themselves nor a folder on the way to them (from `folder` on) keep others out. */
function readableByOthers(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const entryPath = path.join(folder, entry.name)
    if ((statSync(entryPath).mode & 0o077) === 0) return []
    return entry.isDirectory() ? readableByOthers(entryPath) : [entryPath]
  })
}

async function tell(bench: Bench, name: string): Promise<void> {
  const { job } = await bench.engine.jobs.createFromPath(await bench.script(name, {}))
  expect((await bench.engine.jobs.whenOver(job.id)).status).toBe('completed')
}

async function* bytes(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('a,b\n1,2\n')
}

describe.skipIf(isWindows)('files of the data folder', () => {
  it('are for their owner alone, whatever the umask, the mode of the folder, and what an earlier version left', () =>
    withFolder(async (folder) => {
      const before = process.umask(0)
      try {
        const dataDir = path.join(folder, 'data')
        mkdirSync(dataDir, { mode: 0o777 })
        for (const name of ['jobs', 'uploads', 'sources', 'backups', 'logs']) {
          mkdirSync(path.join(dataDir, name), { mode: 0o777 })
        }
        writeFileSync(path.join(dataDir, 'owner.lock'), '', { mode: 0o666 })
        writeFileSync(path.join(dataDir, 'library.sqlite'), '', { mode: 0o666 })
        writeFileSync(path.join(dataDir, 'library.sqlite.damaged-20260101T000000Z'), 'x', { mode: 0o666 })
        chmodSync(dataDir, 0o777)
        const engine = open(dataDir)
        await engine.start()
        await engine.jobs.createFromUpload('a.csv', bytes())
        await engine.adoptStream('b.csv', bytes())
        expect(existsSync(path.join(dataDir, 'library.sqlite-wal'))).toBe(true)
        expect(readableByOthers(dataDir)).toEqual([])
        await engine.close()
        expect(readableByOthers(dataDir)).toEqual([])
        expect(statSync(dataDir).mode & 0o777).toBe(0o777)
      } finally {
        process.umask(before)
      }
    }))

  it('are not made for a library in memory', () => {
    const stray = path.resolve(':memory:')
    rmSync(stray, { force: true })
    openLibrary(':memory:').close()
    expect(existsSync(stray)).toBe(false)
  })

  it('are in copies of the library no more to be read than in itself', () =>
    withEngine(async (bench) => {
      const before = process.umask(0)
      try {
        await tell(bench, 'a.csv')
        const backups = path.join(bench.dataDir, 'backups')
        await vi.waitFor(() => expect(listBackups(backups)).toHaveLength(1), { timeout: 30_000 })
        for (const name of readdirSync(backups)) expect(statSync(path.join(backups, name)).mode & 0o777).toBe(0o600)
      } finally {
        process.umask(before)
      }
    }))
})

describe('what a process that died left over', () => {
  it('is swept at the next start: unfinished copies, and scratch folders of no process', () =>
    withFolder(async (folder) => {
      const dataDir = path.join(folder, 'data')
      await open(dataDir).close()
      const left = [
        'backups/library-20260101T000000Z.sqlite.part',
        'backups/library-20260101T000000Z.sqlite.part-journal',
        'library.sqlite.restoring',
        '.00000000-0000-4000-8000-000000000000.tmp',
      ].map((name) => path.join(dataDir, name))
      for (const file of left) writeFileSync(file, 'half')
      const ended = spawnSync(process.execPath, ['-e', ''])
      const mine = await makeScratchFolder()
      const dead = mkdtempSync(mine.path.replace(new RegExp(`-${process.pid}-[^-]*$`), `-${ended.pid}-`))
      expect(dead).not.toBe(mine.path)
      const elsewhere = mkdtempSync(path.join(tmpdir(), `storyglass-00000000-${ended.pid}-`))
      try {
        await open(dataDir).close()
        for (const file of [...left, dead]) expect(existsSync(file), file).toBe(false)
        // Of a process that lives, and of another machine (or container) that shares the folder.
        expect(existsSync(mine.path)).toBe(true)
        expect(existsSync(elsewhere), hostname()).toBe(true)
      } finally {
        await mine.remove()
        rmSync(elsewhere, { recursive: true, force: true })
      }
      expect(() => sweepScratchFolders()).not.toThrow()
    }))
})

describe('something else in the place of a file', () => {
  it('garbage in owner.lock is kept aside, and the library opens', () =>
    withFolder(async (folder) => {
      for (const garbage of ['a diary, not a lock', 'x'.repeat(20_000)]) {
        writeFileSync(path.join(folder, 'owner.lock'), garbage)
        const engine = open(folder)
        expect(() => open(folder)).toThrow(expect.objectContaining({ reason: 'library_in_use' }))
        await engine.close()
        const kept = readdirSync(folder).filter((name) => name.startsWith('owner.lock.damaged-'))
        expect(kept.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toContain(garbage)
      }
    }))

  const places = ['library.sqlite', 'library.sqlite-wal', 'owner.lock', 'owner.json', 'running', 'logs/storyglass.log']
  for (const place of places) {
    it(`a folder for ${place} is named, with what to do, and nothing is changed`, () =>
      withFolder(async (folder) => {
        mkdirSync(path.join(folder, place), { recursive: true })
        const before = readdirSync(folder, { recursive: true })
        expect(refusalOf(folder)).toBe(`data_folder_odd: ${path.join(folder, place)} is a folder, not a file`)
        expect(readdirSync(folder, { recursive: true })).toEqual(before)
      }))

    it.skipIf(isWindows)(`a pipe for ${place} is named, and not waited on`, () =>
      withFolder(async (folder) => {
        mkdirSync(path.dirname(path.join(folder, place)), { recursive: true })
        expect(spawnSync('mkfifo', [path.join(folder, place)]).status).toBe(0)
        expect(refusalOf(folder)).toBe(`data_folder_odd: ${path.join(folder, place)} is a pipe, not a file`)
      }),
    )
  }

  it('a file for a folder is named', () =>
    withFolder(async (folder) => {
      for (const name of ['jobs', 'uploads', 'sources', 'backups', 'logs']) {
        writeFileSync(path.join(folder, name), '')
        expect(() => open(folder)).toThrow(expect.objectContaining({ reason: 'data_folder_odd' }))
        rmSync(path.join(folder, name))
      }
    }))

  it.skipIf(isWindows)('a pipe among the copies is passed over', () =>
    withFolder(async (folder) => {
      await open(folder).close()
      expect(spawnSync('mkfifo', [path.join(folder, 'backups/library-20260101T000000Z.sqlite')]).status).toBe(0)
      writeFileSync(path.join(folder, 'library.sqlite'), 'damaged beyond anything'.repeat(500))
      const engine = open(folder)
      expect(engine.notices.map(({ kind }) => kind)).toEqual(['library_begun_anew'])
      await engine.close()
    }),
  )

  it.skipIf(isWindows)('is said by the command line too, on standard error, with a status of its own', () =>
    withFolder(async (folder) => {
      expect(spawnSync('mkfifo', [path.join(folder, 'owner.lock')]).status).toBe(0)
      const cli = path.resolve(import.meta.dirname, '../../../src/cli/index.ts')
      const child = spawn(process.execPath, [cli, 'jobs', 'list', '--data-dir', folder])
      let said = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
      const status = await new Promise((resolve) => child.once('close', resolve))
      expect(status).toBe(7)
      expect(said).toContain('Move away what is named below')
      expect(said).toContain('owner.lock is a pipe, not a file')
    }),
  )
})

describe('copies of the library', () => {
  it('the first is made at once after the first story; a later story waits for its own, and the end makes it', () =>
    withEngine(async (bench) => {
      const backups = path.join(bench.dataDir, 'backups')
      await tell(bench, 'a.csv')
      await vi.waitFor(() => expect(listBackups(backups)).toHaveLength(1), { timeout: 30_000 })
      const first = statSync(listBackups(backups)[0]?.file ?? '').mtimeMs
      await tell(bench, 'b.csv')
      await bench.engine.close()
      const times = listBackups(backups).map(({ file }) => statSync(file).mtimeMs)
      expect(Math.max(...times)).toBeGreaterThan(first)

      // Damage on the first day loses no story.
      writeFileSync(path.join(bench.dataDir, 'library.sqlite'), 'damaged'.repeat(5_000))
      for (const end of ['-wal', '-shm']) rmSync(path.join(bench.dataDir, `library.sqlite${end}`), { force: true })
      const next = await bench.restart()
      const { stories } = await next.engine.handlers['stories/list']({ search: '', limit: 50, offset: 0 })
      expect(stories.map(({ title }) => title).toSorted()).toEqual(['Story of a.csv', 'Story of b.csv'])
      expect(next.engine.notices.map(({ kind }) => kind)).toEqual(['library_restored'])
    }))
})
