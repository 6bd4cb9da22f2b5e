/** A comparison made by hand, with every part one can have. The engine's own differ in content, not in shape. */
import type { Change, Comparison } from '../../src/shared/comparison/comparison.ts'
import type { Paragraph } from '../../src/shared/story/story.ts'
import { correlation, trend } from './sample-insights.ts'
import { sampleStory } from './sample-story.ts'

const revenue: Change = {
  id: 'total:sales:revenue',
  kind: 'total',
  table: 'sales',
  columns: ['revenue'],
  details: { measure: 'revenue', by: 'category', dimension: 'site', best: 'Harbour', named: true },
  evidence: {
    sql: [
      'SELECT part, sum(was) AS before, sum(is_now) AS after FROM (SELECT "site" AS part, "revenue" AS was, NULL AS is_now FROM "before"."sales" UNION ALL SELECT "site", NULL, "revenue" FROM "after"."sales") GROUP BY part',
    ],
    values: { before: 2_400_000, after: 2_640_000, change: 240_000, change_share: 0.1, best_change: 180_000 },
    derived: {},
  },
}

/** `{text|name}` for each number of the total. */
function stated(template: string): Paragraph {
  const numbers: Paragraph['numbers'] = []
  let text = ''
  for (const part of template.split(/(\{[^}]+\})/)) {
    const [, shown, name] = /^\{([^|]+)\|([^}]+)\}$/.exec(part) ?? []
    if (shown !== undefined && name !== undefined) {
      const value = Number(revenue.evidence.values[name])
      numbers.push({ text: shown, name, evidence: revenue.id, start: text.length, value })
    }
    text += shown ?? part
  }
  return { text, insights: [revenue.id], numbers }
}

function plain(text: string): Paragraph {
  return { text, insights: [], numbers: [] }
}

function side({ id, class: own, effect, n, direction, sentence }: typeof trend) {
  return { id, class: own, effect, n, direction, sentence }
}

const headline = stated(
  'Total revenue rose by {€240,000|change} ({10%|change_share}), from {€2.4 million|before} to {€2.64 million|after}; Harbour accounts for {€180,000|best_change} of the rise.',
)

export const sampleComparison: Comparison = {
  version: 1,
  language: 'en',
  before: {
    id: 'sample-before',
    title: sampleStory.title,
    createdAt: '2026-10-02T08:00:00.000Z',
    sourceName: 'sales-september.csv',
    sha256: 'a'.repeat(64),
  },
  after: {
    id: sampleStory.id,
    title: sampleStory.title,
    createdAt: '2026-11-02T08:00:00.000Z',
    sourceName: 'sales-october.csv',
    sha256: 'b'.repeat(64),
  },
  basis: 'tables',
  headline,
  sections: [
    { role: 'totals', heading: 'Totals', paragraphs: [headline] },
    { role: 'statements', heading: 'Statements', paragraphs: [plain('Of 2 findings before, 1 holds. 1 has turned.')] },
    {
      role: 'rows',
      heading: 'Rows',
      paragraphs: [
        plain('340 rows now, 310 before; told apart by day and site, 31 are new, 1 is gone and 309 are in both.'),
      ],
    },
    { role: 'columns', heading: 'Columns', paragraphs: [plain('“shop” is called site now.')] },
    {
      role: 'limits',
      heading: 'What could not be compared',
      paragraphs: [plain('There are fewer rows than before: a finding that is not found any more may be there still.')],
    },
  ],
  tables: [
    {
      before: 'sales',
      after: 'sales',
      columns: {
        kept: [{ before: 'shop', after: 'site', by: 'values', typeBefore: 'category', typeAfter: 'category' }],
        added: ['discount'],
        gone: [],
      },
      rows: { before: 310, after: 340, by: 'key', key: ['day', 'site'], kept: 309, added: 31, gone: 1, revised: 4 },
      revised: [
        {
          column: 'revenue',
          rows: 4,
          examples: [
            { key: ['2026-09-03', 'Harbour'], before: 812.4, after: 821.4 },
            { key: ['2026-09-14', 'Station'], before: null, after: 390 },
          ],
        },
      ],
      totals: [
        {
          column: 'revenue',
          before: 2_400_000,
          after: 2_640_000,
          change: 240_000,
          share: 0.1,
          accounts: [
            {
              by: 'category',
              column: 'site',
              grain: null,
              parts: [
                { part: 'Harbour', before: 1_200_000, after: 1_380_000, change: 180_000, share: 0.75 },
                { part: 'Station', before: 800_000, after: 900_000, change: 100_000, share: 100 / 240 },
                { part: 'Market Square', before: 400_000, after: 360_000, change: -40_000, share: -40 / 240 },
              ],
            },
          ],
          evidence: revenue.id,
        },
      ],
    },
  ],
  tablesAdded: [],
  tablesGone: [],
  statements: [
    {
      verdict: 'turned',
      because: 'direction',
      ...{ type: trend.type, class: trend.class, table: trend.table, columns: trend.columns },
      before: { ...side(trend), direction: 'down', sentence: 'Revenue fell by about 120 euros a month.' },
      after: side(trend),
    },
    {
      verdict: 'held',
      because: null,
      ...{ type: correlation.type, class: correlation.class, table: correlation.table, columns: correlation.columns },
      before: side(correlation),
      after: side(correlation),
    },
  ],
  changes: [revenue],
  verified: { numbers: 5, matched: 5 },
}
