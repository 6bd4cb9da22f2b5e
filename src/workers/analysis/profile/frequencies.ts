/** The most frequent values of columns: one query for each column of a long table, one for many columns of a short one. */

import type { ConvertedColumn } from '../../../shared/story/table.ts'
import type { Dialect } from '../../source/dialect.ts'
import type { TableSource } from '../../source/table-source.ts'
import { categorySql } from '../category-sql.ts'
import { batchesOf, columnsAtOnce } from './batches.ts'

/** Values as they are told, most frequent first; values as frequent as each other in their own order. */
export type Top = { value: string; count: number }[]

/** Most frequent values listed for a column. */
export const topValues = 50

/** Stacking takes as long as counting twice, a query of its own some milliseconds, and more the wider the table is. */
const mostRowsStacked = 20_000
const mostColumnsAlone = 60

/**
 * The most frequent values of each of `columns`, in the order given; `onPart` hears of each column. Every count is exact.
 * O(rows · columns) in all.
 */
export async function topsOf(
  source: TableSource,
  relation: string,
  columns: readonly ConvertedColumn[],
  rows: number,
  onPart: () => void,
): Promise<Top[]> {
  const tops = columns.map((): Top => [])
  // Columns are stacked on top of each other, which takes values of one type that are told in one way.
  const stacks = Map.groupBy(columns.keys(), (index) => {
    const column = columns[index]
    return column === undefined ? '' : `${column.storage} ${toldAs(source.dialect, column)}`
  })
  const isAlone = rows > mostRowsStacked && columns.length <= mostColumnsAlone
  for (const indexes of stacks.values()) {
    for (const batch of batchesOf(indexes, isAlone ? 1 : columnsAtOnce(rows, 1))) {
      const list = batch.flatMap((index) => columns[index] ?? [])
      const found = await source.rows<{ place: number; value: string; count: number }>(
        topSql(source.dialect, relation, list),
      )
      for (const { place, value, count } of found) tops[batch[place] ?? -1]?.push({ value, count })
      for (const _ of batch) onPart()
    }
  }
  return tops
}

function topSql(dialect: Dialect, relation: string, columns: readonly ConvertedColumn[]): string {
  const [first] = columns
  if (first === undefined) throw new RangeError('No columns to count the values of')
  if (columns.length === 1) {
    const name = dialect.identifier(first.name)
    return `SELECT 0 AS place, ${categorySql(dialect, first)} AS value, count(*) AS count FROM ${relation} WHERE ${name} IS NOT NULL
      GROUP BY ${name} ORDER BY count DESC, ${name} LIMIT ${topValues}`
  }
  const stack = dialect.stacked(
    relation,
    columns.map(({ name }) => dialect.identifier(name)),
  )
  return `SELECT place, ${toldAs(dialect, first)} AS value, count FROM (
      SELECT place, own, count, row_number() OVER (PARTITION BY place ORDER BY count DESC, own) AS rank FROM (
        SELECT place, own, count(*) AS count FROM ${stack} WHERE own IS NOT NULL GROUP BY place, own))
    WHERE rank <= ${topValues} ORDER BY place, count DESC, own`
}

/** SQL of how a value called `own` is told. */
function toldAs(dialect: Dialect, column: ConvertedColumn): string {
  return categorySql(dialect, column, 'own')
}
