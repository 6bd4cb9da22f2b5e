/** Notes on the quality of the data: each fault that is planted is noted once, and data without it is not. */
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

const noise = (part: number): string => `normal(21, i, ${part})`

describe('dates', () => {
  const films = (late: string): string =>
    `SELECT CASE WHEN ${late} THEN DATE '2090-05-01' + i::INTEGER ELSE DATE '1990-01-01' + (7 * i)::INTEGER END AS released, 50 + ${noise(1)} AS score FROM range(1000) t(i)`

  it('that are still to come are noted among many that are past', async () => {
    const [found, ...others] = ofType(await insightsOf(films('i % 250 = 0')), 'future_dates')
    expect(others).toEqual([])
    expect(found).toMatchObject({ class: 'quality', columns: ['released'], location: '2092-05-20' })
    expect(found?.evidence.values).toEqual({ rows: 4, share: 0.004, n: 1000 })
  })

  it('are a plan where a good part is to come, and nothing where none is', async () => {
    expect(ofType(await insightsOf(films('i % 2 = 0')), 'future_dates')).toEqual([])
    expect(ofType(await insightsOf(films('false')), 'future_dates')).toEqual([])
  })
})

describe('how values are written', () => {
  it('round last digits and a cut-off end are noted; even digits are not', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN hash(i, 1) % 2 = 0 THEN 10 * round(40 + 6 * ${noise(1)}) ELSE round(400 + 60 * ${noise(2)}) END::BIGINT AS guess,
        least(100, 80 + 15 * ${noise(3)}) AS score, round(400 + 60 * ${noise(4)})::BIGINT AS counted, 50 + 5 * ${noise(5)} AS measured FROM range(1500) t(i)`,
    )
    const found = new Map(ofType(insights, 'heaping').map((insight) => [insight.columns[0], insight]))
    expect([...found.keys()].sort()).toEqual(['guess', 'score'])
    expect(found.get('guess')).toMatchObject({ class: 'quality', location: '0', details: { digits: '0', end: null } })
    expect(Number(found.get('guess')?.evidence.values.share)).toBeGreaterThan(0.5)
    expect(found.get('score')).toMatchObject({ location: 100, details: { end: 'highest', digits: null } })
  })

  it('two precisions are noted, and one coarse step; one precision is not', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN hash(i, 1) % 2 = 0 THEN round(40 + 6 * ${noise(1)}) ELSE round(40 + 6 * ${noise(2)}, 3) END AS two,
        round(40 + 6 * ${noise(3)}, 2) AS one, (25 * round(40 + 6 * ${noise(4)}))::BIGINT AS step FROM range(1500) t(i)`,
    )
    const found = new Map(ofType(insights, 'precision').map((insight) => [insight.columns[0], insight]))
    expect([...found.keys()].sort()).toEqual(['step', 'two'])
    expect(found.get('two')?.details).toMatchObject({ coarse: 0, fine: 3 })
    expect(found.get('step')?.evidence.values).toMatchObject({ step: 25, coarse_share: 1 })
    expect(ofType(insights, 'heaping')).toEqual([])
  })

  it('is nothing to note of where units were turned into one, or powers of ten written out', async () => {
    const query = `SELECT CASE WHEN hash(i, 1) % 2 = 0 THEN round(40 + 6 * ${noise(1)}) ELSE round(40 + 6 * ${noise(2)}, 3) END AS two,
        CASE WHEN hash(i, 1) % 2 = 0 THEN 10 * round(40 + 6 * ${noise(1)}) ELSE round(400 + 60 * ${noise(2)}) END::BIGINT AS guess FROM range(1500) t(i)`
    const { output } = await analyzeQueries({ planted: query }, noiseSetup, undefined, (column) => ({
      ...column,
      rescaled: true,
    }))
    expect(ofType(output.insights, 'precision')).toEqual([])
    expect(ofType(output.insights, 'heaping')).toEqual([])
  })

  it('spellings of one label are noted, and texts among the numbers of a text column', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN i % 100 = 0 THEN 'berlin ' WHEN i % 200 = 1 THEN 'Belrin' WHEN i % 2 = 0 THEN 'Berlin' ELSE 'Bremen' END AS town,
        CASE WHEN i % 50 = 0 THEN 'n.v.' ELSE (i % 37)::VARCHAR END AS amount, 'g' || (i % 3) AS plain FROM range(1000) t(i)`,
    )
    const [variants, ...others] = ofType(insights, 'label_variants')
    expect(others).toEqual([])
    expect(variants).toMatchObject({ columns: ['town'], location: 'berlin ', details: { common: 'Berlin' } })
    expect(variants?.evidence.values).toMatchObject({ variants: 2, rows: 15, variant_rows: 10 })
    const mixed = ofType(insights, 'mixed_types')
    expect(mixed.map(({ columns }) => columns)).toEqual([['amount']])
    expect(mixed[0]).toMatchObject({
      evidence: { values: { count: 20, n: 1000 } },
      details: { examples: '“n.v.”', read: false },
    })
  })
})

describe('units and first digits', () => {
  it('two units are noted, with the date from which on the other is used, and nothing else is said of the measure', async () => {
    const insights = await insightsOf(
      `SELECT DATE '2023-01-01' + i::INTEGER AS date, CASE WHEN i >= 200 THEN 1000 ELSE 1 END * exp(3 + 0.2 * ${noise(1)}) AS mass,
        CASE WHEN hash(i, 3) % 10 = 0 THEN 100 ELSE 1 END * exp(1 + 0.3 * ${noise(2)}) AS mixed, exp(2 * ${noise(3)}) AS wide FROM range(400) t(i)`,
    )
    const found = new Map(ofType(insights, 'unit_mix').map((insight) => [insight.columns[0], insight]))
    expect([...found.keys()].sort()).toEqual(['mass', 'mixed'])
    expect(found.get('mass')).toMatchObject({
      location: '2023-07-20',
      details: { side: 'from', time: 'date' },
      evidence: { values: { factor: 1000, rows: 200 } },
    })
    expect(found.get('mixed')).toMatchObject({
      location: 100,
      details: { side: null },
      evidence: { values: { factor: 100 } },
    })
    const others = insights.filter(
      ({ type, class: of, columns }) =>
        of !== 'quality' && type !== 'unit_mix' && columns.some((name) => name === 'mass' || name === 'mixed'),
    )
    expect(others).toEqual([])
  })

  it('a handful of slips is noted where nothing lies between for a long way; a few large things are not', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN i % 100 = 7 THEN 1000 ELSE 1 END * (60 + 6 * ${noise(1)}) AS mass,
        CASE WHEN i % 100 = 9 THEN 10 ELSE 1 END * exp(3 + 0.4 * ${noise(2)}) AS price FROM range(400) t(i)`,
    )
    const found = ofType(insights, 'unit_mix')
    expect(found.map(({ columns, location }) => [columns[0], location])).toEqual([['mass', 1000]])
    expect(found[0]?.evidence.values.rows).toBe(4)
  })

  it('two kinds of things, ten times apart by nature but unlike each other, are not two units', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN i % 2 = 0 THEN 200 + 60 * ${noise(1)} ELSE greatest(1, 20 + ${noise(2)}) END AS weight, 10 ** (4 * uniform(21, i, 8)) AS even FROM range(800) t(i)`,
    )
    expect(ofType(insights, 'unit_mix')).toEqual([])
  })

  it('first digits that pile up are noted without a verdict; amounts that grew together are not', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN hash(i, 5) % 3 = 0 THEN 4000 + 999 * uniform(21, i, 2) ELSE 10 ** (1 + 4 * uniform(21, i, 3)) END AS invoice,
        10 ** (1 + 4 * uniform(21, i, 4)) AS natural, 50 + 5 * ${noise(5)} AS narrow FROM range(3000) t(i)`,
    )
    const found = ofType(insights, 'benford')
    expect(found.map(({ columns, location }) => [columns[0], location])).toEqual([['invoice', 4]])
    expect(found[0]?.evidence.values.digit_share).toBeCloseTo(0.396, 1)
  })
})

