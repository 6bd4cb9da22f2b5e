/** Tables of the same columns: a sheet a month, a file a shop. Told as one, with the name of each as a column. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { ConvertedColumn, ConvertedTable, StorageType } from '../../shared/story/table.ts'
import type { WorkContext } from '../runtime/context.ts'
import { quoteIdentifier, quoteText, withDatabase } from '../runtime/duckdb/database.ts'
import { copyToParquet, rowsIn } from './columns/write-table.ts'
import { assertConserved } from './conservation.ts'

/** Two columns or more: of lists of one column the names say too little. */
const fewestColumns = 2

/** Groups of two tables or more whose columns have the same names in the same order. */
export function likeTables(tables: readonly ConvertedTable[]): ConvertedTable[][] {
  const groups = new Map<string, ConvertedTable[]>()
  for (const table of tables) {
    if (table.columns.length < fewestColumns) continue
    const key = JSON.stringify(table.columns.map(({ name }) => name.trim().toLowerCase()))
    groups.set(key, [...(groups.get(key) ?? []), table])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

export function offerAsOne(group: readonly ConvertedTable[]): string {
  const names = group.slice(0, 5).map(({ name }) => `"${name}"`)
  const more = group.length > names.length ? ` and ${group.length - names.length} more` : ''
  return `${group.length} tables have the same columns and could be told as one: ${names.join(', ')}${more}.`
}

/** The group as one table `name` in `outputDir`; the files of its parts are removed. */
export async function joinTables(
  group: readonly ConvertedTable[],
  { name, outputDir, file }: { readonly name: string; readonly outputDir: string; readonly file: string },
  context: WorkContext,
): Promise<ConvertedTable> {
  const [first] = group
  if (first === undefined) throw new Error('There is nothing to join')
  const columns = first.columns.map((_, index) => joinColumns(group.flatMap((table) => table.columns[index] ?? [])))
  const origin = originName(group)
  const selects = group.map((table) => {
    const list = table.columns.map(
      (column, index) =>
        `CAST(${quoteIdentifier(column.name)} AS ${columns[index]?.storage ?? 'VARCHAR'}) AS ${quoteIdentifier(columns[index]?.name ?? column.name)}`,
    )
    const from = quoteText(path.join(outputDir, path.basename(table.file)))
    return `SELECT ${quoteText(table.name)} AS ${quoteIdentifier(origin)}, ${list.join(', ')} FROM read_parquet(${from})`
  })
  const target = path.join(outputDir, file)
  const rows = await withDatabase(context, { temporaryFolder: outputDir }, async (database) => {
    await copyToParquet(database, selects.join(' UNION ALL '), target)
    return rowsIn(database, target)
  })
  const read = group.reduce((sum, table) => sum + table.rows, 0)
  assertConserved({ read, rows, header: 0, setAside: 0, refused: 0 }, name)
  for (const table of group) await rm(path.join(outputDir, path.basename(table.file)), { force: true })
  const own = group.flatMap((table) => table.notes.map((note) => `${table.name}: ${note}`))
  return {
    name,
    sheet: null,
    file,
    rows,
    droppedRows: group.reduce((sum, table) => sum + table.droppedRows, 0),
    notes: [
      `${group.length} tables of the same columns are told as one; "${origin}" says which a row is from.`,
      ...own,
    ],
    columns: [{ name: origin, storage: 'VARCHAR', format: null, unreadable: { count: 0, examples: [] } }, ...columns],
    ...(first.reading === undefined ? {} : { reading: first.reading }),
  }
}

/** Not the name of a column there is. */
function originName(group: readonly ConvertedTable[]): string {
  const taken = new Set(group[0]?.columns.map(({ name }) => name.toLowerCase()))
  const wanted = group.every(({ sheet }) => sheet !== null) ? 'sheet' : 'table'
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}_${number}`
    if (!taken.has(name)) return name
  }
}

function joinColumns(columns: readonly ConvertedColumn[]): ConvertedColumn {
  const [first] = columns
  const formats = new Set(columns.map(({ format }) => format))
  const storage = columns.map((column) => column.storage).reduce(commonStorage)
  let before = 0
  const examples = columns.flatMap(({ unreadable }) => unreadable.examples)
  for (const { unreadable } of columns) before += unreadable.count
  return {
    name: first?.name ?? '',
    storage,
    format: formats.size === 1 && storage === first?.storage ? (first?.format ?? null) : null,
    unreadable: { count: before, examples: examples.slice(0, 5) },
  }
}

/** What holds the values of both; text where nothing else does. */
function commonStorage(left: StorageType, right: StorageType): StorageType {
  if (left === right) return left
  const pair = new Set([left, right])
  if (pair.has('BIGINT') && pair.has('DOUBLE')) return 'DOUBLE'
  return pair.has('DATE') && pair.has('TIMESTAMP') ? 'TIMESTAMP' : 'VARCHAR'
}
