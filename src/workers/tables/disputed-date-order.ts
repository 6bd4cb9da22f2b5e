/** Tables to be told as one, of which some read their dates day first and some month first: the proven order holds for all. */

import path from 'node:path'
import type { ReadingOptions } from '../../shared/story/reading.ts'
import type { ConvertedColumn } from '../../shared/story/table.ts'
import type { WorkContext } from '../runtime/context.ts'
import { quoteIdentifier, quoteText, withDatabase } from '../runtime/duckdb/database.ts'
import type { ReadTable } from './read-table.ts'

type DateOrder = NonNullable<ReadingOptions['dateOrder']>

/**
 * A file of one week can be read either way. The order of a column is proven where a day after the 12th stands in it.
 * Gives that order and the tables to be read again by it; null where nothing is disputed, or either order is proven.
 */
export async function disputedDateOrder(
  tables: readonly ReadTable[],
  folder: string,
  context: WorkContext,
): Promise<{ readonly order: DateOrder; readonly tables: ReadonlySet<ReadTable> } | null> {
  const dated = tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      const order = dateOrderOf(column)
      return order === null ? [] : [{ table, column, order }]
    }),
  )
  if (new Set(dated.map(({ order }) => order)).size < 2) return null
  const proven = await withDatabase(context, {}, async (database) => {
    const orders = new Set<DateOrder>()
    for (const { table, column, order } of dated) {
      const from = quoteText(path.join(folder, path.basename(table.file)))
      const last = `SELECT max(day(${quoteIdentifier(column.name)}))::DOUBLE AS last FROM read_parquet(${from})`
      const { last: lastDay } = await database.row<{ last: number | null }>(last)
      if ((lastDay ?? 0) > 12) orders.add(order)
      if (orders.size > 1) break
    }
    return orders
  })
  const [order] = proven
  if (order === undefined || proven.size > 1) return null
  return { order, tables: new Set(dated.filter((one) => one.order !== order).map(({ table }) => table)) }
}

/** Null for what is no date written by numbers, or begins with the year. */
function dateOrderOf({ storage, format }: ConvertedColumn): DateOrder | null {
  if (storage !== 'DATE' && storage !== 'TIMESTAMP') return null
  if (/^%-?d[ ./-]+%-?m/u.test(format ?? '')) return 'day-first'
  return /^%-?m[ ./-]+%-?d/u.test(format ?? '') ? 'month-first' : null
}
