import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CellStore } from '../../../../../src/workers/formats/workbook/cell-store.ts'
import { ColumnCells } from '../../../../../src/workers/formats/workbook/column-cells.ts'
import { findTables } from '../../../../../src/workers/formats/workbook/find-tables.ts'
import { parseRange } from '../../../../../src/workers/formats/workbook/references.ts'
import { viewSheet } from '../../../../../src/workers/formats/workbook/sheet-view.ts'
import { Spool } from '../../../../../src/workers/formats/workbook/spool.ts'
import { TextPool } from '../../../../../src/workers/formats/workbook/text-pool.ts'
import { saidNotes } from '../../../../support/said-notes.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

type Value = string | number | boolean | null

/** The tables of a sheet given as rows; an empty row is blank. */
function tablesOf(rows: readonly (readonly Value[])[], merges: readonly string[] = []) {
  const store = new CellStore({ date1904: false, formats: [], strings: [] }, path.join(tmpdir(), 'never-written.spool'))
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) {
      if (typeof value === 'string') store.text(row, column, value, 0)
      else if (typeof value === 'number') store.number(row, column, value, 0)
      else if (value !== null) store.boolean(row, column, value, 0)
    }
  }
  for (const merge of merges) {
    const range = parseRange(merge)
    if (range !== null) store.merged(range)
  }
  return findTables(viewSheet(store)).tables.map(({ columns, rows: records, hasHeader, droppedRows, notes }) => ({
    names: columns.map(({ name }) => name),
    rows: [...records],
    hasHeader,
    droppedRows,
    notes: saidNotes(notes),
  }))
}

const records = [
  ['North', 1, 2.5],
  ['South', 2, 3.5],
  ['East', 3, 4.5],
  ['West', 4, 5.5],
] as const
const header = ['region', 'orders', 'revenue'] as const

describe('the tables of a sheet', () => {
  it('are one when there is a header over records', () => {
    expect(tablesOf([header, ...records])).toEqual([
      { names: ['region', 'orders', 'revenue'], rows: [1, 2, 3, 4], hasHeader: true, droppedRows: 0, notes: [] },
    ])
  })

  it('begin below a title and blank rows, which are counted and quoted', () => {
    const [table] = tablesOf([['Sales 2024'], ['confidential'], [], header, ...records])
    expect(table).toMatchObject({ names: ['region', 'orders', 'revenue'], rows: [4, 5, 6, 7], droppedRows: 2 })
    expect(table?.notes).toEqual(['2 rows above the table left out: "Sales 2024 · confidential".'])
  })

  it('end above totals and remarks', () => {
    const [table] = tablesOf([header, ...records, ['Total', 10, 16], [], ['Source: the till, read on Monday']])
    expect(table).toMatchObject({ rows: [1, 2, 3, 4], droppedRows: 2 })
    expect(table?.notes).toHaveLength(2)
    expect(table?.notes[0]).toContain('Total, 10, 16')
  })

  it('keep a category called Total that is one of several', () => {
    const [table] = tablesOf([header, ['Total', 1, 2], ['South', 2, 3], ['Total', 3, 4]])
    expect(table).toMatchObject({ rows: [1, 2, 3], droppedRows: 0 })
  })

  it('join a group header that spans columns with the names under it', () => {
    const rows = [
      [null, '2023', null, '2024', null],
      ['region', 'orders', 'revenue', 'orders', 'revenue'],
      ['North', 1, 2, 3, 4],
      ['South', 5, 6, 7, 8],
    ]
    const [table] = tablesOf(rows, ['B1:C1', 'D1:E1'])
    expect(table).toMatchObject({
      names: ['region', '2023 orders', '2023 revenue', '2024 orders', '2024 revenue'],
      rows: [2, 3],
    })
  })

  it('join a row of units under the names', () => {
    const [table] = tablesOf([
      ['city', 'height', 'weight'],
      [null, 'cm', 'kg'],
      ['a', 1, 2],
      ['b', 3, 4],
    ])
    expect(table).toMatchObject({ names: ['city', 'height (cm)', 'weight (kg)'], rows: [2, 3] })
  })

  it('keep a first record of words over columns that are figures for the most part only', () => {
    const [table] = tablesOf([
      ['a', 'b'],
      ['low', 'high'],
      [1, 2],
      [3, 4],
      ['low', 'low'],
      [5, 6],
      [7, 8],
    ])
    expect(table).toMatchObject({ names: ['a', 'b'], rows: [1, 2, 3, 4, 5, 6] })
  })

  it('take years for names when they head columns of figures', () => {
    const [table] = tablesOf([
      ['country', 2021, 2022, 2023],
      ['A', 1.5, 2.5, 3.5],
      ['B', 4.5, 5.5, 6.5],
    ])
    expect(table).toMatchObject({ names: ['country', '2021', '2022', '2023'], rows: [1, 2] })
  })

  it('are numbered columns when the first row is a record already', () => {
    const [table] = tablesOf([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ])
    expect(table).toMatchObject({ hasHeader: false, rows: [0, 1, 2], droppedRows: 0 })
  })

  it('are two when a second header stands below a gap', () => {
    const tables = tablesOf([
      header,
      ...records,
      [],
      ['Costs'],
      ['item', 'amount'],
      ['rent', 5],
      ['heat', 6],
      ['ink', 7],
    ])
    expect(tables.map(({ names }) => names)).toEqual([
      ['region', 'orders', 'revenue'],
      ['item', 'amount'],
    ])
    expect(tables.map(({ rows }) => rows)).toEqual([
      [1, 2, 3, 4],
      [8, 9, 10],
    ])
  })

  it('stay one across blank rows between records', () => {
    const [table, ...others] = tablesOf([header, ...records.slice(0, 2), [], ...records.slice(2)])
    expect(table?.rows).toEqual([1, 2, 4, 5])
    expect(others).toEqual([])
  })

  it('are none in prose and in a blank sheet', () => {
    const prose = 'This sheet explains at some length how the other sheets are to be read and by whom.'
    expect(tablesOf([[prose], [prose], [prose]])).toEqual([])
    expect(tablesOf([])).toEqual([])
  })

  it('have no records when there is a header only', () => {
    expect(tablesOf([header]).flatMap(({ rows }) => rows)).toEqual([])
  })
})

