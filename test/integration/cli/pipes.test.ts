/** Output that nobody reads, or that cannot be written: the command ends in order, and never as if all were well. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runBuilt } from '../../support/built-command-line.ts'
import { startStoryglass, whenBuilt } from '../../support/command-line.ts'
import { withFolder } from '../../support/engine/with-engine.ts'

interface Ended {
  readonly status: number | null
  readonly stderr: string
}

async function ended(child: ChildProcess): Promise<Ended> {
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const [status] = await once(child, 'close')
  return { status, stderr }
}

/** Standard output is closed at its other end: at once, or when the first bytes have come. */
function runUnread(args: readonly string[], temporary: string, when: 'at once' | 'once read'): Promise<Ended> {
  const child = startStoryglass(args, { TMPDIR: temporary })
  if (when === 'at once') child.stdout?.destroy()
  else child.stdout?.once('data', () => child.stdout?.destroy())
  return ended(child)
}

const sales = (rows: number): string =>
  `day,city,amount\n${Array.from({ length: rows }, (_, row) => `2024-01-${String((row % 28) + 1).padStart(2, '0')},${row % 3 ? 'Rome' : 'Oslo'},${(row * 7919) % 1000}`).join('\n')}\n`

/** One library with one story, told once for all tests: they read it, or add to it. */
let library: { readonly folder: string; readonly dataDir: string; readonly story: { readonly id: string } }

beforeAll(async () => {
  await whenBuilt()
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-pipes-'))
  const dataDir = path.join(folder, 'data')
  writeFileSync(path.join(folder, 'sales.csv'), sales(90))
  const told = await runBuilt(['tell', path.join(folder, 'sales.csv'), '--format', 'json'], dataDir)
  library = { folder, dataDir, story: JSON.parse(told.stdout) }
})

afterAll(() => rmSync(library.folder, { recursive: true, force: true }))

/** With a folder for the command's temporary files, empty at first. */
function withTold(
  work: (bench: { folder: string; dataDir: string; temporary: string; story: { id: string } }) => Promise<void>,
): Promise<void> {
  return withFolder((temporary) => work({ ...library, temporary }))
}

describe.skipIf(process.platform === 'win32')('a closed standard output', () => {
  it('does not make a failed verify a success', () =>
    withTold(async ({ folder, dataDir, temporary, story }) => {
      const file = path.join(folder, 'changed.json')
      writeFileSync(file, JSON.stringify(story).replaceAll(/"n":\d+/g, '"n":123456789'))
      for (const when of ['at once', 'once read'] as const) {
        const failed = await runUnread(['verify', file, '--data-dir', dataDir], temporary, when)
        expect(failed.status, failed.stderr).toBe(5)
      }
      const held = await runUnread(['verify', story.id, '--data-dir', dataDir], temporary, 'at once')
      expect(held.status, held.stderr).toBe(141)
      expect(readdirSync(temporary)).toEqual([])
    }))

  it('stops the telling in order: no death is counted, nothing is left, and the status says so', () =>
    withTold(async ({ folder, dataDir, temporary }) => {
      const files = Array.from({ length: 6 }, (_, index) => {
        const file = path.join(folder, `more-${index}.csv`)
        writeFileSync(file, sales(100 + index))
        return file
      })
      const args = ['tell', ...files, '--format', 'json', '--quiet', '--data-dir', dataDir]
      const { status, stderr } = await runUnread(args, temporary, 'once read')
      expect(status, stderr).toBe(141)
      expect(readdirSync(temporary)).toEqual([])
      expect(readdirSync(dataDir)).not.toContain('running')
      const metrics = JSON.parse((await runBuilt(['metrics', '--format', 'json'], dataDir)).stdout)
      expect(metrics.recoveries).toBe(0)
      expect(metrics.jobs.processing).toBe(0)
    }))

  it('leaves no copy of what was being printed', () =>
    withTold(async ({ dataDir, temporary, story }) => {
      for (const args of [['stories', 'show', story.id], ['stories', 'list'], ['metrics']]) {
        const { status, stderr } = await runUnread([...args, '--data-dir', dataDir], temporary, 'at once')
        expect(status, `${args} ${stderr}`).toBe(141)
      }
      expect(readdirSync(temporary)).toEqual([])
    }))
})

