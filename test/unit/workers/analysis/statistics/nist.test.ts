/** NIST's certified values (StRD), and its hardest sets made here by their published rule. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { moments } from '../../../../../src/workers/analysis/statistics/moments.ts'
import { oneWayAnova } from '../../../../../src/workers/analysis/statistics/one-way-anova.ts'
import { type Corpus, corporaOf, noteRead } from '../../../../support/corpora.ts'

/** NIST's measure: log relative error, digits that agree; 15 is the most a certified value has. */
function digits(value: number, certified: number): number {
  return value === certified ? 15 : -Math.log10(Math.abs((value - certified) / (certified === 0 ? 1 : certified)))
}

const univariateSchema = z.object({
  sets: z.record(
    z.string(),
    z.object({ mean: z.string(), sd: z.string(), lag1: z.string(), data: z.array(z.number()) }),
  ),
})
const anovaSchema = z.object({
  sets: z.record(z.string(), z.object({ certified_F: z.number(), groups: z.array(z.array(z.number())) })),
})
const read = (corpus: Corpus, name: string): unknown => JSON.parse(readFileSync(path.join(corpus.folder, name), 'utf8'))

describe.each(corporaOf('nist'))('certified values, of $where', (corpus) => {
  it('every univariate set is right to the limit of its input in doubles', () => {
    const { sets } = univariateSchema.parse(read(corpus, 'univariate.json'))
    noteRead('nist', corpus, Object.keys(sets).length)
    expect(Object.keys(sets).length).toBeGreaterThan(5)
    for (const [name, set] of Object.entries(sets)) {
      const result = moments(set.data)
      expect(digits(result?.mean ?? 0, Number(set.mean)), name).toBeGreaterThan(15 - 1e-9)
      // Michelson's and Mavro's values have few significant digits after their offset: 13 is what rational arithmetic
      // on the rounded input gives as well.
      expect(digits(result?.sd ?? 0, Number(set.sd)), name).toBeGreaterThan(13)
      expect(digits(result?.lag1 ?? 0, Number(set.lag1)), name).toBeGreaterThan(13)
    }
  })

  it('every analysis of variance is right to the limit of its input in doubles', () => {
    const { sets } = anovaSchema.parse(read(corpus, 'anova.json'))
    noteRead('nist', corpus, Object.keys(sets).length)
    expect(Object.keys(sets).length).toBeGreaterThan(5)
    for (const [name, set] of Object.entries(sets)) {
      expect(digits(oneWayAnova(set.groups)?.statistic ?? 0, set.certified_F), name).toBeGreaterThan(10)
    }
  })
})

describe('certified values of sets made by their published rule', () => {
  it('NumAcc3 and NumAcc4: a spread of 0.1 at an offset of a million and ten million', () => {
    const set = (offset: number) => [
      offset + 0.2,
      ...Array.from({ length: 1000 }, (_, index) => offset + (index % 2 === 0 ? 0.1 : 0.3)),
    ]
    const third = moments(set(1_000_000))
    const fourth = moments(set(10_000_000))
    expect(third?.mean).toBe(1_000_000.2)
    expect(digits(third?.sd ?? 0, 0.1)).toBeGreaterThan(9)
    expect(fourth?.mean).toBe(10_000_000.2)
    // The input itself is rounded at 2e-9.
    expect(digits(fourth?.sd ?? 0, 0.1)).toBeGreaterThan(8)
    expect(digits(fourth?.lag1 ?? 0, -0.999)).toBeGreaterThan(8)
  })

  it('SmLs09: eighteen thousand values, constant in their first thirteen digits, still give F = 2001', () => {
    // Published rule: a first value offset + .4, then pairs .3 and .5, each group shifted by −.1, 0 or .1.
    const offset = 1_000_000_000_000
    const shifts = [4, 3, 5, 3, 5, 3, 5, 3, 4].map((tenths) => tenths / 10)
    const groups = shifts.map((level) =>
      [level, ...Array.from({ length: 2000 }, (_, index) => level + (index % 2 === 0 ? -0.1 : 0.1))].map(
        (value) => offset + value,
      ),
    )
    const near = oneWayAnova(groups.map((group) => group.map((value) => value - offset)))
    const far = oneWayAnova(groups)
    // Subtracting the offset is exact, so the far sums must give what the near ones do.
    expect(digits(far?.statistic ?? 0, near?.statistic ?? 1)).toBeGreaterThan(12)
  })
})
