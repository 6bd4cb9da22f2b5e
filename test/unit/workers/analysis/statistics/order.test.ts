import { describe, expect, it } from 'vitest'
import { fastRanks } from '../../../../../src/workers/analysis/ranks.ts'
import { ascendingOrder } from '../../../../../src/workers/analysis/statistics/ascending-order.ts'
import { rankWithTies } from '../../../../../src/workers/analysis/statistics/ranks.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { twelveDigits } from '../../../../../src/workers/analysis/statistics/significant-digits.ts'

const random = seededRandom(7)

/** Values of every size and sign, many of them alike. */
function mixed(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, index) => {
    const sign = random.uniform() < 0.5 ? -1 : 1
    switch (index % 4) {
      case 0:
        return sign * Math.floor(random.uniform() * 10)
      case 1:
        return sign * random.uniform() * 10 ** (600 * random.uniform() - 300)
      case 2:
        return sign * random.uniform()
      default:
        return sign * 0
    }
  })
}

function comparedOrder(values: Float64Array, start: readonly number[]): number[] {
  return start.toSorted((left, right) => {
    const [a = 0, b = 0] = [values[left], values[right]]
    return Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || (a < b ? -1 : a > b ? 1 : 0)
  })
}

describe('the order of values', () => {
  it.each([0, 1, 2, 127, 128, 1_000, 40_000])('is that of a stable comparison, for %i values', (n) => {
    const values = mixed(n)
    const plain = Array.from(values.keys())
    expect([...ascendingOrder(values)]).toEqual(comparedOrder(values, plain))
  })

  it('keeps a given order among equal values', () => {
    const values = Float64Array.from({ length: 500 }, (_, index) => index % 3)
    const start = seededRandom(3).shuffle(Uint32Array.from(values.keys()))
    expect([...ascendingOrder(values, start)]).toEqual(comparedOrder(values, [...start]))
  })

  it('has NaN last, whatever its sign, and the infinities at the ends', () => {
    const negativeNaN = new Float64Array(new Uint32Array([0, 0xfff80000]).buffer)[0] ?? Number.NaN
    const some = [3, Number.NaN, Number.NEGATIVE_INFINITY, negativeNaN, -1, Number.POSITIVE_INFINITY]
    for (const times of [1, 40]) {
      const values = Float64Array.from({ length: some.length * times }, (_, index) => some[index % some.length] ?? 0)
      const ordered = Array.from(ascendingOrder(values), (index) => values[index] ?? 0)
      expect(ordered.slice(0, times).every((value) => value === Number.NEGATIVE_INFINITY)).toBe(true)
      expect(ordered.slice(-2 * times).every(Number.isNaN)).toBe(true)
      expect(ordered.at(-2 * times - 1)).toBe(Number.POSITIVE_INFINITY)
    }
  })

  it('makes average ranks, with or without gaps', () => {
    const values = mixed(3_000)
    const { ranks } = rankWithTies(values)
    for (const index of [0, 1, 2, 3, 777]) {
      const own = values[index] ?? 0
      const below = values.filter((value) => value < own).length
      const equal = values.filter((value) => value === own).length
      expect(ranks[index]).toBe(below + (equal + 1) / 2)
    }
    expect(fastRanks(values)).toEqual(ranks)
    const gaps = Float64Array.from(values, (value, index) => (index % 5 === 0 ? Number.NaN : value))
    const present = rankWithTies(gaps.filter((value) => !Number.isNaN(value))).ranks
    const ranked = fastRanks(gaps)
    expect(ranked.filter((rank) => !Number.isNaN(rank))).toEqual(present)
    expect(ranked.every((rank, index) => Number.isNaN(rank) === (index % 5 === 0))).toBe(true)
  })
})

describe('twelve digits', () => {
  it('are those of toPrecision, for values of every size', () => {
    const own = seededRandom(11)
    const values = [
      0,
      -0,
      0.1 + 0.2,
      1e22,
      123456789012.5,
      123456789013.5,
      0.1234567890125,
      999999999999.5,
      5e-324,
      1e308,
    ]
    for (let index = 0; index < 200_000; index++) {
      const size = (own.uniform() - 0.5) * 10 ** Math.floor(70 * own.uniform() - 35)
      values.push(
        size,
        Math.round(size * 1e4) / 1e4,
        Number(`${Math.floor(own.uniform() * 1e13)}5e${(index % 30) - 20}`),
      )
    }
    const wrong = values.filter((value) => !Object.is(twelveDigits(value), Number(value.toPrecision(12))))
    expect(wrong).toEqual([])
    expect(twelveDigits(Number.NaN)).toBeNaN()
    expect(twelveDigits(Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY)
  })
})
