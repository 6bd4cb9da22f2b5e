/** A difference or a slope that depends on another column is told with where it is otherwise; effects that add up are not. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function interactionsOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights.filter(({ type }) => type === 'interaction')
}

/** Sites, of which the fifth differs by `more` in what the treatment does. */
const trial = (
  more: number,
): string => `SELECT site, arm, 50 + 3 * (arm = 'new')::INTEGER + 2 * s + ${more} * (s = 4 AND arm = 'new')::INTEGER + 5 * normal(6, i, 1) AS gain
  FROM (SELECT i, i % 5 AS s, 'site ' || (i % 5) AS site, CASE WHEN hash(6, i, 9) % 2 = 0 THEN 'new' ELSE 'old' END AS arm FROM range(1500) t(i))`

describe('a difference', () => {
  it('that turns round in one level is told with the level and both gaps', async () => {
    const [found, ...others] = await interactionsOf(trial(-10))
    expect(others).toEqual([])
    expect(found).toMatchObject({
      class: 'finding',
      columns: ['arm', 'site', 'gain'],
      location: 'site 4',
      details: { form: 'means', first: 'arm', second: 'site', level: 'site 4', other_level: null },
    })
    const { own_here, other_here, own_elsewhere, other_elsewhere } = found?.evidence.values ?? {}
    const [here, elsewhere] = [Number(own_here) - Number(other_here), Number(own_elsewhere) - Number(other_elsewhere)]
    expect(here * elsewhere).toBeLessThan(0)
    expect(Math.abs(here - elsewhere)).toBeCloseTo(10, -1)
  })

  it('that merely adds to another is none, nor one below the gate', async () => {
    expect(await interactionsOf(trial(0))).toEqual([])
    expect(await interactionsOf(trial(-0.5))).toEqual([])
  })
})

describe('a slope', () => {
  const growth = (
    slower: number,
  ): string => `SELECT 'feed ' || (i % 3) AS feed, age, 40 + (8 - ${slower} * (i % 3 = 1)::INTEGER) * age + 12 * normal(4, i, 1) AS weight
    FROM (SELECT i, round(20 * uniform(4, i, 2), 1) AS age FROM range(900) t(i))`

  it('that is another in one group is told with both', async () => {
    const [found] = await interactionsOf(growth(3))
    expect(found).toMatchObject({
      class: 'finding',
      columns: ['age', 'feed', 'weight'],
      location: 'feed 1',
      direction: 'lower',
      details: { form: 'slopes', level: 'feed 1' },
    })
    expect(Number(found?.evidence.values.slope_here)).toBeCloseTo(5, 0)
    expect(Number(found?.evidence.values.slope_elsewhere)).toBeCloseTo(8, 0)
  })

  it('that is the same in all groups is none', async () => {
    expect(await interactionsOf(growth(0))).toEqual([])
  })
})

it('no interaction is found in noise, heavy tails included', async () => {
  for (let seed = 1; seed <= 6; seed++) {
    const noise = `SELECT 'a' || (hash(${seed}, i) % 4) AS kind, 'b' || (hash(${seed}, i, 2) % 3) AS side, normal(${seed}, i, 1) AS one,
      exp(1.5 * normal(${seed}, i, 2)) AS two, normal(${seed}, i, 3) / sqrt(uniform(${seed}, i, 8)) AS three FROM range(400) t(i)`
    expect(await interactionsOf(noise)).toEqual([])
  }
})
