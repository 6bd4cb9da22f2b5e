/** The command line on real files: what scripts rely on beside the story itself. */
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { storySchema } from '../../../src/shared/story/story.ts'
import { storyglass as run } from '../../support/command-line.ts'
import { withFolder } from '../../support/engine/with-engine.ts'

const rows = (count: number): string =>
  `day,city,amount\n${Array.from({ length: count }, (_, row) => `2024-01-${String((row % 28) + 1).padStart(2, '0')},${row % 3 ? 'Rome' : 'Oslo'},${(row * 7919) % 1000}`).join('\n')}\n`

describe('several files', () => {
  it('give a story or an error a line, in their order, and the status of the first that failed', () =>
    withFolder(async (folder) => {
      await writeFile(path.join(folder, 'apples.csv'), rows(80))
      await writeFile(path.join(folder, 'empty.csv'), '')
      await writeFile(path.join(folder, 'bananas.csv'), rows(90))
      const files = ['apples.csv', 'missing.csv', 'empty.csv', 'bananas.csv'].map((name) => path.join(folder, name))
      const dataDir = ['--data-dir', path.join(folder, 'data')]
      const told = await run(['tell', ...files, '--format', 'json', ...dataDir])
      const lines = told.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(lines).toHaveLength(4)
      expect(storySchema.parse(lines[0]).source.name).toBe('apples.csv')
      expect(lines[1].error).toMatchObject({ code: 'PREPROCESSING_ERROR', jobId: null, canRetry: false })
      expect(lines[2].error).toMatchObject({ code: 'PREPROCESSING_ERROR', canRetry: true, jobId: expect.any(String) })
      expect(storySchema.parse(lines[3]).source.name).toBe('bananas.csv')
      expect(told.status).toBe(3)
      expect(told.stderr).toMatch(/^apples\.csv: read in [\d.]+ s$/m)

      const listed = await run(['jobs', '--status', 'failed', '--format', 'json', ...dataDir])
      expect(JSON.parse(listed.stdout)).toMatchObject({ total: 1, jobs: [{ id: lines[2].error.jobId }] })
      const found = await run(['stories', 'search', 'apples', '--format', 'json', ...dataDir])
      expect(JSON.parse(found.stdout).stories).toMatchObject([{ id: lines[0].id }])
      const verified = await run(['verify', lines[0].id, ...dataDir])
      expect(verified).toMatchObject({ status: 0, stdout: expect.stringMatching(/^(\d+) of \1 numbers match\.\n$/) })
      const metrics = await run(['metrics', '--format', 'json', ...dataDir])
      expect(JSON.parse(metrics.stdout)).toMatchObject({ jobs: { created: 3, completed: 2, failed: 1 } })
      const deleted = await run(['stories', 'delete', lines[0].id, ...dataDir])
      expect(deleted).toMatchObject({ status: 0, stderr: '' })
      expect(await run(['stories', 'show', lines[0].id, ...dataDir])).toMatchObject({ status: 7, stdout: '' })
    }))

  it('ask for a folder where they are no lines', async () => {
    expect(await run(['tell', 'a.csv', 'b.csv', '--format', 'md'])).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('Ctrl-C', () => {
  it('cancels the job, ends with 130, and the job can be gone on with', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'long.csv')
      await writeFile(file, rows(400_000))
      const dataDir = ['--data-dir', path.join(folder, 'data')]
      const stopped = await run(['tell', file, '--format', 'json', ...dataDir], {
        onStderr: (stderr, kill) => {
          if (stderr.includes('looked at')) kill('SIGINT')
        },
      })
      expect(stopped.status).toBe(130)
      const { error } = JSON.parse(stopped.stdout)
      expect(error).toMatchObject({ canRetry: true })
      const shown = await run(['jobs', 'show', error.jobId, '--format', 'json', ...dataDir])
      expect(JSON.parse(shown.stdout).job).toMatchObject({ status: 'cancelled', storyId: null })
      const retried = await run(['jobs', 'retry', error.jobId, '--format', 'json', '--quiet', ...dataDir])
      expect(JSON.parse(retried.stdout).job).toMatchObject({ status: 'completed', failure: null })
      expect(retried.stderr).toBe('')
    }))
})

describe('storyglass read', () => {
  it('writes a table as it stands, header first, to standard output or a file', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'a;b.csv')
      await writeFile(file, 'name;note\r\nAda;"x, ""y"""\r\nBob;007\r\n')
      const printed = await run(['read', file])
      expect(printed).toMatchObject({ status: 0, stderr: '', stdout: 'name,note\nAda,"x, ""y"""\nBob,007\n' })
      const out = path.join(folder, 'out.csv')
      expect(await run(['read', file, '--out', out])).toMatchObject({ status: 0, stdout: '' })
      expect(await readFile(out, 'utf8')).toBe(printed.stdout)
    }))

  it('gives the error object for a file it cannot read', () =>
    withFolder(async (folder) => {
      const failed = await run(['read', path.join(folder, 'none.csv'), '--format', 'json'])
      expect(failed.status).toBe(3)
      expect(JSON.parse(failed.stdout).error).toMatchObject({ code: 'PREPROCESSING_ERROR', jobId: null })
      const cells = await run(['read', path.join(folder, 'none.csv'), '--cells'])
      expect(cells.status).toBe(2)
      expect(existsSync(path.join(folder, 'none.csv'))).toBe(false)
    }))
})

describe('usage', () => {
  it.each([
    [[]],
    [['no-such-command']],
    [['tell']],
    [['tell', 'a.csv', '--seed', '-1']],
    [['tell', 'a.csv', '--seed', '3000000000']],
    [['tell', 'a.csv', '--quick', '--deep']],
    [['tell', 'a.csv', '--format', 'pdf']],
    [['jobs', '--status', 'lost']],
    [['read', 'a.csv', '--format', 'parquet']],
  ])('%j ends with 2 and prints nothing on standard output', async (args) => {
    const { status, stdout, stderr } = await run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).not.toBe('')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('prints help and the version with 0', async () => {
    expect((await run(['--help'])).status).toBe(0)
    expect(await run(['--version'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })
})
