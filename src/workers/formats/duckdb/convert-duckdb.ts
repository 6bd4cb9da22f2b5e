/** The convert stage for DuckDB's own databases: each table, with its types. Views are named and not run. */

import { mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { StageInput } from '../../../shared/contract/stages.ts'
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import { detailOfRefused, type RefusedKindId } from '../../../shared/file-formats/refused.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteIdentifier, quoteText, withDatabase } from '../../runtime/duckdb/database.ts'
import { withQueryProgress } from '../../runtime/duckdb/query-progress.ts'
import { WorkPlan } from '../../runtime/work-plan.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { convertRelation } from '../../tables/typed/convert-relation.ts'

/** DuckDB's share of memory; it spills to the stage's folder beyond it. */
const memoryLimit = '1500MB'
/** Of one database; a person can still name a table behind them. */
const maxTables = 150
const attached = 'foreign_source'

interface SourceTable {
  /** With its schema, unless that is the usual one. */
  readonly name: string
  readonly from: string
  readonly rows: number
}

export async function convertDuckDb(input: StageInput<'convert'>, context: WorkContext): Promise<ReadTable[]> {
  const outputDir = path.resolve(input.outputDir)
  await mkdir(outputDir, { recursive: true })
  const file = await realpath(input.source.path)
  try {
    return await withDatabase(context, { memoryLimit, temporaryFolder: outputDir }, async (database) => {
      await attach(database, file, outputDir)
      const listed = await tablesOf(database)
      const wanted = chosen(listed, input.sheet)
      const tables = await convertTables(database, context, wanted.slice(0, maxTables), outputDir)
      tables[0]?.notes.push(...(await viewNotes(database)))
      if (wanted.length > maxTables) {
        tables[0]?.notes.push(note('databases.onlyFirst', { count: maxTables }))
      }
      return tables
    })
  } catch (error) {
    throw explained(error, file)
  }
}

/** Whatever the file says, nothing but itself is read and nothing is written outside the stage's folder. */
async function attach(database: Database, file: string, outputDir: string): Promise<void> {
  await database.run(`ATTACH ${quoteText(file)} AS ${attached} (READ_ONLY, TYPE duckdb)`)
  await database.run(`SET allowed_paths = [${quoteText(file)}, ${quoteText(`${file}.wal`)}]`)
  await database.run(`SET allowed_directories = [${quoteText(outputDir)}]`)
  await database.run('SET enable_external_access = false')
}

async function tablesOf(database: Database): Promise<SourceTable[]> {
  const listed = await database.rows<{ schema: string; name: string; rows: number }>(
    `SELECT schema_name AS "schema", table_name AS name, estimated_size AS rows FROM duckdb_tables()
     WHERE database_name = ${quoteText(attached)} AND NOT internal ORDER BY table_oid`,
  )
  return listed.map(({ schema, name, rows }) => ({
    name: schema === 'main' ? name : `${schema}.${name}`,
    from: [attached, schema, name].map(quoteIdentifier).join('.'),
    rows,
  }))
}

function chosen(tables: readonly SourceTable[], name: string | null): readonly SourceTable[] {
  if (tables.length === 0) throw new StoryglassError('not_a_table', 'a DuckDB database without tables')
  if (name === null) return tables
  const named = tables.filter((table) => table.name === name)
  if (named.length === 0) throw new StoryglassError('no_such_sheet', tables.map((table) => table.name).join(', '))
  return named
}

async function convertTables(
  database: Database,
  context: WorkContext,
  found: readonly SourceTable[],
  outputDir: string,
): Promise<ReadTable[]> {
  const plan = new WorkPlan(
    context,
    found.flatMap(({ rows }, index) => [
      { name: `look ${index}`, work: 2 * (rows + 1), parts: 1 },
      { name: `write ${index}`, work: 3 * (rows + 1), parts: 1 },
    ]),
  )
  const within = (fraction: number): void => plan.within(fraction)
  return withQueryProgress(database, { within }, async () => {
    const tables: ReadTable[] = []
    for (const [index, { name, from, rows }] of found.entries()) {
      plan.begin(`look ${index}`, 'Looking through columns')
      const numbered = `(SELECT *, row_number() OVER () - 1 AS file_row_number FROM ${from})`
      const onLooked = (): void => plan.begin(`write ${index}`, 'Writing columns')
      const target = { name, outputDir, file: `table-${index + 1}.parquet`, onLooked }
      const table = await convertRelation(database, context, { from, numbered, parameters: [], rows }, target)
      tables.push({ ...table, sheet: name })
    }
    plan.end()
    return tables
  })
}

/** A view may ask for anything, and never end. */
async function viewNotes(database: Database): Promise<Note[]> {
  const views = await database.rows<{ name: string }>(
    `SELECT view_name AS name FROM duckdb_views()
     WHERE database_name = ${quoteText(attached)} AND NOT internal ORDER BY name LIMIT 11`,
  )
  if (views.length === 0) return []
  const names = views.slice(0, 10).map(({ name }) => name)
  const code = views.length > 10 ? 'databases.viewsAndOthers' : 'databases.views'
  return [note(code, { names: names.join(', ') })]
}

/** Not the file's fault: memory, the disk, a folder that is gone. */
const ofMachine = /^(?:Out of Memory|Permission|Interrupt)/iu

/** What DuckDB says of a file it cannot read, as a reason a person is told; its path is not shown. */
function explained(error: unknown, file: string): unknown {
  if (error instanceof StoryglassError || error instanceof CancelledError || !(error instanceof Error)) return error
  // A system error of our own calls has a code.
  if ('code' in error || ofMachine.test(error.message)) return error
  const [line = ''] = error.message.split('\n')
  const first = line.replaceAll(file, 'the file')
  const refused = (id: RefusedKindId) => new StoryglassError('unsupported_kind', detailOfRefused(id), { cause: error })
  if (/encrypt/iu.test(first)) return refused('encryptedDuckDb')
  if (/version number/iu.test(first)) return refused('otherDuckDb')
  if (/could not set lock|conflicting lock/iu.test(first)) {
    return new StoryglassError('file_unreadable', 'another program has the database open', { cause: error })
  }
  return new StoryglassError('damaged_text', first, { cause: error })
}
