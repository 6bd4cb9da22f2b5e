import { expect, it } from 'vitest'
import type { ProfiledColumn } from '../../../../../src/shared/story/table.ts'
import type { Drawing } from '../../../../../src/workers/insights/charts/drawing.ts'
import { drawnInOrder } from '../../../../../src/workers/insights/charts/in-order.ts'

const size: ProfiledColumn = {
  ...{ name: 'size', type: 'category', role: 'dimension', nulls: 0, distinct: 4, stats: {} },
  ...{ storage: 'VARCHAR', format: null, unreadable: { count: 0, examples: [] } },
  order: ['small', 'medium', 'large'],
}
const axis = { label: '', format: null }
const bars: Drawing = {
  spec: {
    kind: 'bar',
    subtitle: '',
    x: { ...axis, field: 'category', type: 'category' },
    y: { ...axis, field: 'value', type: 'number' },
  },
  columns: ['category', 'value'],
  rows: [
    ['large', 9],
    ['Other (3)', 8],
    ['small', 7],
    ['medium', 1],
  ],
  sql: '',
  reduced: true,
  categories: 'size',
  shows: 'Bars',
  ranked: ', longest first',
}
const namesOf = ({ rows }: Drawing) => rows.map(([name]) => name)

it('bars stand in the order told, what is in none behind them, and are no longer said to be ranked', () => {
  const drawn = drawnInOrder(bars, { columns: [size] })
  expect(namesOf(drawn)).toEqual(['small', 'medium', 'large', 'Other (3)'])
  expect(drawn.ranked).toBeUndefined()
})

it('they stay as they are without an order, of another column, and as steps of a waterfall', () => {
  const { order: _, ...plain } = size
  for (const columns of [[plain], [{ ...size, name: 'other' }]]) {
    expect(drawnInOrder(bars, { columns })).toEqual(bars)
  }
  const steps = { ...bars, spec: { ...bars.spec, from: 'from' } }
  expect(drawnInOrder(steps, { columns: [size] })).toEqual(steps)
})

it('columns of a heat map and panels are put in order, lines are not', () => {
  const series = ['large', 'small'].map((label) => ({ field: label, label, tone: 'quiet' as const }))
  const labels = (kind: Drawing['spec']['kind']) =>
    drawnInOrder(
      { ...bars, series: 'size', spec: { ...bars.spec, kind, series } },
      { columns: [size] },
    ).spec.series?.map(({ label }) => label)
  expect(labels('heat')).toEqual(['small', 'large'])
  expect(labels('panels')).toEqual(['small', 'large'])
  expect(labels('line')).toEqual(['large', 'small'])
})
