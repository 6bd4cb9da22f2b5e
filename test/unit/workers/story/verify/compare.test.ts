/** When a stated value is the recomputed one. */
import { describe, expect, it } from 'vitest'
import type { Scalar } from '../../../../../src/shared/story/insight.ts'
import { asScalar, sameValue } from '../../../../../src/workers/story/verify/compare.ts'

describe('two numbers', () => {
  const sizes = [1, 5050, 1e-12, 123_456_789_012, 1e300, -1, -0.37]

  it.each(sizes)('near %d are the same up to one part in a thousand million', (size) => {
    expect(sameValue(size, size)).toBe(true)
    for (const sign of [1, -1]) {
      expect(sameValue(size, size * (1 + sign * 9e-10)), 'within').toBe(true)
      expect(sameValue(size * (1 + sign * 9e-10), size), 'within, the other way').toBe(true)
      expect(sameValue(size, size * (1 + sign * 1.2e-9)), 'beyond').toBe(false)
      expect(sameValue(size * (1 + sign * 1.2e-9), size), 'beyond, the other way').toBe(false)
    }
  })

  it('of different sign, or one of them zero, are never the same, however small', () => {
    expect(sameValue(0, 1e-300)).toBe(false)
    expect(sameValue(1e-300, 0)).toBe(false)
    expect(sameValue(-1e-12, 1e-12)).toBe(false)
    expect(sameValue(5, -5)).toBe(false)
    expect(sameValue(0, -0)).toBe(true)
  })
})

describe('two other values', () => {
  it('are the same when they are equal', () => {
    for (const value of ['north', '', true, false, null]) expect(sameValue(value, value)).toBe(true)
  })

  it.each<[Scalar, Scalar]>([
    ['north', 'south'],
    ['5', 5],
    [5, '5'],
    [true, 1],
    [0, false],
    [null, 0],
    [0, null],
    ['', null],
    [true, false],
  ])('%j and %j are not', (stated, recomputed) => {
    expect(sameValue(stated, recomputed)).toBe(false)
  })

  it('are the same when they are one instant in two writings', () => {
    expect(sameValue('2024-01-02', '2024-01-02T00:00:00.000Z')).toBe(true)
    expect(sameValue('2024-01-02', '2024-01-03')).toBe(false)
    expect(sameValue('2024-01-02', 'north')).toBe(false)
    expect(sameValue('north', '2024-01-02')).toBe(false)
  })
})

describe("a query's value", () => {
  it.each<[unknown, Scalar]>([
    [12n, 12],
    [1.5, 1.5],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    [Number.NEGATIVE_INFINITY, null],
    ['x', 'x'],
    [false, false],
    [new Date('2024-01-02T03:04:05.000Z'), '2024-01-02T03:04:05.000Z'],
    [null, null],
    [undefined, null],
    [{ a: 1 }, null],
    [[1], null],
  ])('%o is held as %o', (value, held) => {
    expect(asScalar(value)).toBe(held)
  })
})
