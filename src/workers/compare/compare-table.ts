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

/** Why rows were not told apart by a key: there is none, or it numbers other rows in each version. */
export type Limit = { readonly limit: 'noKey' } | { readonly limit: 'unrelated'; readonly key: readonly string[] }

export interface ComparedPair {
  readonly tables: TablePair
  readonly columns: PairedColumns
  readonly compared: ComparedTable
  readonly changes: readonly Change[]
  readonly limits: readonly Limit[]
}

/** `pause`: awaited between the steps, each of which is a few queries. */
export async function compareTable(asked: Asked, tables: TablePair, pause: () => Promise<void>): Promise<ComparedPair> {
  const { columns, rows, limits } = await rowChanges(asked, tables)
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

async function rowChanges(asked: Asked, tables: TablePair): Promise<FoundRows> {
  const byProfile = pairColumns(tables.before, tables.after)
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
