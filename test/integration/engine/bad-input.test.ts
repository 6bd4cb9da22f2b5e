/** Files that cannot be told: each ends in its code, a sentence and a hint, leaves nothing, and the next job runs. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import type { FailureReason } from '../../../src/shared/failure/failure.ts'
import { benchForAll } from '../../support/engine/shared-bench.ts'
import { withEngine } from '../../support/engine/with-engine.ts'
import { realWorkerFile } from '../../support/engine/worker-files.ts'

async function zipOf(name: string, content: string): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** An OLE compound file whose directory names the streams of an encrypted workbook, and no more. */
function encryptedWorkbook(): Buffer {
  const sector = 512
  const file = Buffer.alloc(sector * 4)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file, 0)
  file.writeUInt16LE(0x3e, 24)
  file.writeUInt16LE(3, 26)
  file.writeUInt16LE(0xfffe, 28)
  file.writeUInt16LE(9, 30)
  file.writeUInt16LE(6, 32)
  file.writeUInt32LE(1, 44)
  file.writeUInt32LE(1, 48)
  file.writeUInt32LE(4096, 56)
  file.writeUInt32LE(0xfffffffe, 60)
  file.writeUInt32LE(0xfffffffe, 68)
  file.fill(0xff, 76, sector)
  file.writeUInt32LE(0, 76)
  const fat = sector
  file.fill(0xff, fat, fat + sector)
  file.writeUInt32LE(0xfffffffd, fat)
  file.writeUInt32LE(0xfffffffe, fat + 4)
  for (const [index, name] of ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'].entries()) {
    const entry = sector * 2 + 128 * index
    file.write(name, entry, 'utf16le')
    file.writeUInt16LE((name.length + 1) * 2, entry + 64)
    file[entry + 66] = index === 0 ? 5 : 2
    file.fill(0xff, entry + 68, entry + 80)
    file.writeUInt32LE(0xfffffffe, entry + 116)
  }
  return file
}

const good = `day,city,amount\n${Array.from({ length: 60 }, (_, row) => `2024-01-${String((row % 28) + 1).padStart(2, '0')},${row % 2 ? 'Rome' : 'Oslo'},${row * 3}`).join('\n')}\n`

const bad: readonly [
  what: string,
  name: string,
  content: () => Promise<Buffer | string> | Buffer | string,
  reason: FailureReason,
][] = [
  ['an empty file', 'empty.csv', () => '', 'empty_file'],
  ['a header without rows', 'header.csv', () => 'a,b,c\n', 'no_rows'],
  ['a picture named .csv', 'picture.csv', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'binary_file'],
  ['a zip that is no workbook', 'letters.xlsx', () => zipOf('letter.txt', 'Dear reader'), 'not_a_workbook'],
  ['an encrypted workbook', 'secret.xlsx', encryptedWorkbook, 'encrypted_workbook'],
]

const told = benchForAll(async () => ({ workerFile: await realWorkerFile() }))

describe('a file that cannot be told', () => {
  it.each(bad)('%s', async (_what, name, content, reason) => {
    const { engine, folder, dataDir } = told.bench
    const file = path.join(folder, name)
    await writeFile(file, await content())
    const { job } = await engine.jobs.createFromPath(file)
    const failed = await engine.jobs.whenOver(job.id)
    expect(failed).toMatchObject({
      status: 'failed',
      canRetry: true,
      storyId: null,
      attempt: 1,
      failure: { code: 'PREPROCESSING_ERROR', reason, transient: false },
    })
    expect(failed.failure?.message).toContain(name)
    expect(failed.failure?.hint).toMatch(/\.$/)
    const left = await readdir(path.join(dataDir, 'jobs', job.id))
    expect(left.filter((entry) => entry !== 'import')).toEqual([])
    await engine.handlers['jobs/retry']({ id: job.id })
    expect((await engine.jobs.whenOver(job.id)).failure?.reason).toBe(reason)
    await writeFile(path.join(folder, 'good.csv'), good)
    const next = await engine.jobs.createFromPath(path.join(folder, 'good.csv'))
    expect((await engine.jobs.whenOver(next.job.id)).failure).toBeNull()
  })

  it('one column is told, not refused', async () => {
    const { engine, folder } = told.bench
    const file = path.join(folder, 'one.csv')
    await writeFile(file, `amount\n${Array.from({ length: 40 }, (_, row) => row * 2).join('\n')}\n`)
    const { job } = await engine.jobs.createFromPath(file)
    expect(await engine.jobs.whenOver(job.id)).toMatchObject({ status: 'completed', failure: null })
  })

  it('a missing file, a folder and a path of nothing never become a job', () =>
    withEngine(async ({ engine, folder }) => {
      await mkdir(path.join(folder, 'a folder.csv'))
      for (const [file, reason] of [
        [path.join(folder, 'missing.csv'), 'file_missing'],
        [path.join(folder, 'a folder.csv'), 'is_folder'],
        ['', 'bad_path'],
      ]) {
        await expect(engine.jobs.createFromPath(file ?? '')).rejects.toMatchObject({ reason })
        await expect(engine.adoptPath(file ?? '')).rejects.toMatchObject({ reason })
      }
      expect((await engine.handlers['jobs/list']({ statuses: [], limit: 10, offset: 0 })).total).toBe(0)
    }))

  it.each([`it's "quoted", really.csv`, '📈 a b.csv', '..csv', "'; DROP TABLE jobs;--.csv"])(
    'the name %s is no reason: it is told and found by it',
    async (name) => {
      const { engine, folder } = told.bench
      await writeFile(path.join(folder, name), good)
      const { job } = await engine.jobs.createFromPath(path.join(folder, name))
      const done = await engine.jobs.whenOver(job.id)
      expect(done).toMatchObject({ status: 'completed', source: { name }, failure: null })
      const { stories } = await engine.handlers['stories/list']({ search: '', limit: 1, offset: 0 })
      expect(stories[0]?.sourceName).toBe(name)
    },
  )

  it('a file that disappears after it was accepted says so', () =>
    withEngine(async ({ engine, script }) => {
      engine.queue.setPaused(true)
      const file = await script('fleeting.csv', {})
      const { job } = await engine.jobs.createFromPath(file)
      await import('node:fs/promises').then(({ rm }) => rm(file))
      engine.queue.setPaused(false)
      expect((await engine.jobs.whenOver(job.id)).failure).toMatchObject({ reason: 'file_missing' })
    }))

  it('a stage’s own refusal by the system is the file’s, not ours', () =>
    withEngine(async ({ engine, script }) => {
      const step = { do: 'fail', reason: 'file_unreadable' } as const
      const { job } = await engine.jobs.createFromPath(await script('locked.csv', { import: step }))
      expect((await engine.jobs.whenOver(job.id)).failure).toMatchObject({
        reason: 'file_unreadable',
        transient: false,
      })
    }))
})

describe('uploads', () => {
  it('become jobs whose source is kept as long as a job needs it', async () => {
    const { engine, dataDir } = told.bench
    const bytes = async function* () {
      yield Buffer.from(good)
    }
    const { job } = await engine.jobs.createFromUpload('dropped.csv', bytes())
    const done = await engine.jobs.whenOver(job.id)
    expect(done).toMatchObject({ status: 'completed', source: { name: 'dropped.csv' } })
    expect(await readdir(path.join(dataDir, 'sources'))).toEqual([done.source.sha256])
    expect(await readdir(path.join(dataDir, 'uploads'))).toEqual([])
  })
})
