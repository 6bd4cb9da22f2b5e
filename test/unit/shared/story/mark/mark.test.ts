/** What marks of charts stand for. */
import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../../../src/shared/story/chart.ts'
import { type Mark, markedOf } from '../../../../../src/shared/story/mark/mark.ts'
import { markNamed } from '../../../../../src/shared/story/mark/named.ts'
import type { ProfiledColumn, ProfiledTable } from '../../../../../src/shared/story/table.ts'
import { writeCondition } from '../../../../../src/shared/story/write-condition.ts'

const column = (name: string, more: Partial<ProfiledColumn>): ProfiledColumn => ({
  ...{ name, type: 'category', role: 'dimension', nulls: 0, distinct: 3, storage: 'VARCHAR', format: null },
  ...{ stats: {}, unreadable: { count: 0, examples: [] } },
  ...more,
})
const top = (...values: string[]) => ({ stats: { top: values.map((value) => ({ value, count: 1 })) } })

const table: ProfiledTable = {
  ...{ name: 'sales', sheet: null, file: 'sales.parquet', rows: 90, droppedRows: 0, notes: [] },
  columns: [
    column('region', top('Oslo', 'Bergen', 'Moss')),
    column('sold', { storage: 'DATE', type: 'date', role: 'time', distinct: 90 }),
    column('amount', { storage: 'DOUBLE', type: 'number', role: 'measure', distinct: 80 }),
    column('price', { storage: 'DOUBLE', type: 'number', role: 'measure', distinct: 80 }),
  ],
}

const chart = (
  spec: Partial<Chart['spec']>,
  columns: string[],
  rows: Chart['data']['rows'],
  reduced = false,
): Chart => ({
  ...{ id: 'chart', insight: 'one', alt: '' },
  spec: {
    ...{ kind: 'bar', title: '', subtitle: '', horizontal: true, highlight: [] },
    x: { field: columns[0] ?? '', label: 'Region', type: 'category', format: null },
    y: { field: columns[1] ?? '', label: '', type: 'number', format: null },
    ...spec,
  },
  data: { columns, rows, sql: '', reduced },
})

type Given = Parameters<typeof markedOf>[1]
const dominance: Given = {
  ...{ type: 'dominance', table: 'sales', columns: ['region', 'amount'], location: 'Oslo' },
  details: { dimension: 'region', measure: 'amount' },
}
const trend: Given = {
  ...{ type: 'trend', table: 'sales', columns: ['sold', 'amount'] },
  details: { time: 'sold', measure: 'amount', grain: 'month', aggregate: 'sum' },
}

function rowsOf(insight: Given, of: Chart | null, mark: Mark | null): string | null {
  const marked = markedOf(table, insight, of, mark)
  if (marked === null) return null
  const within = marked.where === null ? '' : `${writeCondition(marked.where)} | `
  return `${within}${writeCondition(marked.mark)}`
}

describe('a mark stands for', () => {
  it('the rows of its category, and of all categories without one', () => {
    const bars = chart(
      {},
      ['category', 'value'],
      [
        ['Oslo', 7],
        ['Bergen', 4],
        ['Other (2)', 3],
      ],
      true,
    )
    expect(rowsOf(dominance, bars, { row: 1, series: null })).toBe('region = Bergen')
    expect(rowsOf(dominance, bars, { row: 2, series: null })).toBe('region not in (Oslo, Bergen)')
    expect(markedOf(table, dominance, bars, { row: 0, series: null })?.amount).toEqual({
      ...{ kind: 'column', column: 'amount', aggregate: 'sum' },
    })
    // A column of weights has none: it names columns, not values.
    const weights = chart(
      {},
      ['category', 'value'],
      [
        ['amount', 0.7],
        ['price', 0.1],
      ],
    )
    expect(rowsOf({ ...dominance, type: 'key_drivers' }, weights, { row: 0, series: null })).toBeNull()
  })

  it('the rows of its period within the part the statement is about, and a change from the one before', () => {
    const x = { field: 'period', label: '', type: 'time', format: null } as const
    const line = chart(
      { kind: 'line', x },
      ['period', 'value'],
      [
        ['2024-01-01', 7],
        ['2024-02-01', 9],
        ['2024-03-01', null],
      ],
    )
    const inOslo = { ...trend, subspace: { region: 'Oslo' } }
    expect(rowsOf(inOslo, line, { row: 1, series: null })).toBe('region = Oslo | sold = "2024-02"')
    expect(markedOf(table, trend, line, { row: 1, series: null })?.change).toEqual({
      ...{ time: 'sold', grain: 'month', earlier: '2024-01-01', later: '2024-02-01' },
    })
    expect(markedOf(table, trend, line, { row: 0, series: null })?.change).toBeNull()
    expect(rowsOf(trend, line, { row: 2, series: null })).toBeNull()
    expect(markNamed(line, '2024-02')).toEqual({ row: 1, series: null })
    expect(markNamed(line, '2024')).toBeNull()
  })

  it('the rows of a bin up to its end, and of a point', () => {
    const typical: Given = { type: 'typical', table: 'sales', columns: ['amount'], details: { measure: 'amount' } }
    const x = { field: 'from', label: '', type: 'number', format: null } as const
    const bins = chart(
      { kind: 'histogram', x },
      ['from', 'rows', 'to'],
      [
        [0, 4, 10],
        [10, 2, 20],
      ],
    )
    expect(rowsOf(typical, bins, { row: 0, series: null })).toBe('amount >= 0 and amount < 10')
    expect(rowsOf(typical, bins, { row: 1, series: null })).toBe('amount >= 10 and amount <= 20')
    const details = { first: 'amount', second: 'price', basis: 'rows' }
    const correlation: Given = { type: 'correlation', table: 'sales', columns: ['amount', 'price'], details }
    const points = chart({ kind: 'scatter', x: { ...x, field: 'x' } }, ['x', 'y'], [[3, 4.5]])
    expect(rowsOf(correlation, points, { row: 0, series: null })).toBe('amount = 3 and price = 4.5')
    const changes = { ...correlation, details: { ...details, basis: 'changes' } }
    expect(rowsOf(changes, points, { row: 0, series: null })).toBeNull()
  })

  it('without a mark, what the statement itself is about', () => {
    expect(rowsOf(dominance, null, null)).toBe('region = Oslo')
    expect(rowsOf(trend, null, null)).toBeNull()
  })
})
