/** What a table says twice is told once. */
import { describe, expect, it } from 'vitest'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

describe('redundancy', () => {
  it('a code beside a name is the same dimension, told by its name', async () => {
    const { output } = await analyzeQueries(
      {
        birds: `SELECT ['Robin', 'Crow', 'Wren'][1 + i % 3] AS bird, 10 + i % 3 AS bird_code,
          5 * (i % 3 = 1)::INTEGER + normal(2, i, 1) AS weight FROM range(600) t(i)`,
      },
      noiseSetup,
    )
    const told = output.insights.filter((insight) => insight.type === 'group_difference')
    expect(told.map((insight) => [insight.columns, insight.location])).toEqual([[['bird', 'weight'], 'Crow']])
  })

  it('a column of changes goes with the column that changed by arithmetic, and with its parts', async () => {
    // A part of the whole with its own noise, and the changes of the whole: rounded, and first in the file what is latest.
    const levels = `SELECT i, round(5000 + 40 * i + 60 * normal(2, i, 1)) AS staff, round(2000 + 30 * normal(2, i, 2)) AS guests
      FROM range(1, 121) t(i)`
    const { output } = await analyzeQueries(
      {
        firm: `SELECT DATE '2010-01-01' + i::INTEGER * INTERVAL 1 MONTH AS month, staff + guests AS people, staff, guests,
          (staff + guests) - lag(staff + guests) OVER (ORDER BY i) AS people_change FROM (${levels}) ORDER BY i DESC`,
      },
      noiseSetup,
    )
    const pairs = output.insights
      .filter(({ type }) => ['correlation', 'co_movement', 'nonlinear_dependence', 'key_drivers'].includes(type))
      .map(({ columns }) => columns)
    expect(pairs.filter((columns) => columns.includes('people_change'))).toEqual([])
  })

  it('the same thing in two units is told as such, not as a finding', async () => {
    const { output, mismatches } = await analyzeQueries(
      {
        people: `SELECT 170 + 9 * normal(1, i, 1) AS cm, (170 + 9 * normal(1, i, 1)) / 2.54 AS inches FROM range(300) t(i)`,
      },
      noiseSetup,
    )
    expect(mismatches).toEqual([])
    const told = output.insights.filter(({ type }) => type === 'derived_column')
    expect(told.map(({ details, evidence }) => [details.form, evidence.values.factor])).toEqual([
      ['linear', Number((1 / 2.54).toPrecision(9))],
    ])
    expect(output.insights.filter((insight) => insight.class === 'finding')).toEqual([])
  })

  it('a product, a sum and a rate are told by their formula, and none of their pairs is a finding', async () => {
    const { output, mismatches } = await analyzeQueries(
      {
        sales: `SELECT *, round(quantity * price, 2) AS revenue, goods + services AS turnover, round(100 * visits_won / visits, 1) AS win_rate FROM (
          SELECT 1 + hash(i, 1) % 30 AS quantity, round(5 + 20 * uniform(1, i, 1), 2) AS price, round(1000 * uniform(1, i, 2), 2) AS goods,
            round(300 * uniform(1, i, 3), 2) AS services, 100 + hash(i, 4) % 900 AS visits, 1 + hash(i, 5) % 90 AS visits_won FROM range(400) t(i))`,
      },
      noiseSetup,
    )
    expect(mismatches).toEqual([])
    const told = output.insights.filter(({ type }) => type === 'derived_column')
    expect(told.map(({ details: { form, whole, first, second } }) => [form, whole, first, second]).sort()).toEqual([
      ['product', 'revenue', 'quantity', 'price'],
      ['quotient', 'win_rate', 'visits_won', 'visits'],
      ['sum', 'turnover', 'goods', 'services'],
    ])
    for (const { evidence, n } of told) expect(evidence.values).toMatchObject({ n, fits: n })
    const pairs = output.insights.filter((one) => one.class === 'finding' && one.columns.length === 2)
    expect(pairs).toEqual([])
  })

  it('rates by the same thing are named together, and are no finding pair by pair', async () => {
    const { output } = await analyzeQueries(
      {
        counties: `SELECT exp(3 + normal(1, i, 1)) / area AS storks_per_area, exp(2 + normal(1, i, 2)) / area AS births_per_area, area
          FROM (SELECT i, exp(normal(1, i, 3)) AS area FROM range(500) t(i))`,
      },
      noiseSetup,
    )
    expect(output.insights.filter((insight) => insight.class === 'finding')).toEqual([])
    expect(output.insights.find(({ type }) => type === 'derived_column')).toMatchObject({
      columns: ['storks_per_area', 'births_per_area', 'area'],
      details: { form: 'divisor', word: 'area' },
    })
  })
})
