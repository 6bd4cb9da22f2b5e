/** A story made by hand, with every part a story can have. The engine's own differ in content, not in shape. */
import type { Chart } from '../../src/shared/story/chart.ts'
import type { Insight } from '../../src/shared/story/insight.ts'
import type { Paragraph, Story } from '../../src/shared/story/story.ts'
import { monthlyRevenue, ordersAndRevenue, ordersHistogram, weekdayRevenue } from './sample-data.ts'
import { correlation, lead, missing, outlier, total, trend, weekday } from './sample-insights.ts'

/** Texts with `{text|name}` for each stated number of the insight. */
function stated(insight: Insight, template: string): Paragraph {
  const numbers: Paragraph['numbers'] = []
  let text = ''
  for (const part of template.split(/(\{[^}]+\})/)) {
    const match = /^\{([^|]+)\|([^}]+)\}$/.exec(part)
    if (match === null) {
      text += part
      continue
    }
    const [, shown = '', name = ''] = match
    const value = insight.evidence.values[name]
    numbers.push({
      text: shown,
      name,
      evidence: insight.id,
      start: text.length,
      value: typeof value === 'number' ? value : 0,
    })
    text += shown
  }
  return { text, insights: [insight.id], numbers }
}

function plain(text: string): Paragraph {
  return { text, insights: [], numbers: [] }
}

const euro = { label: 'Revenue', type: 'number', format: 'currency:EUR' } as const

const charts: readonly Chart[] = [
  {
    id: 'chart-trend',
    insight: trend.id,
    alt: 'Line chart of monthly revenue from January 2023 to December 2025, rising from about 61,000 to 78,000 euros with a crest each summer.',
    spec: {
      kind: 'line',
      title: 'Revenue grew by about 480 euros a month',
      subtitle: 'Monthly revenue of all sites, January 2023 to December 2025',
      x: { field: 'month', label: 'Month', type: 'time', format: 'grain:month' },
      y: { field: 'revenue', ...euro },
      horizontal: false,
      overlay: { field: 'trend', label: 'Trend' },
      highlight: [],
      annotation: { x: '2025-08-01', y: monthlyRevenue()[31]?.[1] ?? 0, text: 'Best August so far' },
    },
    data: {
      columns: ['month', 'revenue', 'trend'],
      rows: monthlyRevenue().map((row) => [...row]),
      sql: trend.evidence.sql[0] ?? '',
      reduced: false,
    },
  },
  {
    id: 'chart-weekday',
    insight: weekday.id,
    alt: 'Bar chart of mean revenue by weekday: Saturday and Sunday stand well above the other days.',
    spec: {
      kind: 'bar',
      title: 'Weekends bring in half as much again',
      subtitle: 'Mean revenue a day, with 95% intervals, 1,096 days',
      x: { field: 'weekday', label: 'Weekday', type: 'category', format: null },
      y: { field: 'revenue', ...euro },
      horizontal: false,
      interval: { low: 'low', high: 'high', label: '95% interval' },
      highlight: ['Saturday', 'Sunday'],
      reference: { y: 2007.9, label: 'All days' },
    },
    data: {
      columns: ['weekday', 'revenue', 'low', 'high'],
      rows: weekdayRevenue.map((row) => [...row]),
      sql: weekday.evidence.sql[0] ?? '',
      reduced: false,
    },
  },
  {
    id: 'chart-sites',
    insight: total.id,
    alt: 'Bar chart of revenue by site: Harbour 1.28 million, Station 0.68 million, Market Square 0.56 million euros.',
    spec: {
      kind: 'bar',
      title: 'Harbour takes half of all revenue',
      subtitle: 'Revenue by site, 2023 to 2025',
      x: { field: 'site', label: 'Site', type: 'category', format: null },
      y: { field: 'revenue', ...euro },
      horizontal: true,
      highlight: ['Harbour'],
    },
    data: {
      columns: ['site', 'revenue'],
      rows: [
        ['Harbour', 1_284_310.62],
        ['Station', 677_420.18],
        ['Market Square', 558_142.61],
      ],
      sql: total.evidence.sql[0] ?? '',
      reduced: false,
    },
  },
  {
    id: 'chart-correlation',
    insight: correlation.id,
    alt: 'Scatter plot of revenue against orders: revenue rises with orders, along three bands of price.',
    spec: {
      kind: 'scatter',
      title: 'More orders, more revenue',
      subtitle: 'One point a day, site and product; 420 of 9,741 rows drawn',
      x: { field: 'orders', label: 'Orders', type: 'number', format: null },
      y: { field: 'revenue', ...euro },
      horizontal: false,
      highlight: [],
    },
    data: {
      columns: ['orders', 'revenue'],
      rows: ordersAndRevenue().map((row) => [...row]),
      sql: correlation.evidence.sql[0] ?? '',
      reduced: true,
    },
  },
  {
    id: 'chart-histogram',
    insight: correlation.id,
    alt: 'Histogram of orders: most days have between 60 and 120 orders, with a tail to 300.',
    spec: {
      kind: 'histogram',
      title: 'A day has some 60 to 120 orders',
      subtitle: 'Days by orders, 9,864 rows',
      x: { field: 'from', label: 'Orders', type: 'number', format: null },
      y: { field: 'count', label: 'Rows', type: 'number', format: 'count' },
      horizontal: false,
      highlight: [],
    },
    data: {
      columns: ['from', 'to', 'count'],
      rows: ordersHistogram().map((row) => [...row]),
      sql: 'SELECT 1',
      reduced: true,
    },
  },
]