describe('gaps', () => {
  it('are told where they are, what is different there, and with which others they come; strewn ones are not', async () => {
    const insights = await insightsOf(
      `SELECT branch, level, CASE WHEN branch = 'b1' AND uniform(21, i, 41) < 0.5 THEN NULL ELSE ${noise(1)} END AS depth,
        CASE WHEN level > 1 THEN NULL ELSE ${noise(2)} END AS height, CASE WHEN uniform(21, i, 42) < 0.05 THEN NULL ELSE ${noise(3)} END AS strewn,
        CASE WHEN uniform(21, i, 43) < 0.1 THEN NULL ELSE ${noise(4)} END AS one, CASE WHEN uniform(21, i, 43) < 0.1 THEN NULL ELSE ${noise(5)} END AS two
      FROM (SELECT i, 'b' || floor(4 * uniform(21, i, 44))::INTEGER AS branch, ${noise(9)} AS level FROM range(1600) t(i))`,
    )
    const found = ofType(insights, 'missing_pattern')
    expect(found.map(({ columns, location, details }) => [...columns, details.form, location ?? null]).sort()).toEqual([
      ['depth', 'branch', 'category', 'b1'],
      ['height', 'level', 'measure', null],
      ['one', 'two', 'together', null],
    ])
    const depth = found.find(({ columns }) => columns[0] === 'depth')
    expect(depth?.evidence.values).toMatchObject({ rest_share: 0, n: 1600 })
    expect(Math.abs(Number(depth?.evidence.values.part_share) - 0.5)).toBeLessThan(0.1)
  })
})

