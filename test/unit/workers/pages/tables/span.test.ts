/** Stretches along one axis: what they share, and which belong together. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  around,
  joined,
  length,
  middle,
  nearest,
  overlap,
  type Span,
} from '../../../../../src/workers/pages/tables/span.ts'
import { holds } from '../../../../support/property.ts'

const span = (from: number, to: number): Span => ({ from, to })
const anySpan = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 30 }))
  .map(([from, long]) => span(from, from + long))
const anySpans = fc.array(anySpan, { maxLength: 8 })

it('a stretch has a length and a middle', () => {
  expect(length(span(2, 7))).toBe(5)
  expect(middle(span(2, 7))).toBe(4.5)
  expect(middle(span(-3, 1))).toBe(-1)
})

it('two stretches share what lies in both, and where there is none, less than nothing by the gap', () => {
  expect(overlap(span(0, 10), span(4, 20))).toBe(6)
  expect(overlap(span(0, 10), span(2, 5))).toBe(3)
  expect(overlap(span(0, 10), span(10, 12))).toBe(0)
  expect(overlap(span(0, 10), span(13, 15))).toBe(-3)
  holds(
    fc.property(anySpan, anySpan, (a, b) => {
      expect(overlap(a, b)).toBe(overlap(b, a))
    }),
  )
})

it('the stretch around others begins and ends with them; around none there is none', () => {
  expect(around([])).toBeNull()
  expect(around([span(3, 4)])).toEqual(span(3, 4))
  expect(around([span(3, 4), span(-2, 3.5), span(0, 9)])).toEqual(span(-2, 9))
  holds(
    fc.property(anySpans, (spans) => {
      const whole = around(spans)
      if (whole !== null) for (const one of spans) expect(overlap(one, whole)).toBe(length(one))
    }),
  )
})

describe('joined stretches', () => {
  it('are those that share something or stand no further apart than the gap', () => {
    expect(joined([span(10, 12), span(0, 4), span(3, 6)])).toEqual([span(0, 6), span(10, 12)])
    expect(joined([span(0, 9), span(2, 5)])).toEqual([span(0, 9)])
    expect(joined([span(0, 4), span(4, 5)])).toEqual([span(0, 5)])
    expect(joined([span(0, 4), span(4.1, 5)])).toHaveLength(2)
    expect(joined([span(0, 4), span(7, 9)], 3)).toEqual([span(0, 9)])
    expect(joined([span(0, 4), span(7.1, 9)], 3)).toHaveLength(2)
    expect(joined([])).toEqual([])
  })

  it('are in order and further apart than the gap, and each stretch stands in one of them', () => {
    holds(
      fc.property(anySpans, fc.integer({ min: 0, max: 5 }), (spans, gap) => {
        const result = joined(spans, gap)
        for (const [index, one] of result.slice(1).entries())
          expect(one.from - (result[index]?.to ?? 0)).toBeGreaterThan(gap)
        for (const one of spans) expect(result.some((whole) => whole.from <= one.from && one.to <= whole.to)).toBe(true)
        expect(around(result)).toEqual(around(spans))
      }),
    )
  })
})

it('the nearest is the one that shares most, or the one the shortest way off; the first of several', () => {
  const columns = [span(0, 10), span(20, 30), span(40, 50)]
  expect(nearest(span(8, 24), columns)).toBe(1)
  expect(nearest(span(5, 24), columns)).toBe(0)
  expect(nearest(span(31, 33), columns)).toBe(1)
  expect(nearest(span(60, 70), columns)).toBe(2)
  expect(nearest(span(12, 18), columns)).toBe(0)
  expect(nearest(span(12, 18), [])).toBe(-1)
})
