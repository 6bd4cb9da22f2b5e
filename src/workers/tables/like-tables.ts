/** Tables of the same columns: a sheet a month, a file a shop. Told as one, with the name of each as a column. */

import { rm } from 'node:fs/promises'
import path from 'node:path'
import { firstOf, type Note, note } from '../../shared/story/note.ts'
import type { ConvertedColumn, StorageType } from '../../shared/story/table.ts'
import type { WorkContext } from '../runtime/context.ts'
import { type Database, quoteIdentifier, quoteText, withDatabase } from '../runtime/duckdb/database.ts'
import { copyToParquet, rowsIn } from './columns/write-table.ts'
import { assertConserved } from './conservation.ts'
import type { ReadTable } from './read-table.ts'

/** Two columns or more: of lists of one column the names say too little. */
const fewestColumns = 2

/** Of the columns of the smaller of two tables, as many must be in the other for the two to be told as one when asked. */
const sharedWhenAsked = 0.6

/** Groups of two tables or more whose columns have the same names, in whatever order. */
export function likeTables(tables: readonly ReadTable[]): ReadTable[][] {
  return groupsOfLike(tables).filter((group) => group.length > 1)
}

/**
 * The same where a person has asked for it: tables with a column more or fewer (one that came with a later month) go
 * with those they share most names with.
 */
export function tablesToJoin(tables: readonly ReadTable[]): ReadTable[][] {
  const joined: ReadTable[][] = []
  for (const group of groupsOfLike(tables).sort((left, right) => right.length - left.length)) {
    const host = joined.find(([first]) => shareNames(first, group[0]))
    if (host === undefined) joined.push(group)
    else host.push(...group)
  }
  const place = new Map(tables.map((table, index) => [table, index]))
  return joined
    .filter((group) => group.length > 1)
    .map((group) => group.sort((left, right) => (place.get(left) ?? 0) - (place.get(right) ?? 0)))
}

function groupsOfLike(tables: readonly ReadTable[]): ReadTable[][] {
  const groups = new Map<string, ReadTable[]>()
  for (const table of tables) {
    if (table.columns.length < fewestColumns) continue
    const key = JSON.stringify([...namesOf(table)].sort())
    groups.set(key, [...(groups.get(key) ?? []), table])
  }
  return [...groups.values()]
}

function shareNames(left: ReadTable | undefined, right: ReadTable | undefined): boolean {
  if (left === undefined || right === undefined) return false
  const names = namesOf(left)
  const others = namesOf(right)
  const shared = [...names].filter((name) => others.has(name)).length
  return shared >= fewestColumns && shared >= sharedWhenAsked * Math.min(names.size, others.size)
}

function namesOf({ columns }: ReadTable): Set<string> {
  return new Set(columns.map(({ name }) => keyOf(name)))
}

function keyOf(name: string): string {
  return name.trim().toLowerCase()
}

export function offerAsOne(group: readonly ReadTable[]): Note {
  const names = firstOf(group.map(quotedName), maxNamed)
  return note('tables.couldBeOne', { count: group.length, names })
}

export interface JoinedTarget {
  readonly name: string
  readonly outputDir: string
  readonly file: string
  /** What the column with the origin of a row says: the sheet, the file, or the table. */
  readonly origin: 'file' | 'sheet' | 'table'
}

/** The group as one table `name` in `outputDir`; the files of its parts are removed. */
export async function joinTables(
  group: readonly ReadTable[],
  { name, outputDir, file, origin: wanted }: JoinedTarget,
  context: WorkContext,
): Promise<ReadTable> {
  const [first] = group
  if (first === undefined) throw new Error('There is nothing to join')
  const target = path.join(outputDir, file)
  const fileOf = (table: ReadTable): string => quoteText(path.join(outputDir, path.basename(table.file)))
  const { columns, rows } = await withDatabase(context, { temporaryFolder: outputDir }, async (database) => {
    const columns: JoinedColumn[] = []
    for (const key of namesInOrder(group)) columns.push(await joinColumn(key, group, database, fileOf))
    const origin = originName(columns, wanted)
    const selects = group.map((table) => {
      const list = columns.map(({ column, own }) => {
        const source = own.get(table)
        const value = source === undefined ? 'NULL' : quoteIdentifier(source.name)
        return `CAST(${value} AS ${column.storage}) AS ${quoteIdentifier(column.name)}`
      })
      return `SELECT ${quoteText(table.name)} AS ${quoteIdentifier(origin)}, ${list.join(', ')} FROM read_parquet(${fileOf(table)})`
    })
    await copyTogether(database, selects, target)
    return { columns, rows: await rowsIn(database, target) }
  })
  const read = group.reduce((sum, table) => sum + table.rows, 0)
  assertConserved({ read, rows, header: 0, setAside: 0, refused: 0 }, name)
  for (const table of group) await rm(path.join(outputDir, path.basename(table.file)), { force: true })
  const origin = originName(columns, wanted)
  const own = group.flatMap((table) => table.notes.map((one) => note('tables.of', { name: table.name, note: one })))
  const unreadable = { count: 0, examples: [] }
  return {
    name,
    sheet: null,
    file,
    rows,
    droppedRows: group.reduce((sum, table) => sum + table.droppedRows, 0),
    notes: [
      note('tables.toldAsOne', { count: group.length, origin }),
      ...notEverywhere(columns, group),
      ...turnedToText(columns),
      ...(own.length > maxOwnNotes
        ? [...own.slice(0, maxOwnNotes), note('tables.moreNotes', { count: own.length - maxOwnNotes })]
        : own),
    ],
    columns: [{ name: origin, storage: 'VARCHAR', format: null, unreadable }, ...columns.map(({ column }) => column)],
    ...(first.reading === undefined ? {} : { reading: first.reading }),
  }
}

