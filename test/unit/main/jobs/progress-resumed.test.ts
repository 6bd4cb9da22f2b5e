import { describe, expect, it } from 'vitest'
import { ProgressMeter } from '../../../../src/main/jobs/progress.ts'

function metered(): { clock: { now: number }; meter: ProgressMeter } {
  const clock = { now: 0 }
  const paces = (): [] => []
  const meter = new ProgressMeter({ pipeline: 'document', bytes: 100, percent: 0, paces, now: () => clock.now })
  return { clock, meter }
}

const pages = (done: number) => ({ done, total: 100, unit: 'pages', note: null })

describe('a stage that goes on where an earlier attempt was', () => {
  it('counts what was done before in its percentage', () => {
    const { meter } = metered()
    meter.begin('convert')
    meter.resume(0.5)
    meter.report(pages(50))
    expect(meter.snapshot()).toMatchObject({ percent: 48, units: { done: 50, total: 100 } })
    expect(meter.isResumed).toBe(true)
  })

  it('and not in its pace: half of what is left in 10 s leaves 10 s', () => {
    const left = (resumedAt: number, done: number): number | null => {
      const { clock, meter } = metered()
      meter.begin('narrate')
      if (resumedAt > 0) meter.resume(resumedAt / 100)
      meter.report(pages(resumedAt))
      clock.now += 10_000
      meter.report(pages(done))
      return meter.snapshot().secondsLeft
    }
    expect(left(0, 50)).toBe(10)
    expect(left(60, 80)).toBe(10)
  })

  it('is a whole one again at the next stage', () => {
    const { meter } = metered()
    meter.begin('convert')
    meter.resume(1)
    meter.report(pages(100))
    expect(meter.snapshot().percent).toBe(94)
    meter.begin('narrate')
    expect(meter.isResumed).toBe(false)
  })
})
