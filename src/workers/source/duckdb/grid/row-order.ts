/**
 * The rows of a view in their order, kept as a file of their places in the table: made once for a filter and an order,
 * read a window at a time. Files are named by what they answer; the least recently used go when there are too many.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { GridView } from '../../../../shared/contract/grid.ts'
import { quoteText } from '../../../runtime/duckdb/database.ts'
import { filterSql, orderSql } from '../../grid-sql.ts'
import { duckdbDialect } from '../dialect.ts'
import type { GridTable } from './grid-table.ts'

/** Of one table's source: orders kept, and bytes of them. An order of ten million rows takes 40 MB. */
const mostOrders = 16
const mostBytes = 400_000_000
/** As the tables themselves: a window is in one group or two. */
const groupRows = 40_960
const ending = '.order'

export interface RowOrder {
  readonly file: string
  readonly total: number
}

/** Null where the view is the whole table in the order of its file: then places are counted. */
export async function rowOrder(table: GridTable, view: GridView): Promise<RowOrder | null> {
  const { database, source } = table
  const { columns } = source.table
  const filter = filterSql(duckdbDialect, view, columns)
  if (filter === null && view.sort.length === 0 && table.isWhole) return null
  const where = filter === null ? '' : ` WHERE ${filter}`
  const kept = `(SELECT * FROM ${table.relation}${where})`
  const order = orderSql(duckdbDialect, view.sort, columns, kept, table.row)
  // The order of the file is kept by the scan itself.
  const ordered = view.sort.length === 0 ? '' : ` ORDER BY ${order.terms}`
  const query = `SELECT ${duckdbDialect.rowPlace(`shown.${table.row}`)} AS place FROM ${kept} AS shown${order.joins}${ordered}`
  const file = path.join(source.cacheDir, `${keyOf(table, query)}${ending}`)
  if (!(await touch(file))) {
    await mkdir(source.cacheDir, { recursive: true, mode: 0o700 })
    const temporary = path.join(source.cacheDir, `${randomUUID()}.tmp`)
    try {
      await database.run(
        `COPY (${query}) TO ${quoteText(temporary)} (FORMAT parquet, COMPRESSION uncompressed, ROW_GROUP_SIZE ${groupRows})`,
      )
      await rename(temporary, file)
    } finally {
      await rm(temporary, { force: true })
    }
    await makeRoom(source.cacheDir, file)
  }
  const { rows } = await database.row<{ rows: number }>(
    `SELECT num_rows AS rows FROM parquet_file_metadata(${quoteText(file)})`,
  )
  return { file, total: rows }
}

/** Places in the table of the rows from `offset` on, in the order of the view. */
export async function placesOf(
  { database }: GridTable,
  { file }: RowOrder,
  offset: number,
  limit: number,
): Promise<readonly number[]> {
  const { place = [] } = await database.columns(
    `SELECT place FROM read_parquet(${quoteText(file)}) WHERE file_row_number >= ${offset} AND file_row_number < ${offset + limit} ORDER BY file_row_number`,
  )
  return place as number[]
}

function keyOf({ source }: GridTable, query: string): string {
  const { file, view } = source.table
  return createHash('sha256')
    .update(JSON.stringify([file, view ?? null, query]))
    .digest('hex')
    .slice(0, 32)
}

/** Whether it is there; if so, it counts as used now. */
async function touch(file: string): Promise<boolean> {
  const now = new Date()
  try {
    await utimes(file, now, now)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function makeRoom(folder: string, newest: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending))
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name)
      const { size, mtimeMs } = await stat(file)
      return { file, size, mtimeMs }
    }),
  )
  let count = 0
  let bytes = 0
  for (const { file, size } of files.toSorted((one, other) => other.mtimeMs - one.mtimeMs)) {
    count += 1
    bytes += size
    if (file !== newest && (count > mostOrders || bytes > mostBytes)) await rm(file, { force: true })
  }
}
