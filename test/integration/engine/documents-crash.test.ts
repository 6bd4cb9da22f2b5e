/** A process killed (SIGKILL) while it reads a document: what was read stays read, to the byte and the inode. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../src/main/store/library.ts'
import { withEngine } from '../../support/engine/with-engine.ts'
import { crashChildFile } from '../../support/engine/worker-files.ts'

const pages = 14

function killedAt(dataDir: string, point: string, file: string): Promise<NodeJS.Signals | null> {
  const running = spawn(process.execPath, [crashChildFile, dataDir, point, file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    running.on('error', reject)
    running.on('close', (_code, signal) => resolve(signal))
  })
}

/** Names of the whole files in a folder; none when it was never made. */
async function wholeFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  return (await readdir(folder)).filter((name) => !name.endsWith('.tmp'))
}

/** Inode and time of change, by path, of the images of these pages. */
async function marksOf(reading: string, pages: readonly number[]): Promise<[string, string][]> {
  const images = pages.map((page) => path.join(reading, 'pages', `${String(page).padStart(4, '0')}.webp`))
  return Promise.all(
    images.map(async (image): Promise<[string, string]> => {
      const { ino, mtimeMs } = await stat(image)
      return [image, `${ino} ${mtimeMs}`]
    }),
  )
}

describe('a process killed while it reads a document', () => {
  it.each([
    // Where it dies, the fewest pages that are then there, and the tasks that are begun in both lives together.
    ['document:opened', 0, ['open', 'story']],
    ['document:page@5', 5, ['open', 'story']],
    ['document:page@14', 14, ['open', 'story']],
    ['document:assembled', 14, ['open', 'story']],
    ['convert:after_rename', 14, ['open', 'story']],
    ['narrate:before_write', 14, ['open', 'story', 'story']],
    ['complete:inside', 14, ['open', 'story']],
    ['complete:after', 14, ['open', 'story']],
  ] as const)('at %s reads no page again that was read', (point, fewest, tasks) =>
    withEngine(async (bench) => {
      const file = await bench.script('crash.pdf', { document: { pages } })
      await bench.engine.close()
      expect(await killedAt(bench.dataDir, point, file)).toBe('SIGKILL')
      const [id = ''] = await readdir(path.join(bench.dataDir, 'jobs'))
      const reading = path.join(bench.dataDir, 'jobs', id, 'reading')
      const read = (await wholeFiles(path.join(reading, 'parts'))).map((name) => Number.parseInt(name, 10))
      const before = await marksOf(reading, read)
      expect(read.length).toBeGreaterThanOrEqual(fewest)
      const { engine } = await bench.restart()
      expect(await engine.jobs.whenOver(id)).toMatchObject({ status: 'completed', percent: 100 })
      const begun = (await readFile(`${file}.pages`, 'utf8')).split('\n').filter(Boolean).map(Number)
      for (const page of read)
        expect(
          begun.filter((one) => one === page),
          `page ${page}`,
        ).toEqual([page])
      expect(new Set(begun).size).toBe(pages)
      expect((await readFile(`${file}.tasks`, 'utf8')).trim().split('\n')).toEqual(tasks)
      // Only the images: the parts are being removed once the job is over.
      expect(await marksOf(reading, read)).toEqual(before)
      const { entries, total } = await engine.handlers['library/list']({
        search: '',
        kinds: [],
        order: 'newest',
        limit: 10,
        offset: 0,
      })
      expect({ total, kinds: entries.map(({ kind }) => kind) }).toEqual({ total: 1, kinds: ['document'] })
      expect((await engine.handlers['documents/get']({ id })).document.pages).toHaveLength(pages)
      await engine.close()
      const library = openLibrary(path.join(bench.dataDir, 'library.sqlite'))
      expect(library.integrityProblems()).toEqual([])
      expect(library.statement('SELECT count(*) AS pages FROM document_search').get()).toEqual({ pages })
      library.close()
    }),
  )

  it('over and over goes on as long as each run comes further', () =>
    withEngine(async (bench) => {
      const file = await bench.script('long.pdf', { document: { pages } })
      await bench.engine.close()
      for (let death = 1; death <= 4; death += 1)
        expect(await killedAt(bench.dataDir, 'document:page@3', file)).toBe('SIGKILL')
      const [id = ''] = await readdir(path.join(bench.dataDir, 'jobs'))
      const { engine } = await bench.restart()
      expect(await engine.jobs.whenOver(id)).toMatchObject({ status: 'completed' })
    }))

  it('while it is being unlocked asks for the password again', () =>
    withEngine(async (bench) => {
      const { engine } = bench
      const file = await bench.script('locked.pdf', {
        document: { pages: 2, password: 'secret', at: { 2: { do: 'spin' } } },
      })
      const { job } = await engine.jobs.createFromPath(file)
      await engine.jobs.whenOver(job.id)
      await engine.handlers['jobs/unlock']({ id: job.id, password: 'secret' })
      const { engine: after } = await bench.restart()
      expect(await after.jobs.whenOver(job.id)).toMatchObject({
        status: 'failed',
        failure: { reason: 'encrypted_document' },
      })
    }))
})
