/** A value by its place is the one that sorting would put there. */
import { describe, expect, it } from 'vitest'
import { valueAtPlace } from '../../../../../src/workers/analysis/statistics/order-statistic.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'

const random = seededRandom(8)
const kinds: Record<string, (index: number) => number> = {
  random: () => random.normal(),
  'with many ties': () => Math.floor(4 * random.uniform()),
  ascending: (index) => index,
  descending: (index) => -index,
  'all the same': () => 7,
}

describe('the value at a place', () => {
  for (const [kind, value] of Object.entries(kinds)) {
    it(`of ${kind} values is that of the sorted ones, place after place`, () => {
      for (const n of [1, 2, 15, 16, 17, 500]) {
        const values = Float64Array.from({ length: n }, (_, index) => value(index))
        const ascending = values.slice().sort()
        for (const place of [n - 1, 0, n >> 1, n >> 2, n >> 1]) {
          expect(valueAtPlace(values, place)).toBe(ascending[place])
        }
        expect(values.slice().sort()).toEqual(ascending)
      }
    })
  }
})
