/** Windows of the rows of a view: only the columns asked for, only the row groups that hold them. */
import type { GridRows, GridView } from '../../../../shared/contract/grid.ts'
import type { Scalar } from '../../../../shared/story/insight.ts'
import { exactRows } from '../exact-rows.ts'
import { columnOf, type GridTable } from './grid-table.ts'
import { placesOf, rowOrder } from './row-order.ts'

export interface GridWindow {
  readonly columns: readonly string[]
  readonly offset: number
  readonly limit: number
}

/** Throws a RangeError for a column the table has not. */
export async function gridRows(table: GridTable, view: GridView, window: GridWindow): Promise<GridRows> {
  const { offset, limit } = window
  const order = await rowOrder(table, view)
  const list = [table.row, ...window.columns.map((name) => columnOf(table, name))].join(', ')
  const select = `SELECT ${list} FROM ${table.relation}`
  if (order === null) {
    const sql = `${select} WHERE ${table.row} >= ${offset} AND ${table.row} < ${offset + limit} ORDER BY ${table.row}`
    return { ...split(await exactRows(table.database, sql)), total: table.source.table.rows }
  }
  const places = await placesOf(table, order, offset, limit)
  if (places.length === 0) return { rows: [], numbers: [], total: order.total }
  const found = await exactRows(table.database, `${select} WHERE ${table.row} IN (${places.join(', ')})`)
  const byPlace = new Map(found.map((row) => [Number(row[0]), row]))
  const inOrder = places.map((place) => byPlace.get(place)).filter((row) => row !== undefined)
  return { ...split(inOrder), total: order.total }
}

function split(rows: readonly (readonly Scalar[])[]): Pick<GridRows, 'rows' | 'numbers'> {
  return { rows: rows.map((row) => row.slice(1)), numbers: rows.map(([place]) => Number(place) + 1) }
}
