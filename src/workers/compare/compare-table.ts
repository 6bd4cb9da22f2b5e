/** Two versions of one table: their columns, rows, values and totals, asked of the stored tables of both. */
import type { Change, ComparedTable } from '../../shared/comparison/comparison.ts'
import { columnsOf, revisedChange, rowsChange, totalChangeOf, totalOf } from './changes.ts'
import { keyOf } from './keys.ts'
import { type PairedColumns, pairColumns } from './pair-columns.ts'
import type { TablePair } from './pair-tables.ts'
import { withRenamed } from './renamed.ts'
import { changesByKey, changesByValues, type RowChanges } from './row-changes.ts'
import type { Asked } from './sides.ts'
import { changedTotal, summable } from './totals.ts'

/** What could not be compared: rows by a key, or the values of all columns of a very wide table. */
export type Limit =
  | { readonly limit: 'noKey' }
  | { readonly limit: 'unrelated'; readonly key: readonly string[] }
  | { readonly limit: 'wide'; readonly columns: number; readonly of: number }

/** A query that compares more columns takes longer and more memory than it tells. */
const mostCompared = 400

export interface ComparedPair {
  readonly tables: TablePair
  readonly columns: PairedColumns
  readonly compared: ComparedTable
  readonly changes: readonly Change[]
  readonly limits: readonly Limit[]
}

/** `pause`: awaited between the steps, each of which is a few queries. */
export async function compareTable(asked: Asked, tables: TablePair, pause: () => Promise<void>): Promise<ComparedPair> {
  const { columns, rows, limits } = await rowChanges(asked, tables, pairColumns(tables.before, tables.after))
  await pause()
  const changes: Change[] = [rowsChange(tables, rows)]
  for (const column of rows.columns) changes.push(revisedChange(tables, column, rows.kept))
  const totals: ComparedTable['totals'] = []
  for (const pair of summable(tables, columns)) {
    const total = await changedTotal(asked, tables, columns, pair, rows)
    const change = totalChangeOf(tables, total)
    changes.push(change)
    totals.push(totalOf(total, change))
    await pause()
  }
  const { before, after, kept, added, gone, revised, by } = rows
  return {
    tables,
    columns,
    changes,
    limits,
    compared: {
      before: tables.before.name,
      after: tables.after.name,
      columns: columnsOf(columns),
      rows: { before, after, by, key: rows.key.map((pair) => pair.after.name), kept, added, gone, revised },
      revised: rows.columns.map(({ pair, rows: count, examples }) => ({
        column: pair.after.name,
        rows: count,
        examples: [...examples],
      })),
      totals,
    },
  }
}

interface FoundRows {
  readonly columns: PairedColumns
  readonly rows: RowChanges
  readonly limits: readonly Limit[]
}

async function rowChanges(asked: Asked, tables: TablePair, all: PairedColumns): Promise<FoundRows> {
  if (all.pairs.length > mostCompared) {
    const narrow = { ...all, pairs: all.pairs.slice(0, mostCompared) }
    const { rows, limits } = await rowChanges(asked, tables, narrow)
    const wide: Limit = { limit: 'wide', columns: mostCompared, of: all.pairs.length }
    return { columns: all, rows, limits: [...limits, wide] }
  }
  return rowChangesOf(asked, tables, all)
}

async function rowChangesOf(asked: Asked, tables: TablePair, byProfile: PairedColumns): Promise<FoundRows> {
  const key = await keyOf(asked, tables, byProfile)
  if (key === null) {
    const rows = await changesByValues(asked, tables, byProfile)
    return { columns: byProfile, rows, limits: isSame(rows) ? [] : [{ limit: 'noKey' }] }
  }
  const columns = await withRenamed(asked, tables, byProfile, key)
  const byKey = await changesByKey(asked, tables, columns, key)
  if (byKey !== null) return { columns, rows: byKey, limits: [] }
  const rows = await changesByValues(asked, tables, byProfile)
  return { columns: byProfile, rows, limits: [{ limit: 'unrelated', key: key.map((pair) => pair.after.name) }] }
}

function isSame({ added, gone }: RowChanges): boolean {
  return added === 0 && gone === 0
}
