/** How the values of one measure lie: what is planted is told, and nothing of what is not there. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

async function insightsOf(query: string): Promise<InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  return output.insights
}

const ofType = (insights: readonly InsightDraft[], type: string): InsightDraft[] =>
  insights.filter((insight) => insight.type === type)

const noise = (part: number): string => `normal(11, i, ${part})`

describe('the shape of one measure', () => {
  it('two and three heaps are told with their places and shares; one heap is not', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN hash(i, 1) % 3 = 0 THEN 20 ELSE 60 END + 5 * ${noise(1)} AS two, 30 * (hash(i, 2) % 3) + 3 * ${noise(2)} AS three,
        100 + 9 * ${noise(3)} AS one FROM range(1500) t(i)`,
    )
    const found = ofType(insights, 'multimodal')
    expect(found.map(({ columns }) => columns[0]).sort()).toEqual(['three', 'two'])
    const two = found.find(({ columns }) => columns[0] === 'two')
    expect(two).toMatchObject({ class: 'finding', evidence: { values: { parts: 2, middle_place: null } } })
    expect(two?.evidence.values.low_place).toBeCloseTo(20, -0.5)
    expect(two?.evidence.values.high_place).toBeCloseTo(60, -0.5)
    expect(two?.evidence.values.low_share).toBeCloseTo(1 / 3, 1)
    expect(found.find(({ columns }) => columns[0] === 'three')?.evidence.values).toMatchObject({ parts: 3 })
  })

  it('no heaps are told of random walks, of series that resemble themselves, or of a few keys', async () => {
    const series = await insightsOf(
      `SELECT DATE '2020-01-01' + i::INTEGER AS date, sum(${noise(1)}) OVER (ORDER BY i) AS walk,
        autoregressive(11, i, 2) + 50 AS level FROM range(900) t(i)`,
    )
    expect(ofType(series, 'multimodal')).toEqual([])
    const keys = await insightsOf(
      `SELECT 'P' || (hash(i, 1) % 20) AS patient, 100 + 15 * normal(12, hash(i, 1) % 20, 1) + 3 * ${noise(1)} AS pressure FROM range(800) t(i)`,
    )
    expect(ofType(keys, 'multimodal')).toEqual([])
  })

  it('a long tail is told as one, on its side; far values alone make none', async () => {
    const insights = await insightsOf(
      `SELECT exp(${noise(1)}) AS upper, 100 - exp(${noise(2)}) AS lower, CASE WHEN i < 5 THEN 90 + i ELSE 10 + ${noise(3)} END AS outliers,
        50 + 5 * ${noise(4)} AS even FROM range(1000) t(i)`,
    )
    const found = ofType(insights, 'skew')
    expect(found.map(({ columns, direction }) => [columns[0], direction]).sort()).toEqual([
      ['lower', 'lower'],
      ['upper', 'higher'],
    ])
    for (const { evidence } of found) {
      expect(Number(evidence.values.share_on_side)).toBeGreaterThan(0.6)
      expect(Math.abs(Number(evidence.values.skewness))).toBeGreaterThan(1)
    }
  })

  it('a spike at zero is told of few rows, too', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN uniform(11, i, 1) < 0.2 THEN 0 ELSE exp(3 + 0.5 * ${noise(2)}) END AS claims FROM range(300) t(i)`,
    )
    expect(ofType(insights, 'zero_inflation')).toHaveLength(1)
  })

  it('a spike at zero is told with what the others are like, once; small counts have none', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN i % 5 < 2 THEN 0 ELSE exp(3 + 0.5 * ${noise(1)}) END AS claims, (hash(i, 3) % 3)::BIGINT AS children,
        greatest(0, round(8 + 4 * ${noise(2)})) AS visits FROM range(1200) t(i)`,
    )
    const found = ofType(insights, 'zero_inflation')
    expect(found.map(({ columns }) => columns)).toEqual([['claims']])
    expect(found[0]?.evidence.values).toMatchObject({ zeros: 480, share: 0.4, n: 1200 })
    const others = insights.filter(
      ({ type, columns }) => ['skew', 'multimodal'].includes(type) && columns[0] === 'claims',
    )
    expect(others).toEqual([])
  })
})

describe('unusual values', () => {
  it('the one quoted is the furthest of those that lie outside, on either side', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN i = 0 THEN 5 ELSE 50 + 5 * ${noise(1)} END AS low, CASE WHEN i < 2 THEN 200 WHEN i = 2 THEN 10 ELSE 50 + 5 * ${noise(2)} END AS both
      FROM range(800) t(i)`,
    )
    const found = new Map(ofType(insights, 'unusual_values').map((insight) => [insight.columns[0], insight]))
    expect(found.get('low')).toMatchObject({
      direction: 'lower',
      location: 5,
      evidence: { values: { below: 1, above: 0 } },
    })
    expect(found.get('both')).toMatchObject({
      direction: 'higher',
      location: 200,
      evidence: { values: { below: 1, above: 2, ties: 2, most_extreme: 200 } },
    })
  })

  it('are none among values of one distribution, however many', async () => {
    for (const rows of [300, 3_000, 30_000]) {
      const columns = Array.from(
        { length: 6 },
        (_, part) => `40 + 6 * ${noise(part + 1)} AS n${part}, exp(${noise(part + 20)}) AS l${part}`,
      )
      const insights = await insightsOf(`SELECT ${columns.join(', ')} FROM range(${rows}) t(i)`)
      expect(ofType(insights, 'unusual_values').length, String(rows)).toBeLessThanOrEqual(1)
    }
  })
})

describe('curves and clusters', () => {
  it('a curve that turns is told with the place where it does, and no correlation beside it', async () => {
    const insights = await insightsOf(
      `SELECT x, 40 - (x - 3) * (x - 3) + ${noise(2)} AS y, ${noise(3)} AS z FROM (SELECT i, 10 * uniform(11, i, 9) - 2 AS x FROM range(1200) t(i))`,
    )
    const found = ofType(insights, 'nonlinear_dependence')
    expect(found.map(({ columns }) => columns)).toEqual([['x', 'y']])
    expect(found[0]).toMatchObject({ class: 'finding', details: { form: 'peak' } })
    const { place, low_mean, middle_mean, high_mean } = found[0]?.evidence.values ?? {}
    expect(Math.abs(Number(place) - 3)).toBeLessThan(0.6)
    expect(Number(middle_mean)).toBeGreaterThan(Math.max(Number(low_mean), Number(high_mean)))
    expect(ofType(insights, 'correlation')).toEqual([])
  })

  it('clusters are told with their sizes and places, in place of the heaps they make', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN i % 4 = 0 THEN 30 ELSE 10 END + 2 * ${noise(1)} AS length, CASE WHEN i % 4 = 0 THEN 5 ELSE 9 END + 0.4 * ${noise(2)} AS width,
        ${noise(3)} AS other, exp(${noise(4)}) AS tail FROM range(1000) t(i)`,
    )
    const found = ofType(insights, 'cluster')
    expect(found).toHaveLength(1)
    expect(found[0]?.columns).toEqual(['length', 'width'])
    expect(found[0]?.evidence.values).toMatchObject({ clusters: 2, n: 1000, third_a: null, share_c: null })
    expect(found[0]?.evidence.values.share_b).toBeCloseTo(0.25, 2)
    expect(ofType(insights, 'multimodal')).toEqual([])
  })

  it('are neither found in noise of any kind, nor among keys that repeat', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const heavy = `normal(${seed}, i, 1) / sqrt(-ln(uniform(${seed}, i, 33)))`
      const insights = await insightsOf(
        `SELECT ${heavy} AS heavy, exp(normal(${seed}, i, 2)) AS tail, normal(${seed}, i, 3) AS a, uniform(${seed}, i, 9) AS even,
          'K' || (hash(i, ${seed}) % 25) AS key, normal(${seed}, hash(i, ${seed}) % 25, 90) + 0.1 * normal(${seed}, i, 5) AS alike,
          normal(${seed}, hash(i, ${seed}) % 25, 91) + 0.1 * normal(${seed}, i, 6) AS too FROM range(700) t(i)`,
      )
      const kinds = ['nonlinear_dependence', 'cluster', 'multimodal']
      expect(
        insights.filter(({ type, class: of }) => of === 'finding' && kinds.includes(type)),
        String(seed),
      ).toEqual([])
    }
  })
})

describe('a record', () => {
  it('whose lowest is shared by several periods says by how many', async () => {
    const insights = await insightsOf(
      `SELECT DATE '2018-01-01' + INTERVAL (i) MONTH AS month, CASE WHEN i % 4 = 0 THEN 0 ELSE 20 + i % 17 + (i = 31)::INTEGER * 60 END AS level FROM range(60) t(i)`,
    )
    const record = ofType(insights, 'record').find(({ columns }) => columns.includes('level'))
    expect(record?.evidence.values).toMatchObject({ lowest: 0, lowest_ties: 15 })
  })
})
