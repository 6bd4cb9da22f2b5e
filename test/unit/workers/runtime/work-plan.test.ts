import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Progress } from '../../../../src/shared/job/stage.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { type Phase, WorkPlan } from '../../../../src/workers/runtime/work-plan.ts'
import { holds } from '../../../support/property.ts'

function planned(phases: readonly Phase[]) {
  const told: Progress[] = []
  const clock = { now: 0 }
  const context = detachedContext({ progress: (progress) => told.push(progress) })
  const plan = new WorkPlan(context, phases, () => {
    clock.now += 1_000
    return clock.now
  })
  return { plan, told, done: () => told.at(-1)?.done }
}

describe('a plan of work', () => {
  it('lets each phase count for what it is expected to take', () => {
    const { plan, told, done } = planned([
      { name: 'small', work: 10 },
      { name: 'large', work: 30, parts: 3 },
    ])
    plan.begin('small', 'first')
    expect(told.at(-1)).toEqual({ done: 0, total: 100, unit: 'percent', note: 'first' })
    plan.begin('large', 'second')
    expect(told.at(-1)).toEqual({ done: 25, total: 100, unit: 'percent', note: 'second' })
    plan.part()
    expect(done()).toBe(50)
    plan.within(0.5)
    expect(done()).toBe(62.5)
    plan.end()
    expect(done()).toBe(100)
  })

  it('counts a phase that is passed over as done, and does not begin one twice', () => {
    const { plan, told, done } = planned([
      { name: 'a', work: 1 },
      { name: 'b', work: 1 },
      { name: 'c', work: 2, parts: 2 },
    ])
    plan.begin('c', 'last')
    plan.part()
    const times = told.length
    plan.begin('a', 'first')
    plan.begin('c', 'last')
    expect(told).toHaveLength(times)
    expect(done()).toBe(75)
  })

  it('weighs anew only what has not begun', () => {
    const { plan, done } = planned([
      { name: 'a', work: 10 },
      { name: 'b', work: 10 },
    ])
    plan.begin('a', '')
    plan.weigh([
      { name: 'a', work: 1_000 },
      { name: 'b', work: 30 },
    ])
    plan.begin('b', '')
    expect(done()).toBe(25)
  })

  it('gives what is left of the percentage to what is left of the work, when that is found to be more', () => {
    const { plan, done } = planned([
      { name: 'a', work: 50 },
      { name: 'b', work: 50 },
      { name: 'c', work: 0 },
    ])
    plan.begin('a', '')
    plan.begin('b', '')
    expect(done()).toBe(50)
    plan.weigh([{ name: 'c', work: 950 }])
    plan.begin('c', '')
    // 50 of the 1,000 that were left are done: without this, it would stand at 50 until half of all was.
    expect(done()).toBe(52.5)
    plan.end()
    expect(done()).toBe(100)
  })

  it('never falls and never leaves 0 to 100, whatever happens', () => {
    const names = ['a', 'b', 'c', 'd']
    const act = fc.oneof(
      fc.record({ do: fc.constant('begin' as const), name: fc.constantFrom(...names, 'unknown') }),
      fc.record({ do: fc.constant('part' as const) }),
      fc.record({ do: fc.constant('guess' as const) }),
      fc.record({ do: fc.constant('within' as const), fraction: fc.double({ min: -1, max: 2, noNaN: true }) }),
      fc.record({
        do: fc.constant('weigh' as const),
        name: fc.constantFrom(...names),
        work: fc.integer({ min: 0, max: 1_000 }),
      }),
    )
    holds(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const { plan, told } = planned(names.map((name) => ({ name, work: 5, parts: 2 })))
        for (const one of acts) {
          if (one.do === 'begin') plan.begin(one.name, one.name)
          else if (one.do === 'part') plan.part()
          else if (one.do === 'guess') plan.guess()
          else if (one.do === 'within') plan.within(one.fraction)
          else plan.weigh([{ name: one.name, work: one.work, parts: 3 }])
        }
        for (const [index, { done }] of told.entries()) {
          expect(done).toBeGreaterThanOrEqual(told[index - 1]?.done ?? 0)
          expect(done).toBeLessThanOrEqual(100)
        }
      }),
    )
  })
})

describe('a plan of which nothing is heard for a while', () => {
  function timed(phases: readonly Phase[]) {
    const told: Progress[] = []
    const clock = { now: 0 }
    const context = detachedContext({ progress: (progress) => told.push(progress) })
    const plan = new WorkPlan(context, phases, () => clock.now)
    const silent = (ms: number): number => {
      clock.now += ms
      plan.guess()
      return told.at(-1)?.done ?? Number.NaN
    }
    return { plan, told, clock, silent }
  }

  it('moves at the pace so far, ever slower, and never to the end of the part', () => {
    const { plan, clock, silent } = timed([
      { name: 'first', work: 10 },
      { name: 'second', work: 10, parts: 2 },
      { name: 'third', work: 80 },
    ])
    plan.begin('first', '')
    clock.now += 1_000
    plan.begin('second', '')
    const moves = [silent(250), silent(250), silent(500), silent(2_000), silent(60_000)]
    expect(moves).toEqual([...new Set(moves)].toSorted((left, right) => left - right))
    expect(moves[0]).toBeGreaterThan(10)
    // Half of the expected time is not far beyond half of the part, and no time at all is the whole of it.
    expect(moves[1]).toBeLessThan(13)
    expect(moves.at(-1)).toBeLessThan(15)
    plan.part()
    expect(silent(0)).toBe(15)
  })

  it('does not begin to guess before anything has begun, nor after the end', () => {
    const { plan, told, silent } = timed([{ name: 'only', work: 1 }])
    silent(5_000)
    expect(told).toEqual([])
    plan.begin('only', '')
    plan.end()
    const times = told.length
    silent(5_000)
    expect(told).toHaveLength(times)
  })

  it('moves by itself while work is kept moving, and no longer', async () => {
    vi.useFakeTimers()
    try {
      const { plan, told, clock } = timed([{ name: 'only', work: 5_000 }])
      plan.begin('only', '')
      await plan.keepMoving(async () => {
        clock.now += 1_000
        await vi.advanceTimersByTimeAsync(1_000)
      })
      const times = told.length
      expect(times).toBeGreaterThan(2)
      await vi.advanceTimersByTimeAsync(5_000)
      expect(told).toHaveLength(times)
    } finally {
      vi.useRealTimers()
    }
  })
})