describe('gaps of many columns in the same rows', () => {
  it('are told once', async () => {
    const insights = await insightsOf(
      `SELECT i, CASE WHEN i % 15 = 0 THEN NULL ELSE 'r' || i % 4 END AS region, CASE WHEN i % 15 = 0 THEN NULL ELSE ${noise(5)} END AS births,
        CASE WHEN i % 15 = 0 THEN NULL ELSE ${noise(6)} END AS income, CASE WHEN i % 15 = 0 THEN NULL ELSE ${noise(7)} END AS towns
      FROM range(600) t(i)`,
    )
    const found = ofType(insights, 'missing_pattern')
    expect(found.map(({ columns, details }) => [details.form, ...columns])).toEqual([
      ['same', 'region', 'births', 'income', 'towns'],
    ])
    expect(found[0]?.evidence.values).toMatchObject({ missing: 40, part_missing: 40, n: 600 })
  })
})

describe('codes for “missing”', () => {
  it('are noted and left out of all else; zeros and nines that are amounts are not', async () => {
    const insights = await insightsOf(
      `SELECT CASE WHEN uniform(21, i, 51) < 0.03 THEN 999 ELSE round(40 + 5 * ${noise(1)}, 1) END AS temperature,
        CASE WHEN uniform(21, i, 52) < 0.04 THEN 0 ELSE round(80 + 8 * ${noise(2)}) END AS pressure,
        CASE WHEN uniform(21, i, 53) < 0.1 THEN -1 ELSE floor(90 * uniform(21, i, 54)) END AS age,
        CASE WHEN uniform(21, i, 55) < 0.03 THEN 99 ELSE 1 + floor(5 * uniform(21, i, 56)) END AS answer,
        CASE WHEN uniform(21, i, 57) < 0.1 THEN 0 ELSE 500 + 20 * ${noise(3)} END AS sales, floor(100 * uniform(21, i, 58)) AS score FROM range(1500) t(i)`,
    )
    const found = ofType(insights, 'sentinel')
    expect(found.map(({ columns, location }) => [columns[0], location]).sort()).toEqual([
      ['age', -1],
      ['answer', 99],
      ['pressure', 0],
      ['temperature', 999],
    ])
    const temperature = insights.find(({ type, columns }) => type === 'typical' && columns[0] === 'temperature')
    expect(Number(temperature?.evidence.values.n)).toBeLessThan(1500)
    for (const { type, columns, location } of insights) {
      if (type === 'unusual_values')
        expect([columns[0], Math.abs(Number(location)) >= 999]).not.toEqual(['temperature', true])
    }
    expect(
      insights.filter(({ type, columns }) => ['skew', 'multimodal'].includes(type) && columns[0] !== 'sales'),
    ).toEqual([])
  })
})
