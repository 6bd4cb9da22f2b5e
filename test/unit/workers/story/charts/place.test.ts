import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../../../src/shared/story/chart.ts'
import { placeCharts } from '../../../../../src/workers/stages/visualize.ts'
import { chooseForCharts } from '../../../../../src/workers/story/charts/choose.ts'
import { everyDraft } from '../../../../support/stories/drafts.ts'

const drafts = everyDraft()

describe('choosing what to draw', () => {
  it('puts findings first and draws no picture twice', () => {
    const chosen = chooseForCharts([drafts.dominance, drafts.concentration, drafts.record, drafts.trend, drafts.total])
    expect(chosen.map(({ type }) => type)).toEqual(['trend', 'dominance', 'concentration'])
    const same = { ...drafts.concentration, columns: drafts.dominance.columns }
    expect(chooseForCharts([drafts.dominance, same])).toEqual([drafts.dominance])
  })

  it('draws one picture of all that is missing, and few leads', () => {
    const other = { ...drafts.missing, id: 'missing-2', columns: ['region'] }
    expect(chooseForCharts([drafts.missing, other])).toEqual([drafts.missing])
    const leads = Array.from({ length: 9 }, (_, index) => ({
      ...drafts.correlation,
      class: 'lead' as const,
      id: `correlation-${index}`,
      columns: [`a${index}`, 'b'],
    }))
    expect(chooseForCharts(leads)).toHaveLength(3)
  })

  it('stops at a number that one still looks at', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...drafts.trend,
      id: `trend-${index}`,
      columns: [`c${index}`],
    }))
    expect(chooseForCharts(many)).toHaveLength(16)
  })
})

describe('placing charts', () => {
  const chart = (insight: string): Chart => ({
    id: `chart-${insight}`,
    insight,
    spec: {
      kind: 'bar',
      title: '',
      subtitle: '',
      x: { field: 'x', label: '', type: 'category', format: null },
      y: { field: 'y', label: '', type: 'number', format: null },
      horizontal: false,
      highlight: [],
    },
    alt: '',
    data: { columns: ['x', 'y'], rows: [], sql: '', reduced: false },
  })
  const paragraph = (...insights: string[]) => ({ text: '', insights, numbers: [] })

  it('puts each in the section that goes into it, in the order of the paragraphs', () => {
    const sections = [
      { heading: 'Key findings', charts: [], paragraphs: [paragraph('a'), paragraph('b')] },
      { heading: 'Body', charts: [], paragraphs: [paragraph('b'), paragraph('a'), paragraph('c')] },
    ]
    const placed = placeCharts(sections, [chart('a'), chart('b'), chart('elsewhere')])
    expect(placed.map((section) => section.charts)).toEqual([[], ['chart-b', 'chart-a']])
  })
  it('shows what only the opening tells in the chapter of its kind, else where it is told', () => {
    const sections = [
      { role: 'lead' as const, heading: 'In brief', charts: [], paragraphs: [paragraph('rise'), paragraph('gap')] },
      { role: 'chapter' as const, heading: 'Over time', charts: [], paragraphs: [paragraph('record')] },
      { role: 'further' as const, heading: 'Also', charts: [], paragraphs: [paragraph('gap')] },
    ]
    const chapterOf = (insight: string) => (insight === 'gap' ? 'differences' : 'change')
    const placed = placeCharts(sections, [chart('rise'), chart('gap'), chart('record')], chapterOf)
    expect(placed.map((section) => section.charts)).toEqual([[], ['chart-rise', 'chart-record'], ['chart-gap']])
  })
})
