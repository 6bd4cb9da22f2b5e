/** Insights of the sample story, in the shape the engine gives. */
import type { Evidence, Insight, Scalar } from '../../src/shared/story/insight.ts'

interface Draft {
  readonly id: string
  readonly type: Insight['type']
  readonly class: Insight['class']
  readonly columns: readonly string[]
  readonly sentence: string
  readonly sql: readonly string[]
  readonly values: Readonly<Record<string, Scalar>>
  readonly effect: Insight['effect']
  readonly test?: Insight['test']
  readonly n: number
  readonly direction?: Insight['direction']
  readonly caveats?: readonly string[]
  readonly derived?: Evidence['derived']
}

const table = 'harbour-cafe-sales'

export function insightOf(draft: Draft): Insight {
  return {
    id: draft.id,
    type: draft.type,
    class: draft.class,
    table,
    columns: [...draft.columns],
    direction: draft.direction ?? 'none',
    effect: draft.effect,
    ...(draft.test === undefined ? {} : { test: draft.test }),
    n: draft.n,
    score: 71.4,
    scoreParts: { impact: 0.92, effect: 0.71, certainty: 1, surprise: 0.64, readability: 0.97 },
    evidence: { sql: [...draft.sql], values: { ...draft.values }, derived: draft.derived ?? {} },
    caveats: [...(draft.caveats ?? [])],
    details: {},
    sentence: draft.sentence,
  }
}

export const trend = insightOf({
  id: 'trend-4f1c',
  type: 'trend',
  class: 'finding',
  columns: ['date', 'revenue_eur'],
  sentence:
    'Monthly revenue rose by about 480 euros a month, from 61,000 to 77,800 between January 2023 and December 2025.',
  sql: [
    `SELECT date_trunc('month', "date") AS month, sum("revenue_eur") AS revenue\nFROM "harbour-cafe-sales"\nWHERE "revenue_eur" IS NOT NULL\nGROUP BY 1\nORDER BY 1`,
    `SELECT count(*) AS n, min("date") AS first_day, max("date") AS last_day\nFROM "harbour-cafe-sales"`,
  ],
  values: { slope: 480.1837264, first_level: 61_012.4471, last_level: 77_818.8792, n: 9864 },
  derived: {
    slope: {
      function: 'senSlope',
      query: 0,
      columns: ['month', 'revenue'],
      parameters: { period: 12 },
      result: 'slope',
    },
  },
  effect: { name: 'Sen slope, euros a month', value: 480.1837264, low: 388.902, high: 571.337 },
  test: { name: 'Mann–Kendall, AR(1) corrected', p: 2.1e-11, q: 3.4e-9 },
  n: 36,
  direction: 'up',
  caveats: ['One of the three sites carries most of the growth; see “Who and where differ”.'],
})

export const weekday = insightOf({
  id: 'seasonality-a81e',
  type: 'seasonality',
  class: 'finding',
  columns: ['date', 'revenue_eur'],
  sentence: 'Saturdays and Sundays bring in 2,640 euros on average, against 1,760 on other days: 50% more.',
  sql: [
    `SELECT dayname("date") AS weekday, avg(day_total) AS revenue,\n  avg(CASE WHEN isodow("date") >= 6 THEN day_total END) OVER () AS weekend_mean\nFROM (\n  SELECT "date", sum("revenue_eur") AS day_total\n  FROM "harbour-cafe-sales"\n  GROUP BY "date"\n)\nGROUP BY 1, "date", day_total`,
  ],
  values: { weekend_mean: 2637.485, weekday_mean: 1756.092, ratio: 0.50190594 },
  effect: { name: 'Strength of the weekly season', value: 0.71, low: 0.66, high: 0.75 },
  test: { name: 'Pre-whitened dummy F', p: 1.2e-88, q: 1.9e-86 },
  n: 1096,
})

export const outlier = insightOf({
  id: 'time_outlier-77b0',
  type: 'time_outlier',
  class: 'finding',
  columns: ['date', 'revenue_eur'],
  sentence: '17 August 2024 is far out of line: 12,630 euros, where 3,340 would have been expected.',
  sql: [
    `SELECT "date", sum("revenue_eur") AS revenue\nFROM "harbour-cafe-sales"\nWHERE "date" = DATE '2024-08-17'\nGROUP BY 1`,
  ],
  values: { revenue: 12_628.1, expected: 3341.77, z: 14.92 },
  effect: { name: 'Modified z of the residual', value: 14.92, low: null, high: null },
  test: { name: 'GESD', p: 6.0e-23, q: 4.4e-21 },
  n: 1096,
  direction: 'higher',
})

export const correlation = insightOf({
  id: 'correlation-03dd',
  type: 'correlation',
  class: 'finding',
  columns: ['orders', 'revenue_eur'],
  sentence: 'Revenue goes up with orders: the rank correlation is 0.62.',
  sql: [`SELECT "orders", "revenue_eur"\nFROM "harbour-cafe-sales"\nWHERE "revenue_eur" IS NOT NULL`],
  values: { rho: 0.6214083 },
  effect: { name: 'Spearman ρ', value: 0.6214083, low: 0.609, high: 0.633 },
  test: { name: 'Spearman', p: 0, q: 0 },
  n: 9741,
  direction: 'positive',
})

export const total = insightOf({
  id: 'total-18aa',
  type: 'total',
  class: 'fact',
  columns: ['site', 'revenue_eur'],
  sentence: 'Harbour took 1.28 million of 2.52 million euros: 51%.',
  sql: [
    `SELECT "site", sum("revenue_eur") AS revenue, count(*) AS n\nFROM "harbour-cafe-sales"\nGROUP BY "site"\nORDER BY revenue DESC`,
  ],
  values: { revenue: 1_284_310.62, all_revenue: 2_519_873.41, share: 0.50967267 },
  effect: { name: 'Share', value: 0.50967267, low: null, high: null },
  n: 9741,
})

export const missing = insightOf({
  id: 'missing-9e10',
  type: 'missing',
  class: 'quality',
  columns: ['revenue_eur'],
  sentence: 'Revenue is missing in 123 of 9,864 rows, or 1.2%.',
  sql: [`SELECT count(*) FILTER ("revenue_eur" IS NULL) AS missing, count(*) AS n\nFROM "harbour-cafe-sales"`],
  values: { missing: 123, n: 9864 },
  effect: { name: 'Share missing', value: 0.01246959, low: null, high: null },
  n: 9864,
})

export const lead = insightOf({
  id: 'spread_difference-5c2b',
  type: 'spread_difference',
  class: 'lead',
  columns: ['site', 'revenue_eur'],
  sentence: 'Takings at Station may vary less from day to day than elsewhere.',
  sql: [`SELECT "site", stddev_samp("revenue_eur") AS sd\nFROM "harbour-cafe-sales"\nGROUP BY "site"`],
  values: { sd: 88.214 },
  effect: { name: 'Ratio of spreads', value: 0.81, low: 0.7, high: 0.94 },
  test: { name: 'Brown–Forsythe', p: 0.041, q: 0.19 },
  n: 9741,
})
