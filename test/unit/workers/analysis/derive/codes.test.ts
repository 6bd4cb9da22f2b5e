/** Values as small numbers, in the order in which they are met. */
import { describe, expect, it } from 'vitest'
import { codesOf, codesOfPlaces } from '../../../../../src/workers/analysis/derive/codes.ts'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'

describe('codes of values', () => {
  it('are the same from texts and from their places in a list of them', () => {
    const random = seededRandom(7)
    const labels = ['oak', 'ash', 'elm', 'fir', 'yew']
    for (let run = 0; run < 50; run++) {
      const texts = Array.from({ length: 40 }, () => (random.uniform() < 0.1 ? null : labels[random.integer(5)]))
      const places = Float64Array.from(texts, (text) => (text == null ? Number.NaN : labels.indexOf(text)))
      expect(codesOfPlaces(places, labels.length)).toEqual(codesOf(texts))
    }
  })

  it('begin with the first value met, and leave out what is none', () => {
    expect([...codesOfPlaces(Float64Array.of(2, -1, 0, 2, Number.NaN), 3)]).toEqual([0, -1, 1, 0, -1])
  })
})
