/** The most frequent values of columns: one query for each column of a long table, one for many columns of a short one. */
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import { type Database, quoteIdentifier } from '../../runtime/duckdb/database.ts'
import { categorySql } from '../category-sql.ts'
import { batchesOf, columnsAtOnce } from './batches.ts'

/** Values as they are told, most frequent first; values as frequent as each other in their own order. */
export type Top = { value: string; count: number }[]

/** Most frequent values listed for a column. */
export const topValues = 50

/**
 * The most frequent values of each of `columns`, in the order given; `onPart` hears of each column. Every count is exact.
 * O(rows · columns) in all.
 */
export async function topsOf(
  database: Database,
  relation: string,
  columns: readonly ConvertedColumn[],
  rows: number,
  onPart: () => void,
): Promise<Top[]> {
  const tops = columns.map((): Top => [])
  // Columns are stacked on top of each other, which takes values of one type that are told in one way.
  const stacks = Map.groupBy(columns.keys(), (index) => {
    const column = columns[index]
    return column === undefined ? '' : `${column.storage} ${toldAs(column)}`
  })
  for (const indexes of stacks.values()) {
    for (const batch of batchesOf(indexes, columnsAtOnce(rows, 1))) {
      const list = batch.flatMap((index) => columns[index] ?? [])
      const found = await database.rows<{ place: number; value: string; count: number }>(topSql(relation, list))
      for (const { place, value, count } of found) tops[batch[place] ?? -1]?.push({ value, count })
      for (const _ of batch) onPart()
    }
  }
  return tops
}

function topSql(relation: string, columns: readonly ConvertedColumn[]): string {
  const [first] = columns
  if (first === undefined) throw new RangeError('No columns to count the values of')
  if (columns.length === 1) {
    const name = quoteIdentifier(first.name)
    return `SELECT 0 AS place, ${categorySql(first)} AS value, count(*) AS count FROM ${relation} WHERE ${name} IS NOT NULL
      GROUP BY ${name} ORDER BY count DESC, ${name} LIMIT ${topValues}`
  }
  const cells = columns.map(({ name }, place) => `{'place': ${place}, 'own': ${quoteIdentifier(name)}}`)
  return `SELECT place, ${toldAs(first)} AS value, count FROM (
      SELECT cell.place AS place, cell.own AS own, count(*) AS count FROM (SELECT unnest([${cells.join(', ')}]) AS cell FROM ${relation})
      WHERE cell.own IS NOT NULL GROUP BY ALL)
    QUALIFY row_number() OVER (PARTITION BY place ORDER BY count DESC, own) <= ${topValues} ORDER BY place, count DESC, own`
}

/** SQL of how a value called `own` is told. */
function toldAs(column: ConvertedColumn): string {
  return categorySql(column, 'own')
}
