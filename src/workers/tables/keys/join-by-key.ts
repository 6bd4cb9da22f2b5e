/** Two tables told together by a key: each row of the many side once, with the columns of the row it names. */

import { rm } from 'node:fs/promises'
import path from 'node:path'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteIdentifier, quoteText, withDatabase } from '../../runtime/duckdb/database.ts'
import { copyToParquet, rowsIn } from '../columns/write-table.ts'
import { assertConserved } from '../conservation.ts'
import type { ReadTable } from '../read-table.ts'
import { relationOf } from './find-keys.ts'
import { isUnique, matchOf } from './match.ts'

interface Side {
  readonly table: ReadTable
  readonly column: ConvertedColumn
}

/**
 * `joins`: `orders.customer_id=customers.id`, one after the other. The many side is replaced by the joined table under
 * its own name, the other stays. Throws `join_impossible` for a table or column that is not there, for columns of two
 * types, where no value fits, and where neither side names each row once: then rows would be told several times.
 */
export async function joinByKeys(
  tables: readonly ReadTable[],
  joins: readonly string[],
  outputDir: string,
  context: WorkContext,
): Promise<ReadTable[]> {
  let joined = [...tables]
  for (const [index, text] of joins.entries()) {
    const [left, right] = sidesOf(joined, text)
    const target = { outputDir, file: `joined-${index + 1}.parquet` }
    const { many, whole } = await joinOne(left, right, target, context)
    joined = joined.map((table) => (table === many ? whole : table))
    await rm(path.join(outputDir, path.basename(many.file)), { force: true })
  }
  return joined
}

function impossible(detail: Note): StoryglassError {
  return new StoryglassError('join_impossible', detail)
}

function sidesOf(tables: readonly ReadTable[], text: string): readonly [Side, Side] {
  // A name may hold an equals sign itself.
  const signs = Array.from({ length: text.length }, (_, index) => index).filter((index) => text[index] === '=')
  const parts = signs.map((index) => [text.slice(0, index), text.slice(index + 1)])
  const found = parts.flatMap((sides) => {
    const [left, right] = sides.map((part) => sideNamed(tables, part.trim()))
    return left == null || right == null ? [] : [[left, right] as const]
  })
  const [first] = found
  if (first === undefined) {
    const there = tables.slice(0, 8).map(({ name, columns }) => {
      const names = columns.slice(0, 8).map((one) => one.name)
      return note('failed.columnsOf', { table: name, columns: names.join(', ') })
    })
    throw impossible(note('failed.noTwoColumns', { text, there }))
  }
  if (first[0].table === first[1].table) throw impossible(note('failed.oneTableTwice', { text }))
  if (first[0].column.storage !== first[1].column.storage) {
    throw impossible(note('failed.twoTypes', { first: first[0].column.name, second: first[1].column.name }))
  }
  return first
}

function sideNamed(tables: readonly ReadTable[], text: string): Side | null {
  const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase()
  for (const table of tables) {
    for (const column of table.columns) if (same(text, `${table.name}.${column.name}`)) return { table, column }
  }
  return null
}

async function joinOne(
  left: Side,
  right: Side,
  { outputDir, file }: { readonly outputDir: string; readonly file: string },
  context: WorkContext,
): Promise<{ readonly many: ReadTable; readonly whole: ReadTable }> {
  return withDatabase(context, { temporaryFolder: outputDir }, async (database) => {
    const keySide = ({ table, column }: Side) => ({ relation: relationOf(table, outputDir), column })
    const rightIsKey = await isUnique(database, keySide(right))
    if (!rightIsKey && !(await isUnique(database, keySide(left)))) {
      throw impossible(
        note('failed.severalRows', {
          first: left.column.name,
          firstTable: left.table.name,
          second: right.column.name,
          secondTable: right.table.name,
        }),
      )
    }
    const [many, one] = rightIsKey ? [left, right] : [right, left]
    const match = await matchOf(database, keySide(many), keySide(one))
    if (match.matched === 0) {
      const given = { column: many.column.name, key: one.column.name, table: one.table.name }
      throw impossible(note('failed.noValueIn', given))
    }
    const added = addedColumns(many.table, one)
    const target = path.join(outputDir, file)
    await writeJoined(database, { many, one, added, outputDir }, target)
    const rows = await rowsIn(database, target)
    assertConserved({ read: many.table.rows, rows, header: 0, setAside: 0, refused: 0 }, many.table.name)
    const said = note('tables.joinedByKey', {
      table: one.table.name,
      column: many.column.name,
      key: one.column.name,
      rows,
      unmatched: rows - match.matched,
      unnamed: match.unnamed,
    })
    const columns = [...many.table.columns, ...added.map(({ column }) => column)]
    return { many: many.table, whole: { ...many.table, file, rows, columns, notes: [...many.table.notes, said] } }
  })
}

interface Added {
  /** Its name in its own table. */
  readonly from: string
  readonly column: ConvertedColumn
}

/** The key itself is there already; a name that is taken is told with that of its table. */
function addedColumns(many: ReadTable, one: Side): Added[] {
  const taken = new Set(many.columns.map(({ name }) => name.toLowerCase()))
  return one.table.columns.flatMap((column): Added[] => {
    if (column === one.column) return []
    let name = column.name
    for (let number = 1; taken.has(name.toLowerCase()); number++) {
      name = number === 1 ? `${one.table.name} ${column.name}` : `${one.table.name} ${column.name} ${number}`
    }
    taken.add(name.toLowerCase())
    return [{ from: column.name, column: { ...column, name } }]
  })
}

interface Joined {
  readonly many: Side
  readonly one: Side
  readonly added: readonly Added[]
  readonly outputDir: string
}

async function writeJoined(database: Database, { many, one, added, outputDir }: Joined, target: string): Promise<void> {
  const own = many.table.columns.map(({ name }) => `many.${quoteIdentifier(name)}`)
  const others = added.map(({ from, column }) => `one.${quoteIdentifier(from)} AS ${quoteIdentifier(column.name)}`)
  const file = quoteText(path.join(outputDir, path.basename(many.table.file)))
  const on = `many.${quoteIdentifier(many.column.name)} = one.${quoteIdentifier(one.column.name)}`
  await copyToParquet(
    database,
    `SELECT ${[...own, ...others].join(', ')} FROM read_parquet(${file}, file_row_number = true) AS many LEFT JOIN ${relationOf(one.table, outputDir)} AS one ON ${on} ORDER BY many.file_row_number`,
    target,
  )
}