describe.skipIf(process.platform !== 'linux')('a full disk behind standard output', () => {
  it('is said, and is no success', () =>
    withTold(async ({ dataDir, temporary, story }) => {
      const full = openSync('/dev/full', 'w')
      const show = ['stories', 'show', story.id, '--data-dir', dataDir]
      const { status, stderr } = await ended(startStoryglass(show, { TMPDIR: temporary }, full))
      expect(status, stderr).toBe(7)
      expect(stderr).toContain('could not be written')
      expect(stderr).not.toMatch(/\bat .*\.[jt]s:\d/)
      expect(readdirSync(temporary)).toEqual([])
    }))
})

describe('a story from a stranger', () => {
  const slow = 'SELECT count(*) AS n FROM range(100000000) a, range(100000000) b'
  const stubborn = "SELECT levenshtein(repeat('a', 400000), repeat('b', 400000)) AS n"
  const huge = "SELECT repeat('x', 100000) AS n FROM range(1000000)"

  function withQuery(story: object, sql: string): string {
    return JSON.stringify(story, (key, value: unknown) => (key === 'sql' && Array.isArray(value) ? [sql] : value))
  }

  it('may not take more time or memory than a story needs, whatever its queries do', { timeout: 240_000 }, () =>
    withTold(async ({ folder, dataDir, story }) => {
      const { verifyFile } = await import('../../../src/cli/verify-file.ts')
      const file = path.join(folder, 'foreign.json')
      for (const sql of [slow, stubborn]) {
        writeFileSync(file, withQuery(story, sql))
        const startedMs = performance.now()
        await expect(verifyFile(file, dataDir, { timeMs: 8_000 }), sql).rejects.toMatchObject({
          reason: 'verify_limit',
        })
        expect(performance.now() - startedMs).toBeLessThan(30_000)
      }
      writeFileSync(file, withQuery(story, huge))
      await expect(verifyFile(file, dataDir, { memoryBytes: 600_000_000 })).rejects.toMatchObject({
        reason: 'verify_limit',
      })
      // Untouched, it holds; and nothing is left behind that would keep the library.
      writeFileSync(file, JSON.stringify(story))
      expect(await verifyFile(file, dataDir)).toMatchObject({ failed: [] })
      expect((await runBuilt(['stories', 'list', '--format', 'json'], dataDir)).status).toBe(0)
    }),
  )

  it.skipIf(process.platform === 'win32')('is dropped within a second of a stop, even in the middle of one call', () =>
    withTold(async ({ folder, dataDir, temporary, story }) => {
      const file = path.join(folder, 'foreign.json')
      writeFileSync(file, withQuery(story, stubborn))
      const child = startStoryglass(['verify', file, '--data-dir', dataDir], { TMPDIR: temporary })
      const end = ended(child)
      // Until the process that verifies has begun its query.
      await expect
        .poll(() => descendantsOf(child.pid ?? 0).some((pid) => processorSeconds(pid) > 2), { timeout: 60_000 })
        .toBe(true)
      const stoppedMs = performance.now()
      child.kill('SIGINT')
      expect((await end).status).toBe(130)
      expect(performance.now() - stoppedMs).toBeLessThan(1_000)
      // What verified ends a moment after the command, and takes along what its query had spilled.
      await expect.poll(() => readdirSync(temporary)).toEqual([])
    }),
  )
})

/** The process that verifies, and the host in which it does. */
function descendantsOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  return children.flatMap((child) => [child, ...descendantsOf(child)])
}

function processorSeconds(pid: number): number {
  const ticksASecond = 100
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / ticksASecond
}