describe('cells kept for a second look', () => {
  it('come back in order when some went to disk', () =>
    withTemporaryFolder(async (folder) => {
      const spool = new Spool(path.join(folder, 'cells'))
      const cells = new ColumnCells(spool, { left: 70_000 })
      for (let row = 0; row < 30_000; row++) cells.add(row * 2, row % 7, row / 3)
      const cursor = cells.cursor(20_001)
      expect([cursor.row, cursor.tag, cursor.value]).toEqual([20_002, 10_001 % 7, 10_001 / 3])
      let count = 0
      for (const all = cells.cursor(); all.row >= 0; all.next()) {
        if (all.row !== count * 2 || all.value !== count / 3) throw new Error(`wrong at ${count}`)
        count++
      }
      expect(count).toBe(30_000)
      spool.close()
    }))

  it('are sorted when rows stand in any order, the later of two for one place counting', () => {
    const cells = new ColumnCells(new Spool('/never/written'), { left: 1e6 })
    for (const [row, value] of [
      [5, 1],
      [2, 2],
      [9, 3],
      [2, 4],
      [2, 5],
    ] as const)
      cells.add(row, 0, value)
    const seen: number[][] = []
    for (const cursor = cells.cursor(); cursor.row >= 0; cursor.next()) seen.push([cursor.row, cursor.value])
    expect(seen).toEqual([
      [2, 5],
      [5, 1],
      [9, 3],
    ])
  })

  it('keep their texts, in memory and on disk', () =>
    withTemporaryFolder(async (folder) => {
      const spool = new Spool(path.join(folder, 'texts'))
      const pool = new TextPool(spool, 1)
      expect(pool.add('once')).toBe(pool.add('once'))
      const texts = Array.from({ length: 40_000 }, (_, index) => `${index} ${'ä'.repeat(index % 90)} 😀`)
      const handles = texts.map((text) => pool.add(text))
      for (const [index, handle] of handles.entries()) {
        if (pool.get(handle) !== texts[index]) throw new Error(`text ${index} changed`)
      }
      expect(pool.get(pool.add(''))).toBe('')
      spool.close()
    }))
})
