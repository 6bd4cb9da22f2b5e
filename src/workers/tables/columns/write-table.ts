/**
 * Columns of text to a typed Parquet file. What a sample decided is confirmed on every value; what does not fit is
 * decided again with the values that did not; what cannot be read in the end is counted, exemplified and kept in a
 * file beside the table. No value is lost without a trace.
 */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type Note, note } from '../../../shared/story/note.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, type QueryParameters, quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'
import { confirmDecisions } from './confirm.ts'
import { type ColumnSample, decideColumn } from './decide.ts'
import { decideColumns } from './decide-columns.ts'
import type { Decision } from './decision.ts'
import {
  finiteExpression,
  missingExpression,
  readExpression,
  safeSourceType,
  strictExpressions,
  tolerantExpression,
} from './expression.ts'
import { notesOnMarks } from './marks.ts'
import { isMissingAmongFigures } from './missing.ts'
import { formatOf, isRescaled, storageOf } from './reading.ts'
import type { TextRelation } from './text-relation.ts'

export interface TypedTable {
  readonly rows: number
  readonly columns: ConvertedColumn[]
  /** What a reader should know of how columns were understood. */
  readonly notes: Note[]
  /** Name of the Parquet file (table, column, row, text) with what could not be read, beside the table's; null if none. */
  readonly unreadableFile: string | null
}

export interface TypedTableTarget {
  readonly outputDir: string
  /** Name of the Parquet file to write in it. */
  readonly file: string
  /** The table's name, for the file of unreadable values. */
  readonly table: string
  /** A value did not fit: all of them are read again, more than once. */
  readonly onSecondLook?: () => void
  /** Of a wide table: all values have been read, and are being written. */
  readonly onWriting?: () => void
}

/** Values may be sampled from anywhere in the file, in its order. One sample a column of the relation. */
export async function writeTypedTable(
  database: Database,
  context: WorkContext,
  relation: TextRelation,
  samples: readonly ColumnSample[],
  target: TypedTableTarget,
): Promise<TypedTable> {
  await mkdir(target.outputDir, { recursive: true })
  try {
    return await writeFrom(database, context, relation, samples, target)
  } catch (error) {
    if (relation.inTurn === undefined || !isOfSeveralThreads(error, relation.inTurn.isOurs)) throw error
    return writeFrom(database, context, relation.inTurn.relation, samples, target)
  }
}

/** DuckDB splits a text among its threads, and gives up, or goes astray, where quoted cells may stand across every split. */
function isOfSeveralThreads(error: unknown, isOurs: boolean): boolean {
  if (!(error instanceof Error)) return false
  return error.message.includes('Parallel CSV Reader') || (isOurs && error.message.includes('CSV Error'))
}

async function writeFrom(
  database: Database,
  context: WorkContext,
  relation: TextRelation,
  samples: readonly ColumnSample[],
  target: TypedTableTarget,
): Promise<TypedTable> {
  const decisions = decideColumns(samples)
  const file = path.join(target.outputDir, target.file)
  const strict = await writeStrictly(database, relation, samples, decisions, file)
  if (strict !== null) {
    return {
      rows: strict,
      columns: describeColumns(relation, decisions, []),
      notes: [...notesOf(relation, decisions), ...(await notesOnMarks(database, relation, decisions))],
      unreadableFile: null,
    }
  }
  await context.yieldToEventLoop()
  target.onSecondLook?.()
  const confirmed = await confirmDecisions(database, context, relation, samples, decisions)
  const rows = await writeTolerantly(database, relation, confirmed.decisions, file)
  const unreadable = await keepUnreadable(database, relation, confirmed, target)
  const columns = describeColumns(relation, confirmed.decisions, unreadable.columns)
  const marks = await notesOnMarks(database, relation, confirmed.decisions)
  const notes = [...notesOf(relation, confirmed.decisions), ...confirmed.notes, ...marks]
  return { rows, columns, notes, unreadableFile: unreadable.file }
}

/** Rows written, or null when a value did not fit or the strict form does not apply. */
async function writeStrictly(
  database: Database,
  relation: TextRelation,
  samples: readonly ColumnSample[],
  decisions: readonly Decision[],
  file: string,
): Promise<number | null> {
  const inner: string[] = []
  const outer: string[] = []
  const types = new Map<string, 'DOUBLE' | 'BOOLEAN'>()
  for (const [index, column] of relation.columns.entries()) {
    const { reading } = decisions[index] ?? decideColumn({ name: column.name, values: new Map() })
    const source = quoteIdentifier(column.source)
    const innerName = `v${index}`
    const hasMissingWords = [...(samples[index]?.values.keys() ?? [])].some(
      (text) => text !== '' && isMissingAmongFigures(text),
    )
    const type = relation.typedFrom === undefined ? null : safeSourceType(reading, { hasMissingWords })
    if (type !== null) {
      types.set(column.source, type)
      inner.push(`${source} AS ${innerName}`)
      outer.push(`${type === 'DOUBLE' ? finiteExpression(innerName) : innerName} AS ${quoteIdentifier(column.name)}`)
      continue
    }
    const strict = strictExpressions(reading, source, innerName, { hasMissingWords })
    inner.push(`${strict.inner} AS ${innerName}`)
    if (strict.outer.includes(source)) inner.push(source)
    outer.push(`${strict.outer} AS ${quoteIdentifier(column.name)}`)
  }
  const from = relation.typedFrom?.(types) ?? relation.from
  const query = `SELECT ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${from})`
  try {
    await copyToParquet(database, query, file)
  } catch (error) {
    if (isReadingError(error)) return null
    throw error
  }
  return rowsIn(database, file)
}

