/** Bounds that only time tells, on a clock of the test's own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bounds } from '../../../../src/main/pool/bounds.ts'
import { watchRun } from '../../../../src/main/pool/run-watch.ts'

const bounds: Bounds = {
  memoryBytes: 1,
  columns: 0,
  busySilenceMs: 9_000,
  silenceMs: 60_000,
  outputBytes: 100,
  outputFiles: 3,
}

describe('a run that says nothing', () => {
  beforeEach(
    () =>
      void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance'] }),
  )
  afterEach(() => void vi.useRealTimers())

  it('is over when it has computed for too long, and only once', () => {
    const over = vi.fn()
    const watch = watchRun(bounds, null, over)
    watch.heard()
    for (let second = 1; second <= 20; second += 1) {
      vi.advanceTimersByTime(1_000)
      watch.used(second * 1_000)
    }
    expect(over).toHaveBeenCalledExactlyOnceWith('too_slow', expect.stringContaining('9 s'))
  })

  it('is given more of the clock where the machine gives it little of the processor', () => {
    const over = vi.fn()
    const watch = watchRun(bounds, null, over)
    watch.heard()
    vi.advanceTimersByTime(50_000)
    watch.used(5_000)
    expect(over).not.toHaveBeenCalled()
    vi.advanceTimersByTime(10_000)
    expect(over).toHaveBeenCalledOnce()
  })

  it('is not over while it gives signs of life, nor while it waits to begin, nor when it has ended', () => {
    const over = vi.fn()
    const watch = watchRun(bounds, null, over)
    vi.advanceTimersByTime(600_000)
    for (let step = 1; step <= 10; step += 1) {
      watch.heard()
      vi.advanceTimersByTime(8_000)
      watch.used(step * 8_000)
    }
    watch.end()
    vi.advanceTimersByTime(600_000)
    expect(over).not.toHaveBeenCalled()
  })
})

describe('a run that fills its folder', () => {
  it.each([
    ['with bytes', { 'one.bin': 101 }, 'more than 100 bytes'],
    ['with files', { a: 1, b: 1, c: 1, d: 1 }, 'more than 3 files'],
  ] as const)('%s is over', async (_what, files, detail) => {
    const full = mkdtempSync(path.join(tmpdir(), 'storyglass-watch-'))
    for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(full, name), Buffer.alloc(bytes))
    const over = await new Promise<readonly [string, string]>((resolve) => {
      watchRun(bounds, full, (reason, why) => resolve([reason, why]))
    })
    rmSync(full, { recursive: true })
    expect(over).toEqual(['too_much_output', expect.stringContaining(detail)])
  })
})
