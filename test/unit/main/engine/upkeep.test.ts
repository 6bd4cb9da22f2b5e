import { describe, expect, it, vi } from 'vitest'
import { Upkeep } from '../../../../src/main/engine/upkeep.ts'
import { silentLogger } from '../../../../src/main/jobs/logger.ts'

const dayMs = 86_400_000

function bench(fails = false) {
  const clock = { now: 1_700_000_000_000 }
  const state: { lastAt: number | null; runs: number } = { lastAt: null, runs: 0 }
  const task = {
    name: 'copy',
    lastAt: () => state.lastAt,
    run: async () => {
      state.runs += 1
      if (fails) throw new Error('the disk is full')
      state.lastAt = clock.now
    },
  }
  return { clock, state, upkeep: new Upkeep({ tasks: [task], clock: () => clock.now, logger: silentLogger }) }
}

describe('upkeep', () => {
  it('does a task at the start and once a day', async () => {
    const { clock, state, upkeep } = bench()
    await upkeep.runDue()
    clock.now += dayMs - 1
    await upkeep.runDue()
    expect(state.runs).toBe(1)
    clock.now += 1
    await upkeep.runDue()
    expect(state.runs).toBe(2)
  })

  it('does not wait for a clock that has gone back', async () => {
    const { clock, state, upkeep } = bench()
    await upkeep.runDue()
    clock.now -= 400 * dayMs
    await upkeep.runDue()
    await upkeep.runDue()
    expect(state.runs).toBe(2)
  })

  it('tries again what failed, and stops when it is ended', async () => {
    const { state, upkeep } = bench(true)
    await upkeep.runDue()
    await upkeep.runDue()
    expect(state.runs).toBe(2)
    await upkeep.end()
    await upkeep.runDue()
    expect(state.runs).toBe(2)
  })

  it('looks by itself while the engine runs', async () => {
    vi.useFakeTimers()
    try {
      const { clock, state, upkeep } = bench()
      upkeep.begin()
      await vi.advanceTimersByTimeAsync(3_600_000)
      expect(state.runs).toBe(1)
      clock.now += dayMs
      await vi.advanceTimersByTimeAsync(3_600_000)
      expect(state.runs).toBe(2)
      await upkeep.end()
    } finally {
      vi.useRealTimers()
    }
  })
})