async function writeTolerantly(
  database: Database,
  relation: TextRelation,
  decisions: readonly Decision[],
  file: string,
): Promise<number> {
  const list = relation.columns.map((column, index) => {
    const reading = decisions[index]?.reading ?? { kind: 'text' as const, keepsNa: false }
    return `${tolerantExpression(reading, quoteIdentifier(column.source))} AS ${quoteIdentifier(column.name)}`
  })
  await copyToParquet(database, `SELECT ${list.join(', ')} FROM ${relation.from}`, file)
  return rowsIn(database, file)
}

/** A third of DuckDB's own: a row group is written in one go, which a cancel has to wait for. 20 of its vectors. */
const rowGroupRows = 40_960

/** Snappy: measured 20 % faster to write than zstd and no slower to read; the files are scratch, not archives. */
export async function copyToParquet(
  database: Database,
  query: string,
  file: string,
  parameters: QueryParameters = [],
): Promise<void> {
  const settings = `FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${rowGroupRows}`
  await database.run(`COPY (${query}) TO ${quoteText(file)} (${settings})`, parameters)
}

export async function rowsIn(database: Database, file: string): Promise<number> {
  const { rows } = await database.row<{ rows: number }>(
    `SELECT num_rows AS rows FROM parquet_file_metadata(${quoteText(file)})`,
  )
  return rows
}

/** A value that did not fit its column, as opposed to a file that cannot be read or a full disk. */
function isReadingError(error: unknown): boolean {
  return error instanceof Error && /Conversion Error|strict|Could not convert|Out of Range/iu.test(error.message)
}

export function describeColumns(
  relation: TextRelation,
  decisions: readonly Decision[],
  unreadable: readonly { readonly count: number; readonly examples: { row: number; text: string }[] }[],
): ConvertedColumn[] {
  return relation.columns.map((column, index) => {
    const reading = decisions[index]?.reading ?? { kind: 'text' as const, keepsNa: false }
    const missed = unreadable[index] ?? { count: 0, examples: [] }
    const described = { name: column.name, storage: storageOf(reading), format: formatOf(reading), unreadable: missed }
    return isRescaled(reading) ? { ...described, rescaled: true } : described
  })
}

export function notesOf(relation: TextRelation, decisions: readonly Decision[]): Note[] {
  return decisions.flatMap(({ notes }, index) =>
    notes.map((what) => note('columns.in', { name: relation.columns[index]?.name ?? '', what })),
  )
}

interface Unreadable {
  readonly file: string | null
  readonly columns: { readonly count: number; readonly examples: { row: number; text: string }[] }[]
}

/** Writes what could not be read beside the table, in one pass over the source, and takes the first five of each column. */
async function keepUnreadable(
  database: Database,
  relation: TextRelation,
  confirmed: { readonly decisions: readonly Decision[]; readonly unreadable: readonly number[] },
  target: TypedTableTarget,
): Promise<Unreadable> {
  const counts = relation.columns.map((_, index) => confirmed.unreadable[index] ?? 0)
  const result = counts.map((count): Unreadable['columns'][number] => ({ count, examples: [] }))
  const affected = counts.flatMap((count, index) => (count > 0 ? [index] : []))
  if (affected.length === 0) return { file: null, columns: result }
  const structs = affected.map((index) => {
    const source = quoteIdentifier(relation.columns[index]?.source ?? '')
    const reading = confirmed.decisions[index]?.reading ?? { kind: 'text' as const, keepsNa: false }
    const bad = unreadableCondition(reading, source)
    return `{'position': ${index}, 'text': CASE WHEN ${bad} THEN ${source} END}`
  })
  const name = target.file.replace(/\.parquet$/u, '.unreadable.parquet')
  const file = path.join(target.outputDir, name)
  const names = `[${relation.columns.map((column) => quoteText(column.name)).join(', ')}]`
  await copyToParquet(
    database,
    `SELECT ${quoteText(target.table)} AS "table", (${names})[item.position + 1] AS "column", row, item.text AS text,
            item.position AS position
     FROM (SELECT row, unnest([${structs.join(', ')}]) AS item
           FROM (SELECT row_number() OVER () AS row, * FROM ${relation.from}))
     WHERE item.text IS NOT NULL`,
    file,
  )
  const examples = await database.rows<{ position: number; row: number; text: string }>(
    `SELECT position, row, text FROM read_parquet(${quoteText(file)})
     QUALIFY row_number() OVER (PARTITION BY position ORDER BY row) <= 5 ORDER BY position, row`,
  )
  for (const { position, row, text } of examples) result[position]?.examples.push({ row, text })
  return { file: name, columns: result }
}

function unreadableCondition(reading: Decision['reading'], source: string): string {
  return `(${source} IS NOT NULL AND NOT ${missingExpression(reading, source)} AND (${readExpression(reading, source)}) IS NULL)`
}
