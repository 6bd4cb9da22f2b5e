/** A small story made by hand: two findings and two facts, told in an opening, a chapter and a list of further ones. */
import type { Chart } from '../../../src/shared/story/chart.ts'
import type { Insight } from '../../../src/shared/story/insight.ts'
import type { Paragraph, Story } from '../../../src/shared/story/story.ts'

export function insight(id: string, sentence: string, given: Partial<Insight> = {}): Insight {
  return {
    id,
    type: 'trend',
    class: 'finding',
    table: 'sales',
    columns: ['day', id],
    direction: 'up',
    effect: { name: 'slope', value: 1, low: null, high: null },
    n: 4200,
    score: 50,
    scoreParts: {},
    evidence: { sql: ['SELECT 1'], values: { n: 4200 }, derived: {} },
    caveats: [],
    details: {},
    sentence,
    ...given,
  }
}

/** `numbers` are the texts of the numbers, each with its value and the insight and name it is of. */
export function paragraph(
  text: string,
  insights: readonly string[],
  numbers: readonly (readonly [text: string, value: number, evidence: string, name: string])[] = [],
): Paragraph {
  let from = 0
  return {
    text,
    insights: [...insights],
    numbers: numbers.map(([written, value, evidence, name]) => {
      const start = text.indexOf(written, from)
      from = start + written.length
      return { text: written, value, evidence, name, start }
    }),
  }
}

function chart(of: string): Chart {
  const axis = (field: string) => ({ field, label: field, type: 'number' as const, format: null })
  return {
    id: `chart-${of}`,
    insight: of,
    spec: { kind: 'line', title: of, subtitle: '', x: axis('x'), y: axis('y'), horizontal: false, highlight: [] },
    alt: of,
    data: { columns: ['x', 'y'], rows: [[1, 2]], sql: 'SELECT 1', reduced: false },
  }
}

const revenue = insight('revenue', 'Revenue rose by 12% in 2021.', {
  evidence: { sql: ['SELECT 1'], values: { change_share: 0.1234, n: 4200, first: 1234567 }, derived: {} },
})
const region = insight('region', 'North sells 2.5 times as much as South.', {
  type: 'group_difference',
  columns: ['region', 'revenue'],
  location: 'North',
  evidence: { sql: ['SELECT 1'], values: { ratio: 2.5, n: 4200 }, derived: {} },
})
const total = insight('total', 'Revenue adds up to 9,876 euros.', {
  type: 'total',
  class: 'fact',
  columns: ['revenue'],
  evidence: { sql: ['SELECT 1'], values: { total: 9876 }, derived: {} },
})
const missing = insight('missing', 'Of 4,200 rows 17 lack a city.', {
  type: 'missing',
  class: 'quality',
  columns: ['city'],
  evidence: { sql: ['SELECT 1'], values: { missing: 17, n: 4200 }, derived: {} },
})

export const shortStory: Story = {
  version: 1,
  id: 'story-1',
  createdAt: '2026-01-05T10:00:00.000Z',
  engineVersion: '0.1.0',
  seed: 1,
  title: 'Revenue rose by 12%',
  subtitle: '4,200 rows from sales.csv',
  source: { name: 'sales.csv', bytes: 10, sha256: 'a'.repeat(64), kind: 'csv' },
  tables: [],
  findings: [revenue, region],
  facts: [total],
  leads: [],
  quality: [missing],
  sections: [
    {
      role: 'key',
      heading: 'Key findings',
      paragraphs: [
        paragraph(revenue.sentence, ['revenue'], [['12%', 0.1234, 'revenue', 'change_share']]),
        paragraph(region.sentence, ['region'], [['2.5', 2.5, 'region', 'ratio']]),
      ],
      charts: ['chart-revenue'],
    },
    {
      role: 'chapter',
      heading: 'How regions differ',
      paragraphs: [
        paragraph('North leads: it sells 2.5 times as much.', ['region'], [['2.5', 2.5, 'region', 'ratio']]),
      ],
      charts: ['chart-region'],
    },
    {
      role: 'further',
      heading: 'Also found',
      paragraphs: [
        paragraph(
          `${total.sentence} ${missing.sentence} Cities are typed by hand.`,
          ['total', 'missing'],
          [
            ['9,876', 9876, 'total', 'total'],
            ['4,200', 4200, 'missing', 'n'],
            ['17', 17, 'missing', 'missing'],
          ],
        ),
      ],
      charts: [],
    },
    { role: 'method', heading: 'How this was made', paragraphs: [paragraph('All rows were read.', [])], charts: [] },
  ],
  charts: [chart('revenue'), chart('region')],
  method: { testsRun: 0, kept: 0, q: 0.05, families: [], sampled: false, rowsAnalysed: 4200 },
  timings: { import: 0, convert: 0, analyze: 0, narrate: 0, visualize: 0 },
  verified: { numbers: 6, matched: 6 },
}