export const sampleStory: Story = {
  version: 1,
  id: 'story-harbour',
  createdAt: '2026-03-02T09:14:00.000Z',
  engineVersion: '0.1.0',
  seed: 1,
  title: 'Revenue rose for three years, and weekends carry it',
  subtitle: '9,864 rows of daily sales at three sites, January 2023 to December 2025.',
  source: { name: 'harbour-cafe-sales.csv', bytes: 374_746, sha256: 'ab'.repeat(32), kind: 'csv' },
  tables: [
    {
      name: 'harbour-cafe-sales',
      sheet: null,
      file: 'table-1.parquet',
      rows: 9864,
      droppedRows: 2,
      notes: ['Two lines above the header were taken as a title and left out.'],
      columns: [
        column('date', 'date', 'time', { distinct: 1096, stats: { min: '2023-01-01', max: '2025-12-31' } }),
        column('site', 'category', 'dimension', {
          distinct: 3,
          stats: { top: [top('Harbour', 3288), top('Station', 3288), top('Market Square', 3288)] },
        }),
        column('product', 'category', 'dimension', {
          distinct: 3,
          stats: { top: [top('Coffee', 5288), top('Bakery', 2988), top('Lunch', 1588)] },
        }),
        column('orders', 'integer', 'measure', {
          distinct: 318,
          stats: { min: 8, max: 984, mean: 88.41, sd: 52.3, median: 74, q1: 46, q3: 118, zeros: 0 },
        }),
        column('revenue_eur', 'number', 'measure', {
          distinct: 9511,
          nulls: 123,
          stats: { min: 51.3, max: 4927.88, mean: 391.2, sd: 241.9, median: 344.07, q1: 228.3, q3: 498.8, zeros: 0 },
          format: 'currency:EUR',
          unreadable: {
            count: 2,
            examples: [
              { row: 412, text: 'n/a?' },
              { row: 6120, text: '3.1.2' },
            ],
          },
        }),
      ],
    },
  ],
  findings: [trend, weekday, outlier, correlation],
  facts: [total],
  leads: [lead],
  quality: [missing],
  sections: [
    {
      heading: 'Key findings',
      paragraphs: [
        stated(
          trend,
          'Monthly revenue rose by about {480|slope} euros a month, from {61,000|first_level} to {77,800|last_level} between January 2023 and December 2025.',
        ),
        stated(
          weekday,
          'Saturdays and Sundays bring in {2,640|weekend_mean} euros on average, against {1,760|weekday_mean} on other days: {50%|ratio} more.',
        ),
        stated(
          outlier,
          '17 August 2024 is far out of line: {12,630|revenue} euros, where {3,340|expected} would have been expected.',
        ),
        stated(total, 'Harbour took {1.28 million|revenue} of {2.52 million|all_revenue} euros: {51%|share}.'),
      ],
      charts: [],
    },
    {
      heading: 'Change over time',
      paragraphs: [
        stated(
          trend,
          'Revenue grew steadily over the three years. The monthly sum started near {61,000|first_level} euros and ended near {77,800|last_level}, a rise of about {480|slope} euros with every month that passed. The rise holds when the summers, which stand out each year, are taken out first.',
        ),
        stated(
          weekday,
          'The week has a shape of its own. A Saturday or Sunday brings in {2,640|weekend_mean} euros, while the mean of the other five days is {1,760|weekday_mean}. Fridays are already a little better than the days before them.',
        ),
        stated(
          outlier,
          'One day does not fit anything else: on 17 August 2024 the tills took {12,630|revenue} euros. It is the best day in the file by a wide margin.',
        ),
      ],
      charts: ['chart-trend', 'chart-weekday'],
    },
    {
      heading: 'Who and where differ',
      paragraphs: [
        stated(
          total,
          'Half of everything is taken at one site. Harbour accounts for {1.28 million|revenue} euros of {2.52 million|all_revenue}, or {51%|share}; Station and Market Square share the rest.',
        ),
      ],
      charts: ['chart-sites'],
    },
    {
      heading: 'What goes together',
      paragraphs: [
        stated(
          correlation,
          'Revenue goes up with orders, as it should, with a rank correlation of {0.62|rho}. It is not higher because a lunch costs three times as much as a coffee.',
        ),
      ],
      charts: ['chart-correlation', 'chart-histogram'],
    },
    {
      heading: 'Worth checking',
      paragraphs: [
        plain('These did not pass the tests as findings; each may be chance and is worth checking on other data.'),
        stated(
          lead,
          'Takings at Station may vary less from day to day than elsewhere, with a standard deviation of {88.2|sd} euros.',
        ),
      ],
      charts: [],
    },
    {
      heading: 'How good the data is',
      paragraphs: [
        stated(
          missing,
          'Revenue is missing in {123|missing} of {9,864|n} rows. Nothing suggests that the gaps favour a site or a season.',
        ),
      ],
      charts: [],
    },
    {
      heading: 'Looked for and not found',
      paragraphs: [
        plain(
          'Storyglass looked for these and found nothing that would hold up: no step to a new level (36 tests) and no change of spread over time (12 tests). That is not proof that there is nothing; small differences may hide in few rows.',
        ),
      ],
      charts: [],
    },
    {
      heading: 'How this was made',
      paragraphs: [
        plain(
          'All 9,864 rows were analysed; nothing was sampled. Storyglass ran 214 statistical tests in 9 families and kept 7. Among patterns kept this way, at most 5% are expected to be false alarms, however many were tried (Simes within families, then Benjamini and Hochberg).',
        ),
      ],
      charts: [],
    },
  ],
  charts: [...charts],
  method: {
    testsRun: 214,
    kept: 7,
    q: 0.05,
    families: [
      { name: 'trend month', tests: 12, simes: 2.5e-10, selected: true, kept: 2 },
      { name: 'seasonality day', tests: 12, simes: 1.4e-87, selected: true, kept: 2 },
      { name: 'time_outlier day', tests: 24, simes: 1.1e-21, selected: true, kept: 1 },
      { name: 'correlation row', tests: 6, simes: 0, selected: true, kept: 1 },
      { name: 'group_difference row', tests: 18, simes: 3.1e-6, selected: true, kept: 1 },
      { name: 'level_shift month', tests: 36, simes: 0.41, selected: false, kept: 0 },
    ],
    sampled: false,
    rowsAnalysed: 9864,
  },
  timings: { import: 12, convert: 341, analyze: 902, narrate: 44, visualize: 61 },
  verified: { numbers: 124, matched: 124 },
}

function top(value: string, count: number): { value: string; count: number } {
  return { value, count }
}

type Column = Story['tables'][number]['columns'][number]

function column(name: string, type: Column['type'], role: Column['role'], more: Partial<Column>): Column {
  return {
    name,
    type,
    role,
    nulls: 0,
    distinct: 0,
    stats: {},
    storage: 'VARCHAR',
    format: null,
    unreadable: { count: 0, examples: [] },
    ...more,
  }
}
