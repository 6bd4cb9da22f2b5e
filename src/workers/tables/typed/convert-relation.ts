/** A relation with types of its own, as Parquet or a database gives it, to one of our tables: types mapped, values checked. */

import path from 'node:path'
import { DuckDBTypeId } from '@duckdb/node-api'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, type QueryParameters, quoteIdentifier } from '../../runtime/duckdb/database.ts'
import { uniqueNames } from '../columns/names.ts'
import { sampleFromRows, sampleRows } from '../columns/sample.ts'
import { copyToParquet } from '../columns/write-table.ts'
import type { ReadTable } from '../read-table.ts'
import { type Choice, type ColumnPlan, flatten, planColumn, type SourceColumn } from './columns.ts'
import { planTextColumns } from './text-columns.ts'

/** DuckDB holds some 75 kB for each column while it writes. */
const maxColumns = 4_000
/** Values, in all. A few bytes can stand for as many equal values as they like, and each is written out here. */
const maxValues = 4e9
const maxExamples = 5

export interface TypedRelation {
  /** What stands after FROM; rows in the order of the source, read several times. */
  readonly from: string
  /** The same with a column `file_row_number`, from 0. */
  readonly numbered: string
  /** Of every query with either of them. */
  readonly parameters: QueryParameters
  /** Rows it says it has. */
  readonly rows: number
}

export interface TypedTarget {
  readonly outputDir: string
  /** Name of the Parquet file to write in it. */
  readonly file: string
  readonly name: string
  /** Every value was looked at; what follows is writing. */
  readonly onLooked: () => void
}

export async function convertRelation(
  database: Database,
  context: WorkContext,
  relation: TypedRelation,
  target: TypedTarget,
): Promise<ReadTable> {
  // DuckDB believes what a file tells of its least and greatest values, and leaves out checks that they seem to settle.
  await database.run("SET disabled_optimizers = 'statistics_propagation'")
  const columns = await sourceColumns(database, relation)
  refuseTooMany(relation, columns.length)
  const plans = await planColumns(database, relation, columns)
  const facts = await lookThrough(database, relation, plans)
  await context.yieldToEventLoop()
  const decided = plans.map((one, index) => ({ plan: one, choice: chosen(one, index, facts), index }))
  const kept = decided.flatMap(({ plan: one, choice, index }) =>
    choice === null ? [] : [{ plan: one, choice, index }],
  )
  if (kept.length === 0) throw new StoryglassError('not_a_table', 'no column of it can be read')
  const { names, notes } = uniqueNames(kept.map(({ plan: { name } }) => name))
  target.onLooked()
  const list = kept.map(({ choice }, index) => `${choice.expression} AS ${quoteIdentifier(names[index] ?? '')}`)
  const query = `SELECT ${list.join(', ')} FROM ${relation.from}`
  await copyToParquet(database, query, path.join(target.outputDir, target.file), relation.parameters)
  const described: ConvertedColumn[] = []
  for (const [position, { plan: one, choice, index }] of kept.entries()) {
    const count = Number(facts[`unreadable${index}`] ?? 0)
    const examples = count === 0 ? [] : await examplesOf(database, relation, one)
    const name = names[position] ?? one.name
    described.push({ name, storage: choice.storage, format: choice.format, unreadable: { count, examples } })
  }
  const ofColumns = kept.flatMap(({ plan: { note: what } }, index) =>
    what === null ? [] : [note('columns.in', { name: names[index] ?? '', what })],
  )
  const leftOut = decided.flatMap(({ plan: { name }, choice }) =>
    choice === null ? [note('columns.noTextLeftOut', { name })] : [],
  )
  return {
    name: target.name,
    sheet: null,
    file: target.file,
    rows: Number(facts.rows),
    droppedRows: 0,
    notes: [...notes, ...ofColumns, ...leftOut],
    columns: described,
  }
}

async function sourceColumns(database: Database, { from, parameters }: TypedRelation): Promise<SourceColumn[]> {
  const query = `SELECT * FROM ${from} LIMIT 0`
  const reader = await database.guarded(() => database.connection.runAndReadAll(query, [...parameters]))
  const types = reader.columnTypes()
  return flatten(
    reader.deduplicatedColumnNames().flatMap((name, index) => {
      const type = types[index]
      return type === undefined ? [] : [{ name, type }]
    }),
  )
}

function refuseTooMany({ rows }: TypedRelation, columns: number): void {
  if (columns > maxColumns) {
    throw new StoryglassError('too_large', `${columns} columns; at most ${maxColumns} can be read`)
  }
  if (rows * columns > maxValues) throw new StoryglassError('too_large', `${rows} rows of ${columns} columns`)
}

/** Text is decided by a sample; every other type says by itself what it may be. */
async function planColumns(
  database: Database,
  { from, parameters }: TypedRelation,
  columns: readonly SourceColumn[],
): Promise<ColumnPlan[]> {
  const texts = columns.filter(({ type }) => type.typeId === DuckDBTypeId.VARCHAR)
  const ofTexts = new Map<SourceColumn, ColumnPlan>()
  if (texts.length > 0) {
    const list = texts.map(({ expression }, index) => `${expression} AS c${index}`).join(', ')
    const sampled = await database.columns(`SELECT ${list} FROM ${from} LIMIT ${sampleRows}`, [...parameters])
    const samples = texts.map(({ name }, index) => {
      const rows = (sampled[`c${index}`] ?? []).map((value) => [typeof value === 'string' ? value : null])
      return sampleFromRows([name], rows)[0] ?? { name, values: new Map() }
    })
    for (const [index, plan] of planTextColumns(texts, samples).entries()) {
      const column = texts[index]
      if (column !== undefined) ofTexts.set(column, plan)
    }
  }
  return columns.map((column) => ofTexts.get(column) ?? planColumn(column))
}

type Facts = Readonly<Record<string, unknown>> & { readonly rows: number }

/** One pass over every value: which choices hold of all of them, and how many values cannot be held. */
async function lookThrough(
  database: Database,
  { from, parameters }: TypedRelation,
  plans: readonly ColumnPlan[],
): Promise<Facts> {
  const questions = plans.flatMap(({ choices, unreadable }, index) => [
    ...choices.flatMap(({ holds }, place) =>
      holds === null ? [] : [`coalesce(bool_and(${holds}), true) AS holds${index}_${place}`],
    ),
    ...(unreadable === null ? [] : [`count(*) FILTER (WHERE ${unreadable}) AS unreadable${index}`]),
  ])
  return database.row<Facts>(`SELECT ${['count(*) AS rows', ...questions].join(', ')} FROM ${from}`, [...parameters])
}

function chosen({ choices }: ColumnPlan, index: number, facts: Facts): Choice | null {
  return choices.find(({ holds }, place) => holds === null || facts[`holds${index}_${place}`] === true) ?? null
}

async function examplesOf(
  database: Database,
  { numbered, parameters }: TypedRelation,
  { text, unreadable }: ColumnPlan,
): Promise<ConvertedColumn['unreadable']['examples']> {
  return database.rows<{ row: number; text: string }>(
    `SELECT file_row_number + 1 AS row, ${text} AS text FROM ${numbered}
     WHERE ${unreadable ?? 'false'} ORDER BY row LIMIT ${maxExamples}`,
    [...parameters],
  )
}
