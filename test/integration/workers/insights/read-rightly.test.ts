/** Columns whose numbers invite a sentence that is not so: codes told as a yes, strata as amounts, one column told twice. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'

const normal = 'sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())'

async function keptOf(query: string, family: RegExp): Promise<number | undefined> {
  const { output } = await analyzeQueries({ planted: query }, ['SELECT setseed(0.61)'])
  return output.method.families.find(({ name }) => family.test(name))?.kept
}

async function insightsOf(query: string): Promise<readonly InsightDraft[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, ['SELECT setseed(0.61)'])
  expect(mismatches).toEqual([])
  return output.insights
}

describe('codes', () => {
  it('of 1 and 2 are never counted as a yes, however rare the 1 is', async () => {
    const insights = await insightsOf(
      `SELECT 1 + (random() < CASE WHEN sex = 1 THEN 0.8 ELSE 0.6 END)::INTEGER AS status, sex, 60 + 9 * ${normal} AS age
       FROM (SELECT 1 + (random() < 0.4)::INTEGER AS sex FROM range(600) t(i))`,
    )
    const told = insights.filter(({ type }) => type === 'typical' || type === 'rate_difference')
    const ends = told.flatMap(({ details }) => (details.outcome === 'status' ? [details.outcome_value] : []))
    expect(told.find(({ type, columns }) => type === 'typical' && columns[0] === 'status')?.location).toBe('2')
    expect(new Set(ends)).toEqual(new Set(['2']))
  })

  it('of matched sets are no amounts', async () => {
    const insights = await insightsOf(
      `SELECT ['5 years', '9 years', '12 years'][1 + set_no // 30] AS education, set_no AS stratum, 20 + (set_no * 7) % 25 + ${normal} AS age
       FROM (SELECT 1 + i // 3 AS set_no FROM range(249) t(i))`,
    )
    expect(insights.filter(({ columns, type }) => columns.includes('stratum') && type !== 'identifier')).toEqual([])
  })
})

describe('a year with the part of it that has passed', () => {
  it('beside a date is the same again, and no amount', async () => {
    const insights = await insightsOf(
      `SELECT born, year(born) + (month(born) - 1) / 12.0 AS date, i + 20 * ${normal} AS price
       FROM (SELECT (DATE '2000-01-01' + to_months(i::INTEGER))::DATE AS born, i FROM range(120) t(i))`,
    )
    expect(insights.filter(({ columns }) => columns.includes('date'))).toEqual([])
    expect(insights.some(({ columns }) => columns.includes('price'))).toBe(true)
  })
})

describe('quarters of which none is as long as half of the others', () => {
  it('are a series, and no row of it is one of what the file is named for', async () => {
    const { output } = await analyzeQueries({
      presidents: `SELECT (DATE '1945-01-01' + to_months(3 * i::INTEGER))::DATE AS quarter, 60 + i % 7 AS approval FROM range(121) t(i)`,
    })
    expect(output.tables[0]?.order?.kind).toBe('series')
    expect(output.tables[0]?.rowNoun).toBeUndefined()
  })
})

describe('how rows ended', () => {
  it('accounts for no change of their number', async () => {
    const insights = await insightsOf(
      `SELECT 2001 + (i % 5)::BIGINT AS year, CASE WHEN random() < 0.3 + 0.1 * (i % 5) THEN 'Yes' ELSE 'No' END AS released
       FROM (SELECT i, unnest(range(i % 5 + 1)) FROM range(2000) t(i))`,
    )
    const changes = insights.filter(({ type }) => type === 'change_decomposition')
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.filter(({ details }) => details.dimension === 'released')).toEqual([])
  })
})

describe('a small trial of three grades', () => {
  it('shows in which arm one of them is more common, though half of the rows are in each', async () => {
    const counts = [
      ['placebo', 29, 7, 7],
      ['treated', 13, 7, 21],
    ] as const
    const rows = counts.map(([arm, ...of]) =>
      of.map((n, grade) => `SELECT '${arm}' AS arm, '${['none', 'some', 'marked'][grade]}' AS grade FROM range(${n})`),
    )
    const insights = await insightsOf(rows.flat().join(' UNION ALL '))
    expect(insights.find(({ type }) => type === 'association')).toMatchObject({
      class: 'finding',
      details: { first_value: 'treated', second_value: 'marked' },
    })
  })
})

describe('a day of the month', () => {
  const query = (columns: string): string =>
    `SELECT ${columns}, day(born)::BIGINT AS day_of_month, 12000 - 4000 * (isodow(born) > 5)::INTEGER + 300 * ${normal} AS births
     FROM (SELECT DATE '2000-01-01' + i::INTEGER AS born FROM range(5479) t(i))`
  const aboutDays = (insights: readonly InsightDraft[]): InsightDraft[] =>
    insights.filter(({ class: of, columns }) => of !== 'quality' && columns.includes('day_of_month'))

  it('groups nothing beside a date: the 31st has the smallest sum since seven months have one', async () => {
    const insights = await insightsOf(query('born'))
    expect(aboutDays(insights)).toEqual([])
    expect(insights.some(({ type }) => type === 'seasonality')).toBe(true)
  })

  it('is a column like any other where there is no date', async () => {
    expect(aboutDays(await insightsOf(query('isodow(born)::VARCHAR AS weekday'))).length).toBeGreaterThan(0)
  })
})

describe('a column that stands there twice', () => {
  it('is said to be the same, also in eleven rows, and tells nothing of its own', async () => {
    const insights = await insightsOf(
      `SELECT x AS x1, x AS x2, 3 + 0.5 * x + ${normal} AS y1 FROM (SELECT 4 + i AS x FROM range(11) t(i)) ORDER BY random()`,
    )
    const same = insights.find(({ type }) => type === 'derived_column')
    expect(same?.columns.toSorted()).toEqual(['x1', 'x2'])
    const correlations = insights.filter(({ type }) => type === 'correlation')
    expect(correlations.filter(({ columns }) => columns.includes('x1') && columns.includes('x2'))).toEqual([])
    expect(correlations.length).toBeLessThanOrEqual(1)
  })
})

describe('a multiple of a sum', () => {
  it('goes with the parts of the sum by arithmetic, and no pair of them is a finding', async () => {
    const insights = await insightsOf(
      `SELECT a AS material, b AS wages, c AS freight, round(a + b + c, 2) AS net, round(0.19 * round(a + b + c, 2), 2) AS tax
       FROM (SELECT round(exp(4 + 0.5 * ${normal}), 2) AS a, round(exp(4 + 0.5 * ${normal}), 2) AS b,
         round(exp(4 + 0.5 * ${normal}), 2) AS c FROM range(500) t(i))`,
    )
    expect(insights.filter(({ type }) => type === 'derived_column')).toHaveLength(2)
    expect(insights.filter(({ class: class_, columns }) => class_ === 'finding' && columns.includes('tax'))).toEqual([])
  })
})

describe('several columns of yes and no', () => {
  it('lead with the one that tells how it ended', async () => {
    const insights = await insightsOf(
      `SELECT random() < 0.3 AS smoker, random() < 0.2 AS anaemia, random() < 0.4 AS died, 60 + 9 * ${normal} AS age FROM range(600) t(i)`,
    )
    const [first, ...others] = insights.filter(({ type, details }) => type === 'typical' && details.outcome === true)
    expect(first?.columns).toEqual(['died'])
    expect(others.map(({ score }) => score < 50)).toEqual([true, true])
  })
})

describe('categories that are ranges of a measure', () => {
  const people = `SELECT CASE WHEN weight < 2500 THEN 1 ELSE 0 END AS low, round(weight) AS weight, smokes,
      CASE WHEN age < 25 THEN 'under 25' WHEN age < 35 THEN '25 to 34' ELSE '35 and over' END AS age_group, age
    FROM (SELECT 2950 + 700 * ${normal} AS weight, random() < 0.4 AS smokes, (17 + 26 * random())::INTEGER AS age FROM range(400) t(i))`

  it('are said to follow from it, and their differences in it are no findings', async () => {
    const insights = await insightsOf(people)
    const ranges = insights.filter(({ type, details }) => type === 'derived_column' && details.form === 'ranges')
    expect(ranges.map(({ columns }) => columns)).toEqual(
      expect.arrayContaining([
        ['low', 'weight'],
        ['age_group', 'age'],
      ]),
    )
    const both = (one: readonly string[]): boolean =>
      (one.includes('low') && one.includes('weight')) || (one.includes('age_group') && one.includes('age'))
    expect(insights.filter(({ class: of, columns }) => of === 'finding' && both(columns))).toEqual([])
    expect(
      insights.filter(({ columns, details }) => columns.includes('low') && details.held_control === 'weight'),
    ).toEqual([])
    const cut = ranges.find(({ columns }) => columns[0] === 'low')?.evidence.values
    expect(Number(cut?.low_end)).toBeLessThan(2_500.5)
    expect(Number(cut?.high_start)).toBeGreaterThan(2_499.5)
  })

  it('are not sorts that differ in kind, however far apart', async () => {
    const insights = await insightsOf(
      `SELECT ['setosa', 'other'][1 + i % 2] AS sort, CASE WHEN i % 2 = 0 THEN 1.5 ELSE 4.8 END + 0.2 * ${normal} AS petal FROM range(160) t(i)`,
    )
    expect(insights.find(({ type }) => type === 'group_difference')?.columns).toEqual(['sort', 'petal'])
  })
})

describe('a week of which only the weekend differs', () => {
  it('has no day with the peak, but a mean of its weekend and one of its other days', async () => {
    const insights = await insightsOf(
      `SELECT DATE '2021-03-01' + i::INTEGER AS date, round(CASE WHEN isodow(DATE '2021-03-01' + i::INTEGER) < 6 THEN 120 ELSE 60 END + 8 * ${normal}) AS calls FROM range(300) t(i)`,
    )
    const season = insights.find(({ type }) => type === 'seasonality')
    expect(season?.details).toMatchObject({ cycle: 'week', parted: 'weekend' })
    expect(season?.evidence.values.weekend_mean).toBeCloseTo(60, -1)
    expect(season?.evidence.values.working_mean).toBeCloseTo(120, -1)
  })
})

describe('a meter that is read every day', () => {
  it('is followed, though its numbers are nearly those of the rows', async () => {
    const insights = await insightsOf(
      `SELECT DATE '2021-03-01' + i::INTEGER AS date, round(2000 + 1.05 * i)::BIGINT AS meter FROM range(420) t(i)`,
    )
    expect(insights.filter(({ type }) => type === 'identifier')).toEqual([])
    expect(insights.find(({ type }) => type === 'trend')?.columns).toEqual(['date', 'meter'])
  })

  it('is not what counts the rows', async () => {
    const insights = await insightsOf(
      `SELECT DATE '2021-03-01' + i::INTEGER AS date, 1 + i AS place FROM range(420) t(i)`,
    )
    expect(insights.map(({ type }) => type)).toEqual(['identifier'])
  })
})

describe('a season that all things share', () => {
  it('is told once', async () => {
    const insights = await insightsOf(
      `SELECT station, DATE '2015-01-01' + INTERVAL 1 MONTH * i AS month, b + 9 * sin(2 * pi() * ((i % 12) - 3) / 12) + ${normal} AS air
       FROM (VALUES ('Jena', 9), ('Kiel', 8.5), ('Ulm', 8)) a(station, b), range(60) t(i)`,
    )
    expect(insights.filter(({ type }) => type === 'seasonality').map(({ subspace }) => subspace)).toEqual([undefined])
  })
})

describe('what grows with a few ages', () => {
  const trees = `SELECT seed, age, round(2 * age + 6 * ln(age) + 0.4 * ${normal}, 2) AS height
    FROM (VALUES (3), (5), (10), (15), (20), (25)) a(age), range(301, 315) t(seed) ORDER BY random()`

  it('is no second measure of age, and the middle of ages that were chosen is no news', async () => {
    const insights = await insightsOf(trees)
    expect(insights.filter(({ type }) => type === 'derived_column')).toEqual([])
    expect(insights.find(({ type }) => type === 'correlation')?.columns.toSorted()).toEqual(['age', 'height'])
    expect(insights.filter(({ type, columns }) => type === 'typical' && columns[0] === 'age')).toEqual([])
  })
})

describe('rows that are alike', () => {
  it('are no copies where readings of few things are rounded, and are where a part was entered twice', async () => {
    const readings = `SELECT 's' || k AS sensor, ['north', 'south'][1 + k % 2] AS hall, round(100 + 12 * sin(k * 7) + 6 * ${normal}, 1) AS reading
      FROM (SELECT (random() * 24)::INTEGER AS k FROM range(1900) t(i))`
    const copies = ({ type }: InsightDraft): boolean => type === 'duplicates'
    expect((await insightsOf(readings)).filter(copies)).toEqual([])
    const orders = `SELECT i AS number, round(20 + 90 * random(), 2) AS amount FROM range(600) t(i)`
    const entered = `WITH orders AS (${orders}) SELECT * FROM orders UNION ALL SELECT * FROM orders WHERE number < 60`
    expect((await insightsOf(entered)).filter(copies)).toHaveLength(1)
  })
})

describe('a curve in few rows', () => {
  it('that rises and falls is found where a correlation sees nothing', async () => {
    const insights = await insightsOf(
      `SELECT E, 4 - 30 * (E - 0.9) ** 2 + 0.2 * ${normal} AS NOx FROM (SELECT 0.53 + 0.0081 * i AS E FROM range(88) t(i)) ORDER BY random()`,
    )
    expect(insights.filter(({ type }) => type === 'nonlinear_dependence')[0]?.columns.toSorted()).toEqual(['E', 'NOx'])
  })
})

describe('a panel of years with gaps', () => {
  it('is told from its first year to its last', async () => {
    const insights = await insightsOf(
      `SELECT y AS year, region, (1000 * k + 150 * k * (y - 1951))::INTEGER AS phones
       FROM (VALUES (1951), (1956), (1957), (1958), (1959), (1960), (1961)) a(y), (VALUES ('Asia', 1), ('Europe', 4), ('America', 9), ('Africa', 0.5)) b(region, k)`,
    )
    const change = insights.find(({ type, direction }) => type === 'change_decomposition' && direction === 'up')
    expect(change?.columns).toEqual(expect.arrayContaining(['year', 'phones']))
  })
})

describe('what is there, but too small or too plain to be told', () => {
  it('counts as found: a small difference of means in many rows', async () => {
    const query = `SELECT ['a', 'b'][1 + i % 2] AS half, 50 + ${normal} + 0.12 * (i % 2) AS level FROM range(20000) t(i)`
    expect(await keptOf(query, /group_difference/)).toBe(1)
  })

  it('counts as found: a spread that only grows with the level', async () => {
    const query = `SELECT 'spray ' || k AS spray, greatest(0, round(k * k + sqrt(k * k) * ${normal})) AS insects FROM range(1, 6) a(k), range(40) b(i)`
    expect(await keptOf(query, /spread_difference/)).toBe(1)
  })
})
