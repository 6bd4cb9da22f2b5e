/** What a rectangle of cells comes to, and its cells as lines for the clipboard. */
import type { GridSelection, GridView } from '../../../../shared/contract/grid.ts'
import { booleanWord } from '../../../../shared/format/boolean-words.ts'
import { withoutFormula } from '../../../../shared/format/csv.ts'
import { tsvLine } from '../../../../shared/format/tsv.ts'
import type { Scalar } from '../../../../shared/story/insight.ts'
import { quoteText } from '../../../runtime/duckdb/database.ts'
import { filterSql, type GridSqlColumn } from '../../grid-sql.ts'
import { duckdbDialect } from '../dialect.ts'
import { isNumeric } from './column-summary.ts'
import { gridRows } from './grid-rows.ts'
import { columnOf, type GridTable } from './grid-table.ts'
import { rowOrder } from './row-order.ts'

export interface CellRange {
  readonly columns: readonly string[]
  readonly offset: number
  readonly rows: number
}

/** Sums and means over all numbers of the cells together, whichever column they are in. */
export async function selectionFigures(table: GridTable, view: GridView, range: CellRange): Promise<GridSelection> {
  const columns = columnsNamed(table, range.columns)
  const parts = columns.flatMap((column) => {
    const own = columnOf(table, column.name)
    if (!isNumeric(column)) return [`count(${own})`, '0', 'NULL', 'NULL', 'NULL']
    const value = `CAST(${own} AS DOUBLE)`
    const only = `FILTER (WHERE isfinite(${value}))`
    return [
      `count(${own})`,
      `count(${own}) ${only}`,
      `fsum(${value}) ${only}`,
      `min(${value}) ${only}`,
      `max(${value}) ${only}`,
    ]
  })
  const list = ['count(*)', ...parts].map((part, place) => `${part} AS f${place}`).join(', ')
  const figures = await table.database.row<Record<string, number | null>>(
    `SELECT ${list} FROM ${table.relation} WHERE ${await isSelected(table, view, range)}`,
  )
  const figure = (place: number): number | null => figures[`f${place}`] ?? null
  const each = columns.map((_, place) => [0, 1, 2, 3, 4].map((part) => figure(1 + place * 5 + part)))
  const all = (part: number): number[] => each.map((one) => one[part] ?? null).filter((value) => value !== null)
  const total = (part: number): number => all(part).reduce((sum, value) => sum + value, 0)
  const numbers = total(1)
  const sum = numbers === 0 ? null : total(2)
  return {
    cells: (figure(0) ?? 0) * columns.length,
    filled: total(0),
    numbers,
    sum,
    mean: sum === null ? null : sum / numbers,
    least: numbers === 0 ? null : all(3).reduce((one, other) => Math.min(one, other)),
    most: numbers === 0 ? null : all(4).reduce((one, other) => Math.max(one, other)),
  }
}

async function isSelected(table: GridTable, view: GridView, { offset, rows }: CellRange): Promise<string> {
  const order = await rowOrder(table, view)
  if (order === null) return `${table.row} >= ${offset} AND ${table.row} < ${offset + rows}`
  if (offset === 0 && rows >= order.total) return filterSql(duckdbDialect, view, table.source.table.columns) ?? 'true'
  return `${table.row} IN (SELECT place FROM read_parquet(${quoteText(order.file)}) WHERE file_row_number >= ${offset} AND file_row_number < ${offset + rows})`
}

/** Rows read at a time. */
const rowsAtOnce = 5_000

/**
 * Lines with tabs between their cells. Numbers with the decimal sign that spreadsheets of the language read, days and
 * moments as ISO texts, and no text that a spreadsheet would take for a formula.
 */
export async function copiedText(
  table: GridTable,
  view: GridView,
  range: CellRange,
  { header, locale }: { readonly header: boolean; readonly locale: string },
): Promise<{ text: string; rows: number }> {
  const columns = columnsNamed(table, range.columns)
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.'
  const lines = header ? [tsvLine(columns.map(({ name }) => withoutFormula(name)))] : []
  let rows = 0
  while (rows < range.rows) {
    const limit = Math.min(rowsAtOnce, range.rows - rows)
    const window = { columns: range.columns, offset: range.offset + rows, limit }
    const found = await gridRows(table, view, window)
    for (const row of found.rows) {
      lines.push(tsvLine(row.map((value, place) => copiedCell(value, columns[place]?.format ?? null, decimal))))
    }
    rows += found.rows.length
    if (found.rows.length < limit) break
  }
  return { text: lines.join(''), rows }
}

const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)\.000Z$/u

function copiedCell(value: Scalar, format: string | null, decimal: string): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value).replace('.', decimal)
  if (typeof value === 'boolean') return booleanWord(value, format)
  return withoutFormula(value.replace(moment, '$1 $2'))
}

function columnsNamed(table: GridTable, names: readonly string[]): GridSqlColumn[] {
  return names.map((name) => {
    const column = table.source.table.columns.find((one) => one.name === name)
    if (column === undefined) throw new RangeError(`No column ${name} in the table ${table.source.table.name}`)
    return column
  })
}
