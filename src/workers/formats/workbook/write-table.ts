/** Writes a table found in a sheet as Parquet, column by column and 2,048 rows at a time, and accounts for what did not fit. */
import { rm } from 'node:fs/promises'
import { DOUBLE, DuckDBDataChunk, VARCHAR } from '@duckdb/node-api'
import type { ConvertedColumn, StorageType } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteIdentifier, quoteText, withDatabase } from '../../runtime/duckdb/database.ts'
import { withQueryProgress } from '../../runtime/duckdb/query-progress.ts'
import { pacer } from '../../runtime/pacer.ts'
import { rowsIn } from '../../tables/columns/write-table.ts'
import type { CellStore } from './cell-store.ts'
import { cellText } from './cell-text.ts'
import type { ColumnCursor } from './column-cells.ts'
import { Misfits } from './misfits.ts'
import type { ColumnPlan } from './plan-column.ts'
import { type CellReader, cellReader, unreadable } from './read-cell.ts'

export interface PlannedColumn {
  readonly column: number
  readonly name: string
  readonly plan: ColumnPlan
}

export interface TableToWrite {
  /** As a person knows it; told in the file of unreadable values. */
  readonly name: string
  readonly store: CellStore
  /** Rows of the sheet, ascending. */
  readonly rows: Uint32Array
  readonly columns: readonly PlannedColumn[]
}

/** DuckDB holds some 70 kB for each column however few rows there are, and a few times the texts of a row group. */
function memoryLimit(columns: number, textBytes = 0): string {
  return `${Math.ceil(64 + columns * 0.075 + (textBytes * textCopies) / 1e6)}MB`
}

export interface WrittenTable {
  /** Rows of the Parquet file, as it says itself. */
  readonly rows: number
  readonly unreadable: readonly Unreadable[]
}

type Unreadable = ConvertedColumn['unreadable']

/** DuckDB's own vector size; a chunk holds no more. */
const maxChunkRows = 2048
/** Of the first chunk, before it is known how long the texts are. */
const firstChunkRows = 256
/** An appender holds what it was given beside the table until it is flushed. */
const flushRows = 16_384
/** DuckDB gathers a whole row group in memory before it writes it. */
const rowGroupRows = 32_768
/** DuckDB's smallest. */
const leastRowGroupRows = 2048
/** Text of a row group: long texts make groups shorter. */
const rowGroupTextBytes = 8e6
/** Texts handed to an appender before it is flushed. */
const flushTextCharacters = 4e6
/** How often a row group's texts are in memory while it is written: as given, as a dictionary, packed, and on their way. */
const textCopies = 6
/** Of the time a table takes to write: its rows handed to DuckDB, the rest is DuckDB writing Parquet. */
const stagingShare = 0.7
/** Keeps a chunk of very many columns small. */
const maxChunkCells = 256 * 1024

/**
 * Writes the rows of `table` to `file`, in their order. Gives for each column what was present but could not be read: null in the
 * table, and all of it kept in `*.unreadable.parquet` beside it (table, column, row, text).
 */
export async function writeTable(
  table: TableToWrite,
  file: string,
  context: WorkContext,
  onWritten: (fraction: number) => void = () => undefined,
): Promise<WrittenTable> {
  const spill = `${file}.spill`
  try {
    return await withDatabase(
      context,
      { memoryLimit: memoryLimit(table.columns.length), threads: 1, temporaryFolder: spill },
      async (database) => {
        const { misfits, textPerRow } = await stage(table, database, context, (fraction) =>
          onWritten(fraction * stagingShare),
        )
        const groupRows = rowsOfGroup(textPerRow)
        const groupText = Math.min(groupRows, table.rows.length) * textPerRow
        await database.run(`SET memory_limit = '${memoryLimit(table.columns.length, groupText)}'`)
        const list = table.columns.map(
          ({ name, plan }, index) => `${unstage(`c${index}`, plan.storage)} AS ${quoteIdentifier(name)}`,
        )
        const within = (fraction: number): void => onWritten(stagingShare + fraction * (1 - stagingShare))
        await withQueryProgress(database, { within }, () =>
          copy(database, `SELECT ${list.join(', ')} FROM staged`, file, groupRows),
        )
        if (misfits.total > 0) {
          const names = `[${table.columns.map(({ name }) => quoteText(name)).join(', ')}]`
          const select = `SELECT ${quoteText(table.name)} AS "table", (${names})[CAST(position AS INTEGER) + 1] AS "column",
          CAST("row" AS BIGINT) AS "row", text, CAST(position AS BIGINT) AS position FROM misfits ORDER BY "row", position`
          await copy(database, select, file.replace(/\.parquet$/, '.unreadable.parquet'))
        }
        return { rows: await rowsIn(database, file), unreadable: misfits.columns }
      },
    )
  } finally {
    await rm(spill, { recursive: true, force: true })
  }
}

