/** The convert stage for SQLite: each of its tables, its values typed as those of any text are. */

import { isUtf8 } from 'node:buffer'
import { mkdir, stat } from 'node:fs/promises'
import type { StageInput } from '../../../shared/contract/stages.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { WorkPlan } from '../../runtime/work-plan.ts'
import { uniqueNames } from '../../tables/columns/names.ts'
import { writeTextRows } from '../../tables/columns/write-text-rows.ts'
import { assertConserved } from '../../tables/conservation.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { type SqliteSource, type SqliteTable, withSqlite } from './database.ts'

/** Of one database; a person can still name a table behind them. */
const maxTables = 150
/** Rows and values are stored in some bytes each: a file that gives more than it holds leads in circles. */
const unpackedTimes = 8
const unpackedBytes = 64 * 1024 * 1024

export async function convertSqlite(input: StageInput<'convert'>, context: WorkContext): Promise<ReadTable[]> {
  await mkdir(input.outputDir, { recursive: true })
  const { size } = await stat(input.source.path)
  const budget = new Budget(unpackedTimes * size + unpackedBytes)
  return withSqlite(input.source.path, input.outputDir, async (source) => {
    const wanted = chosen(source.tables, input.sheet)
    const found = wanted.slice(0, maxTables)
    const plan = new WorkPlan(
      context,
      found.map(({ name }) => ({ name, work: 1, parts: 1 })),
    )
    const tables: ReadTable[] = []
    for (const table of found) {
      plan.begin(table.name, 'Reading rows')
      const file = `table-${tables.length + 1}.parquet`
      const converted = await convertTable(source, table, { outputDir: input.outputDir, file }, budget, context)
      tables.push(converted)
    }
    plan.end()
    tables[0]?.notes.push(...leftOutNotes(source, wanted.length))
    return tables
  })
}

function chosen(tables: readonly SqliteTable[], name: string | null): readonly SqliteTable[] {
  if (tables.length === 0) throw new StoryglassError('not_a_table', 'an SQLite database without tables')
  if (name === null) return tables
  const named = tables.filter((table) => table.name === name)
  if (named.length === 0) throw new StoryglassError('no_such_sheet', tables.map((table) => table.name).join(', '))
  return named
}

function leftOutNotes({ leftOut }: SqliteSource, tables: number): Note[] {
  const notes: Note[] = []
  if (leftOut.length > 0) {
    const names = leftOut.slice(0, 10).join(', ')
    const code = leftOut.length > 10 ? 'databases.virtualTablesAndOthers' : 'databases.virtualTables'
    notes.push(note(code, { names }))
  }
  if (tables > maxTables) notes.push(note('databases.onlyFirst', { count: maxTables }))
  return notes
}

/** Bytes that may still be read. */
class Budget {
  #left: number

  constructor(bytes: number) {
    this.#left = bytes
  }

  spend(bytes: number): void {
    this.#left -= bytes
    if (this.#left < 0) throw new StoryglassError('hostile_content', 'an SQLite database that leads in circles')
  }
}

async function convertTable(
  source: SqliteSource,
  table: SqliteTable,
  { outputDir, file }: { readonly outputDir: string; readonly file: string },
  budget: Budget,
  context: WorkContext,
): Promise<ReadTable> {
  const pause = pacer(context)
  const { names, notes } = uniqueNames(table.columns)
  let read = 0
  const bytesIn = names.map(() => 0)
  const walk = async (onRow: (cells: readonly string[]) => void, flush: () => Promise<void>): Promise<void> => {
    read = 0
    bytesIn.fill(0)
    for (const values of source.rows(table)) {
      read += 1
      onRow(
        values.map((value, index) => {
          const text = textOf(value)
          if (text === null) bytesIn[index] = (bytesIn[index] ?? 0) + 1
          budget.spend(1 + (text?.length ?? 0))
          return text ?? ''
        }),
      )
      await flush()
      await pause()
    }
  }
  const target = { outputDir, file, table: table.name }
  const written = await writeTextRows({ names, walk }, target, context)
  assertConserved({ read, rows: written.rows, header: 0, setAside: 0, refused: 0 }, table.name)
  const ofBytes = names.flatMap((name, index) => {
    const count = bytesIn[index] ?? 0
    return count === 0 ? [] : [note('columns.notText', { name, count })]
  })
  const { rows, columns } = written
  const computed = table.computed.map((name) => note('columns.computed', { name }))
  const all = [...notes, ...written.notes, ...ofBytes, ...computed]
  return { name: table.name, sheet: table.name, file, rows, droppedRows: 0, notes: all, columns }
}

/** Null for bytes that are no text; programs that do not tell them from text write both alike. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return ''
  if (!Buffer.isBuffer(value)) return String(value)
  return isUtf8(value) && !value.includes(0) ? value.toString('utf8') : null
}