/** Tables read by one query: each is a branch of it, and thousands would be too deep for its planner. */
const tablesAtOnce = 100

async function copyTogether(database: Database, selects: readonly string[], target: string): Promise<void> {
  if (selects.length <= tablesAtOnce) return copyToParquet(database, selects.join(' UNION ALL '), target)
  const pieces: string[] = []
  try {
    for (let from = 0; from < selects.length; from += tablesAtOnce) {
      const piece = `${target}.${pieces.length + 1}.tmp`
      pieces.push(piece)
      await copyToParquet(database, selects.slice(from, from + tablesAtOnce).join(' UNION ALL '), piece)
    }
    await copyToParquet(database, `SELECT * FROM read_parquet([${pieces.map(quoteText).join(', ')}])`, target)
  } finally {
    for (const piece of pieces) await rm(piece, { force: true })
  }
}

/** Notes of the single tables that are kept; of two thousand files nobody reads each. */
const maxOwnNotes = 40
const maxNamed = 5

interface JoinedColumn {
  readonly column: ConvertedColumn
  /** What it is in each table that has it. */
  readonly own: ReadonlyMap<ReadTable, ConvertedColumn>
  /** Where the values of one table made text of what is something else in the others. */
  readonly isText: boolean
}

/** Keys of all columns, those of the first table first. */
function namesInOrder(group: readonly ReadTable[]): string[] {
  return [...new Set(group.flatMap(({ columns }) => columns.map(({ name }) => keyOf(name))))]
}

async function joinColumn(
  key: string,
  group: readonly ReadTable[],
  database: Database,
  fileOf: (table: ReadTable) => string,
): Promise<JoinedColumn> {
  const own = new Map<ReadTable, ConvertedColumn>()
  for (const table of group) {
    const column = table.columns.find(({ name }) => keyOf(name) === key)
    if (column !== undefined) own.set(table, column)
  }
  const filled: ConvertedColumn[] = []
  const isMixed = new Set([...own.values()].map(({ storage }) => storage)).size > 1
  for (const [table, column] of own) {
    // A column without a value is text, which says nothing of what it is elsewhere.
    if (isMixed && column.storage === 'VARCHAR' && !(await hasValues(database, fileOf(table), column.name))) continue
    filled.push(column)
  }
  const column = joinColumns([...own.values()], filled)
  return { column, own, isText: column.storage === 'VARCHAR' && filled.some(({ storage }) => storage !== 'VARCHAR') }
}

async function hasValues(database: Database, file: string, name: string): Promise<boolean> {
  const count = `SELECT count(${quoteIdentifier(name)})::DOUBLE AS filled FROM read_parquet(${file})`
  return (await database.row<{ filled: number }>(count)).filled > 0
}

function notEverywhere(columns: readonly JoinedColumn[], group: readonly ReadTable[]): Note[] {
  return columns
    .filter(({ own }) => own.size < group.length)
    .map(({ column, own }) =>
      note('tables.notEverywhere', { name: column.name, count: own.size, tables: group.length }),
    )
}

function turnedToText(columns: readonly JoinedColumn[]): Note[] {
  return columns
    .filter(({ isText }) => isText)
    .map(({ column, own }) => {
      const texts = [...own].filter(([, one]) => one.storage === 'VARCHAR').map(([table]) => quotedName(table))
      return texts.length === 0
        ? note('tables.severalTypes', { name: column.name })
        : note('tables.textElsewhere', { name: column.name, tables: firstOf(texts, maxNamed) })
    })
}

function quotedName({ name }: ReadTable): string {
  return `"${name}"`
}

/** Not the name of a column there is. */
function originName(columns: readonly JoinedColumn[], wanted: string): string {
  const taken = new Set(columns.map(({ column }) => keyOf(column.name)))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}_${number}`
    if (!taken.has(name)) return name
  }
}

/** `filled`: those with values, which decide what it is. */
function joinColumns(columns: readonly ConvertedColumn[], filled: readonly ConvertedColumn[]): ConvertedColumn {
  const [first] = filled.length > 0 ? filled : columns
  const formats = new Set(filled.map(({ format }) => format))
  const storage = filled.map((column) => column.storage).reduce(commonStorage, first?.storage ?? 'VARCHAR')
  const examples = columns.flatMap(({ unreadable }) => unreadable.examples)
  const count = columns.reduce((sum, { unreadable }) => sum + unreadable.count, 0)
  return {
    name: columns[0]?.name ?? '',
    storage,
    format: formats.size === 1 && storage === first?.storage ? (first?.format ?? null) : null,
    unreadable: { count, examples: examples.slice(0, 5) },
  }
}

/** What holds the values of both; text where nothing else does. */
function commonStorage(left: StorageType, right: StorageType): StorageType {
  if (left === right) return left
  const pair = new Set([left, right])
  if (pair.has('BIGINT') && pair.has('DOUBLE')) return 'DOUBLE'
  return pair.has('DATE') && pair.has('TIMESTAMP') ? 'TIMESTAMP' : 'VARCHAR'
}
