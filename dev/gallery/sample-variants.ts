/** The sample story pushed to its limits: nothing found, forty charts, names and numbers that do not want to fit. */
import type { Story, StorySummary } from '../../src/shared/story/story.ts'
import { sampleStory } from './sample-story.ts'

export const nothingFoundStory: Story = {
  ...sampleStory,
  id: 'story-nothing',
  title: 'Lottery draws, 2022 to 2025',
  subtitle: '1,400 rows of draws by four machines. No pattern survived the tests.',
  source: { ...sampleStory.source, name: 'lottery-draws.csv', bytes: 51_817 },
  findings: [],
  leads: [],
  charts: [],
  sections: [
    {
      heading: 'Key findings',
      paragraphs: [
        {
          text: 'Storyglass ran 188 tests on this data, and no pattern survived them. What follows is plain arithmetic: true of these rows, without a claim beyond them.',
          insights: [],
          numbers: [],
        },
      ],
      charts: [],
    },
    ...sampleStory.sections.filter(({ heading }) =>
      ['Looked for and not found', 'How this was made'].includes(heading),
    ),
  ],
}

export const manyChartsStory: Story = {
  ...sampleStory,
  id: 'story-forty',
  title: 'Forty charts, to see whether the page still scrolls',
  charts: Array.from({ length: 40 }, (_, index) => {
    const chart = sampleStory.charts[index % sampleStory.charts.length] ?? sampleStory.charts[0]
    if (chart === undefined) throw new Error('the sample story has charts')
    return { ...chart, id: `chart-${index}` }
  }),
  sections: sampleStory.sections.map((section) =>
    section.heading === 'What goes together'
      ? { ...section, charts: Array.from({ length: 40 }, (_, index) => `chart-${index}`) }
      : { ...section, charts: [] },
  ),
}

const longName =
  'Quarterly_consolidated_export_FINAL_v7_(corrected)_with_all_subsidiaries_and_intercompany_eliminations_2019-2025.csv'

export const extremeStory: Story = {
  ...sampleStory,
  id: 'story-extreme',
  title:
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft turnover reached 184,467,440,737,095,516 in a single quarter',
  subtitle: `1,000,000,000 rows × 312 columns, every one of them with a name like total_net_turnover_after_intercompany_eliminations_and_currency_effects_eur, 1 January 1900 to 31 December 2199.`,
  source: { ...sampleStory.source, name: longName, bytes: 141_000_000_000 },
  tables: sampleStory.tables.map((table) => ({
    ...table,
    name: longName.replace('.csv', ''),
    rows: 1_000_000_000,
    columns: table.columns.map((column) => ({
      ...column,
      name: `${column.name}_after_intercompany_eliminations_and_currency_effects`,
      stats: { ...column.stats, ...(column.type === 'number' ? { max: 1.844674407370955e17, mean: 4.2e15 } : {}) },
    })),
  })),
}

/** A story of a thousand columns. */
export const wideStory: Story = {
  ...sampleStory,
  id: 'story-wide',
  tables: sampleStory.tables.map((table) => ({
    ...table,
    columns: Array.from({ length: 1_000 }, (_, index) => table.columns[index % table.columns.length])
      .filter((column) => column !== undefined)
      .map((column, index) => ({ ...column, name: `${column.name} ${index + 1}` })),
  })),
}

export function summaryOf(story: Story, jobId: string): StorySummary {
  return {
    id: story.id,
    jobId,
    title: story.title,
    subtitle: story.subtitle,
    createdAt: story.createdAt,
    sourceName: story.source.name,
    sourceKind: story.source.kind,
    rows: story.tables.reduce((sum, table) => sum + table.rows, 0),
    columns: story.tables.reduce((sum, table) => sum + table.columns.length, 0),
    findings: story.findings.length,
    charts: story.charts.length,
    snippet: null,
  }
}

const titles = [
  'Night shifts report twice the rate of incidents',
  'Rents rose faster in the north from 2019 on',
  'Two suppliers deliver four fifths of all parts',
  'Answers tend to be shorter on phones',
  'Nothing in this file stands out beyond chance',
  'Energy use fell by a third after the March refit',
  'Penguins with longer flippers are heavier, within each species',
]

/** A library of any size; entry 0 is the newest. */
export function manySummaries(count: number): readonly StorySummary[] {
  const start = Date.parse('2026-02-28T17:30:00Z')
  return Array.from({ length: count }, (_, index) => ({
    ...summaryOf(sampleStory, `job-${index}`),
    id: `story-${index}`,
    title: titles[index % titles.length] ?? 'A story',
    subtitle: `${(1200 + 37 * index).toLocaleString('en-US')} rows, 2019 to 2025.`,
    sourceName: `export-${String(index).padStart(4, '0')}.csv`,
    createdAt: new Date(start - index * 7_900_000).toISOString(),
    findings: index % 9,
  }))
}
