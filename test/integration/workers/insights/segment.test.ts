/** Two conditions that single rows out together are told with both; what one tells alone, or both added up, is not. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { roundestBetween } from '../../../../src/workers/insights/kinds/segment/candidates.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function told(query: string): Promise<readonly InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights
}

const ofType = (insights: readonly InsightDraft[], type: string) => insights.filter((one) => one.type === type)

/** Four shops, three sizes and an age; `extra` SQL is what is added to the measure. */
const shops = (extra: string, order = 'i', rows = 2000): string => `SELECT shop, size, age, area, spend FROM (
  SELECT *, round(100 + 10 * normal(11, i, 1) + ${extra}, 2) AS spend FROM (
    SELECT i, ['Elm', 'Oak', 'Ash', 'Yew'][1 + (hash(11, i, 5) % 4)::INT] AS shop, ['S', 'M', 'L'][1 + (hash(11, i, 6) % 3)::INT] AS size,
      18 + floor(60 * uniform(11, i, 7))::INT AS age, round(50 + 5 * normal(11, i, 4), 1) AS area FROM range(${rows}) t(i))) ORDER BY ${order}`

const inside = "(shop = 'Ash' AND size = 'L')::INTEGER"

describe('two conditions', () => {
  it('under which a measure is higher are told, instead of the differences that they make by the way', async () => {
    const insights = await told(shops(`12 * ${inside}`))
    const [found, ...others] = ofType(insights, 'segment')
    expect(others).toEqual([])
    expect(found).toMatchObject({
      class: 'finding',
      columns: ['shop', 'size', 'spend'],
      subspace: { shop: 'Ash', size: 'L' },
      direction: 'higher',
      details: { first_value: 'Ash', second_value: 'L', alone: true },
    })
    const { inside: mean, rest, checked_n, n } = found?.evidence.values ?? {}
    expect(Number(mean) - Number(rest)).toBeCloseTo(12, -0.5)
    expect(Math.abs(Number(checked_n) / Number(n) - 0.5)).toBeLessThan(0.05)
    const plain = insights.filter(({ type, columns }) => type === 'group_difference' && columns.includes('spend'))
    expect([...plain, ...ofType(insights, 'interaction')]).toEqual([])
  })

  it('under which it is lower are told as such', async () => {
    const [found] = ofType(await told(shops(`-12 * ${inside}`)), 'segment')
    expect(found).toMatchObject({ direction: 'lower', subspace: { shop: 'Ash', size: 'L' } })
  })

  it('may be ranges, cut at round numbers', async () => {
    const [found] = ofType(await told(shops("12 * (shop = 'Oak' AND age < 38)::INTEGER")), 'segment')
    expect(found).toMatchObject({ class: 'finding', columns: ['shop', 'age', 'spend'], direction: 'higher' })
    const { second_from, second_below } = found?.evidence.values ?? {}
    expect(second_from).toBeNull()
    expect(Math.abs(Number(second_below) - 38)).toBeLessThanOrEqual(4)
    expect(found?.subspace).toEqual({ shop: 'Oak', age: `below ${second_below}` })
  })

  it('are the same in whatever order the rows stand', async () => {
    const numbers = async (order: string) => {
      const [found] = ofType(await told(shops(`12 * ${inside}`, order)), 'segment')
      return found?.evidence.values
    }
    const [first, second] = [await numbers('i'), await numbers('hash(i, 99)')]
    expect(first?.checked_n).toBe(second?.checked_n)
    expect(Number(first?.checked_inside)).toBeCloseTo(Number(second?.checked_inside), 9)
  })

  it('that only add up, or of which one tells all, are none', async () => {
    expect(ofType(await told(shops("8 * (shop = 'Ash')::INTEGER + 8 * (size = 'L')::INTEGER")), 'segment')).toEqual([])
    expect(ofType(await told(shops("9 * (shop = 'Ash')::INTEGER")), 'segment')).toEqual([])
    expect(ofType(await told(shops(`1.5 * ${inside}`)), 'segment')).toEqual([])
  })
})

describe('a rate', () => {
  const clinic = (
    more: number,
  ) => `SELECT ward, shift, age, CASE WHEN uniform(5, i, 9) < 0.15 + ${more} * (ward = 'north' AND shift = 'night')::INTEGER THEN 'yes' ELSE 'no' END AS fell
    FROM (SELECT i, ['north', 'south', 'east'][1 + (hash(5, i, 2) % 3)::INT] AS ward, ['day', 'late', 'night'][1 + (hash(5, i, 3) % 3)::INT] AS shift,
      40 + floor(50 * uniform(5, i, 4))::INT AS age FROM range(2400) t(i))`

  it('that is higher where two conditions hold is told with both, also where like rows repeat', async () => {
    const [found] = ofType(await told(clinic(0.25)), 'segment')
    expect(found).toMatchObject({
      class: 'finding',
      columns: ['ward', 'shift', 'fell'],
      subspace: { ward: 'north', shift: 'night' },
      direction: 'higher',
      details: { outcome: 'fell', outcome_value: 'yes', measure: null },
    })
    const few = await told(`SELECT ward, shift, fell FROM (${clinic(0.25)})`)
    expect(ofType(few, 'segment')[0]).toMatchObject({ subspace: { ward: 'north', shift: 'night' } })
  })

  it('that is the same everywhere has none', async () => {
    expect(ofType(await told(clinic(0)), 'segment')).toEqual([])
  })
})

it('rows of one customer do not confirm each other', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const insights = await told(`SELECT customer, region, plan, own + 2 * normal(${seed}, i, 3) AS basket FROM (
      SELECT i, 'C' || lpad((i % 60)::VARCHAR, 3, '0') AS customer, ['n', 's', 'w'][1 + (hash(${seed}, i % 60, 1) % 3)::INT] AS region,
        ['basic', 'plus', 'pro'][1 + (hash(${seed}, i % 60, 2) % 3)::INT] AS plan, 50 + 10 * normal(${seed}, i % 60, 4) AS own FROM range(2400) t(i))`)
    expect(ofType(insights, 'segment').filter((one) => one.class === 'finding')).toEqual([])
  }
})

it('no segment is found in noise, heavy tails included', async () => {
  for (let seed = 1; seed <= 8; seed++) {
    const noise = `SELECT 'a' || (hash(${seed}, i) % 4) AS kind, 'b' || (hash(${seed}, i, 2) % 3) AS side, normal(${seed}, i, 1) AS one,
      exp(1.5 * normal(${seed}, i, 2)) AS two, normal(${seed}, i, 3) / sqrt(uniform(${seed}, i, 8)) AS three,
      CASE WHEN hash(${seed}, i, 12) % 4 = 0 THEN 'yes' ELSE 'no' END AS won FROM range(500) t(i)`
    expect(ofType(await told(noise), 'segment')).toEqual([])
  }
})

it('a range ends at the roundest number there is', () => {
  expect(roundestBetween(28.4, 31.9)).toBe(30)
  expect(roundestBetween(0.28, 0.34)).toBe(0.3)
  expect(roundestBetween(1234, 1239)).toBe(1235)
  expect(roundestBetween(36, 39)).toBe(36)
  expect(roundestBetween(33, 39)).toBe(35)
  expect(roundestBetween(-31.9, -28.4)).toBe(-30)
  expect(roundestBetween(-2, 3)).toBe(0)
  expect(roundestBetween(7, 7)).toBe(7)
})
