/** A foreign database, opened so that nothing in it is run and nothing beside it is written. */

import { constants } from 'node:fs'
import { copyFile, open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import { quoteIdentifier } from '../../runtime/duckdb/database.ts'

export interface SqliteTable {
  readonly name: string
  readonly columns: readonly string[]
  /** Columns that are not stored but computed by an expression of the file, which may never end: they are not read. */
  readonly computed: readonly string[]
}

export interface SqliteSource {
  readonly tables: readonly SqliteTable[]
  /** Names of views and of tables that need a program of their own to be read. */
  readonly leftOut: readonly string[]
  /** Every row in the order of the file: a value is a bigint, a number, a text, bytes or null. */
  readonly rows: (table: SqliteTable) => IterableIterator<unknown[]>
}

/**
 * Views, triggers and virtual tables are never touched: only tables are read, as they are stored. A database that is
 * written as one goes along (WAL) is read from a copy, since SQLite would leave files beside the original.
 */
export async function withSqlite<Result>(
  file: string,
  scratchDir: string,
  work: (source: SqliteSource) => Promise<Result>,
): Promise<Result> {
  const copy = path.join(scratchDir, '.source.sqlite.tmp')
  const copied = await copyWhereUnfinished(file, copy)
  let database: BetterSqlite.Database | null = null
  try {
    database = new BetterSqlite(copied ? copy : file, { readonly: !copied, fileMustExist: true })
    database.pragma('trusted_schema = OFF')
    database.pragma('cell_size_check = ON')
    database.pragma('mmap_size = 0')
    database.pragma('query_only = ON')
    return await work(sourceOf(database))
  } catch (error) {
    throw explained(error)
  } finally {
    database?.close()
    for (const ending of ['', '-wal', '-shm', '-journal']) await rm(`${copy}${ending}`, { force: true })
  }
}

function sourceOf(database: BetterSqlite.Database): SqliteSource {
  const listed = database
    .prepare<[], { name: string; type: string }>(
      `SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all()
  // In the order in which they were made.
  const inOrder = database
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid`)
    .all()
    .map(({ name }) => name)
  const isPlain = new Set(listed.filter(({ type }) => type === 'table').map(({ name }) => name))
  const tables = inOrder
    .filter((name) => isPlain.has(name) && !isOfGeoPackage(name))
    .map((name) => {
      const columns = database
        .prepare<[string], { name: string; hidden: number }>('SELECT name, hidden FROM pragma_table_xinfo(?)')
        .all(name)
      const computed = columns.filter(({ hidden }) => hidden === stored.never).map((column) => column.name)
      return {
        name,
        computed,
        columns: columns
          .filter(({ hidden }) => hidden === stored.plainly || hidden === stored.computed)
          .map((column) => column.name),
      }
    })
  return {
    tables,
    leftOut: listed.filter(({ type }) => type === 'view' || type === 'virtual').map(({ name }) => name),
    rows: ({ name, columns }) => {
      const list = columns.map(quoteIdentifier).join(', ')
      return database
        .prepare<[], unknown[]>(`SELECT ${list} FROM main.${quoteIdentifier(name)} NOT INDEXED`)
        .safeIntegers()
        .raw()
        .iterate()
    },
  }
}

/** `hidden` in what `table_xinfo` gives: of a plain column, of one computed once, of one computed each time. */
const stored = { plainly: 0, computed: 3, never: 2 } as const

/** Tables by which a GeoPackage (OGC 12-128) keeps account of itself. */
function isOfGeoPackage(name: string): boolean {
  return /^(?:gpkg|rtree)_/u.test(name)
}

/** Bytes 18 and 19 of the header are 2 where a log is kept beside the file. */
async function copyWhereUnfinished(file: string, copy: string): Promise<boolean> {
  const handle = await open(file, 'r')
  const header = Buffer.alloc(20)
  try {
    await handle.read(header, 0, 20, 0)
  } finally {
    await handle.close()
  }
  const logs = ['-wal', '-journal']
  const isThere = await Promise.all(logs.map((ending) => holdsSomething(`${file}${ending}`)))
  if (header[18] !== 2 && header[19] !== 2 && !isThere.includes(true)) return false
  await copyFile(file, copy, constants.COPYFILE_FICLONE)
  for (const [index, ending] of logs.entries()) {
    if (isThere[index] === true) await copyFile(`${file}${ending}`, `${copy}${ending}`, constants.COPYFILE_FICLONE)
  }
  return true
}

async function holdsSomething(file: string): Promise<boolean> {
  try {
    return (await stat(file)).size > 0
  } catch {
    return false
  }
}

/** What SQLite says of a file it cannot read, as a reason a person is told. */
function explained(error: unknown): unknown {
  if (!(error instanceof BetterSqlite.SqliteError)) return error
  if (error.code === 'SQLITE_NOMEM' || error.code === 'SQLITE_TOOBIG') {
    return new StoryglassError('hostile_content', 'a value of an SQLite database', { cause: error })
  }
  if (/^SQLITE_(?:CORRUPT|NOTADB|ERROR|CANTOPEN|IOERR_SHORT_READ|READONLY|FORMAT)/u.test(error.code)) {
    return new StoryglassError('damaged_text', note('failed.readerSays', { format: 'SQLite', said: error.message }), {
      cause: error,
    })
  }
  return error
}
