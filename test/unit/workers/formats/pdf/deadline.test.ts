import { describe, expect, it } from 'vitest'
import { deadlineIn, PageTimeError, withinTime } from '../../../../../src/workers/formats/pdf/deadline.ts'

const never = new Promise<never>(() => undefined)
const noSignal = new AbortController().signal

describe('work on a page', () => {
  it('gives its result when it is in time', async () => {
    await expect(withinTime(deadlineIn(60_000), noSignal, Promise.resolve(7), () => undefined)).resolves.toBe(7)
  })
  it('is abandoned when its time is over', async () => {
    let abandoned = 0
    await expect(withinTime(deadlineIn(1), noSignal, never, () => (abandoned += 1))).rejects.toBeInstanceOf(
      PageTimeError,
    )
    expect(abandoned).toBe(1)
  })
  it('is abandoned at once when it is cancelled, also before it began', async () => {
    const abort = new AbortController()
    const waiting = withinTime(deadlineIn(60_000), abort.signal, never, () => undefined)
    abort.abort()
    await expect(waiting).rejects.toBeInstanceOf(PageTimeError)
    await expect(withinTime(deadlineIn(60_000), abort.signal, never, () => undefined)).rejects.toBeInstanceOf(
      PageTimeError,
    )
  })
  it('that fails after it was given up does not disturb anybody', async () => {
    let fail: (error: Error) => void = () => undefined
    const work = new Promise<never>((_, reject) => {
      fail = reject
    })
    await expect(withinTime(deadlineIn(1), noSignal, work, () => undefined)).rejects.toBeInstanceOf(PageTimeError)
    fail(new Error('too late'))
    await new Promise((resolve) => setImmediate(resolve))
  })
  it('has as much time as the thread works, and not the time it waits', async () => {
    const deadline = deadlineIn(1_000)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(deadline.left()).toBeGreaterThan(950)
    const { user, system } = process.threadCpuUsage()
    for (let now = { user, system }; now.user + now.system < user + system + 100_000; ) now = process.threadCpuUsage()
    expect(deadline.left()).toBeLessThan(900)
  })
  it('never has more than the work it is part of', () => {
    expect(deadlineIn(60_000, deadlineIn(-5)).left()).toBeLessThanOrEqual(0)
  })
})