/** A row group holds at least as many rows as DuckDB wants, however long they are. */
function rowsOfGroup(textPerRow: number): number {
  const rows = Math.floor(rowGroupTextBytes / Math.max(1, textPerRow))
  return Math.max(leastRowGroupRows, Math.min(rowGroupRows, rows))
}

function copy(database: Database, query: string, file: string, groupRows = rowGroupRows): Promise<void> {
  return database.run(
    `COPY (${query}) TO ${quoteText(file)} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${groupRows})`,
  )
}

async function stage(
  table: TableToWrite,
  database: Database,
  context: WorkContext,
  onStaged: (fraction: number) => void,
): Promise<{ readonly misfits: Misfits; readonly textPerRow: number }> {
  const { store, rows, columns } = table
  const types = columns.map(({ plan }) => (plan.storage === 'VARCHAR' ? VARCHAR : DOUBLE))
  await database.run(`CREATE TABLE staged (${types.map((type, index) => `c${index} ${type}`).join(', ')})`)
  await database.run('CREATE TABLE misfits (position DOUBLE, "row" DOUBLE, text VARCHAR)')
  const misfits = new Misfits(columns.length)
  const readers = columns.map(({ column, plan }) => ({
    cursor: store.cursor(column, rows[0] ?? 0),
    read: cellReader(store, plan),
  }))
  const appender = await database.connection.createAppender('staged')
  const misfitAppender = await database.connection.createAppender('misfits')
  const mostRows = Math.max(1, Math.min(maxChunkRows, Math.floor(maxChunkCells / columns.length)))
  let chunkRows = Math.min(mostRows, firstChunkRows)
  let textPerRow = 0
  let [unflushedRows, unflushedText] = [0, 0]
  // One for all batches: a chunk's memory lies outside the JavaScript heap, which would be slow to let go of many.
  const chunk = DuckDBDataChunk.create(types)
  const pause = pacer(context)
  for (let from = 0; from < rows.length; ) {
    const batch = rows.subarray(from, from + chunkRows)
    let text = 0
    chunk.reset()
    chunk.rowCount = batch.length
    for (const [index, { cursor, read }] of readers.entries()) {
      const values = chunk.getColumnVector(index)
      if (cursor === null) fillWithNulls(values, batch.length)
      else
        text += fill(values, batch, cursor, read, (offset) => {
          misfits.add(index, from + offset + 1, cellText(store.decode(cursor.tag, cursor.value), store.date1904))
        })
      values.flush()
    }
    await database.guarded(async () => appender.appendDataChunk(chunk))
    unflushedRows += batch.length
    unflushedText += text
    if (unflushedRows >= flushRows || unflushedText >= flushTextCharacters) {
      await database.guarded(async () => appender.flushSync())
      unflushedRows = 0
      unflushedText = 0
    }
    textPerRow = Math.max(textPerRow, text / batch.length)
    // Long texts make the next chunk shorter.
    const rowsOfText = Math.ceil((flushTextCharacters * batch.length) / Math.max(1, text))
    chunkRows = Math.max(1, Math.min(mostRows, rowsOfText))
    from += batch.length
    for (const kept of misfits.take()) await database.guarded(async () => misfitAppender.appendDataChunk(kept))
    onStaged(from / rows.length)
    await pause()
  }
  await database.guarded(async () => appender.closeSync())
  await database.guarded(async () => misfitAppender.closeSync())
  return { misfits, textPerRow }
}

interface Writable {
  setItem(index: number, value: number | string | null): void
}

/** Gives how many characters of text were written. */
function fill(
  target: Writable,
  batch: Uint32Array,
  cursor: ColumnCursor,
  read: CellReader,
  misfit: (offset: number) => void,
): number {
  let characters = 0
  for (let offset = 0; offset < batch.length; offset++) {
    const row = batch[offset] ?? 0
    cursor.seek(row)
    const value = cursor.row === row ? read(cursor.tag, cursor.value) : null
    if (value === unreadable) misfit(offset)
    if (typeof value === 'string') characters += value.length
    target.setItem(offset, value === unreadable ? null : value)
  }
  return characters
}

function fillWithNulls(target: Writable, count: number): void {
  for (let offset = 0; offset < count; offset++) target.setItem(offset, null)
}

/** Whole numbers, days and milliseconds are staged as doubles, in which they are exact. */
function unstage(name: string, storage: StorageType): string {
  switch (storage) {
    case 'BIGINT':
      return `CAST(${name} AS BIGINT)`
    case 'DATE':
      return `DATE '1970-01-01' + CAST(${name} AS INTEGER)`
    case 'TIMESTAMP':
      return `make_timestamp(CAST(${name} * 1000 AS BIGINT))`
    case 'BOOLEAN':
      return `${name} <> 0`
    case 'DOUBLE':
    case 'VARCHAR':
      return name
  }
}
