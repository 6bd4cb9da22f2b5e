/** The convert stage for Parquet: the file's one table, its types mapped to ours, its values checked. */
import { mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { DuckDBTypeId } from '@duckdb/node-api'
import type { StageInput } from '../../../shared/contract/stages.ts'
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import type { ConvertedColumn, ConvertedTable } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteIdentifier, quoteText, withDatabase } from '../../runtime/duckdb/database.ts'
import { withQueryProgress } from '../../runtime/duckdb/query-progress.ts'
import { WorkPlan } from '../../runtime/work-plan.ts'
import { uniqueNames } from '../../tables/columns/names.ts'
import { sampleFromRows, sampleRows } from '../../tables/columns/sample.ts'
import { copyToParquet } from '../../tables/columns/write-table.ts'
import { tableName } from '../../tables/table-name.ts'
import { type Choice, type ColumnPlan, flatten, planColumn, type SourceColumn } from './columns.ts'
import { planTextColumns } from './text-columns.ts'

/** DuckDB's share of memory; it spills to the stage's folder beyond it. */
const memoryLimit = '1500MB'
/** DuckDB holds some 75 kB for each column while it writes. */
const maxColumns = 4_000
/** Values, in all. A few bytes can stand for as many equal values as they like, and each is written out here. */
const maxValues = 4e9
/** The file's path is the only parameter of every query. */
const fromFile = 'read_parquet($1)'
const maxExamples = 5

export async function convertParquet(input: StageInput<'convert'>, context: WorkContext): Promise<ConvertedTable[]> {
  const outputDir = path.resolve(input.outputDir)
  await mkdir(outputDir, { recursive: true })
  const realFile = await realpath(input.source.path)
  const file = asPattern(realFile)
  const options = { memoryLimit, temporaryFolder: outputDir }
  try {
    return await withDatabase(context, options, async (database) => {
      await shutIn(database, [realFile, file], outputDir)
      return [await convertTable(database, context, { file, outputDir, name: tableName(input.source.name) })]
    })
  } catch (error) {
    throw explained(error, [file, realFile])
  }
}

/** DuckDB takes a path for a pattern, even where it is bound as a parameter. This one names the file and no other. */
function asPattern(file: string): string {
  return file.replaceAll(/[*?[]/gu, (character) => `[${character}]`)
}

/** Whatever the file says, nothing but itself is read and nothing is written outside the stage's folder. */
async function shutIn(database: Database, files: readonly string[], outputDir: string): Promise<void> {
  await database.run(`SET allowed_paths = [${files.map(quoteText).join(', ')}]`)
  await database.run(`SET allowed_directories = [${quoteText(outputDir)}]`)
  await database.run('SET enable_external_access = false')
}

interface Target {
  /** Absolute, as a pattern. */
  readonly file: string
  readonly outputDir: string
  readonly name: string
}

async function convertTable(database: Database, context: WorkContext, target: Target): Promise<ConvertedTable> {
  const plan = new WorkPlan(context, [
    { name: 'look', work: 40, parts: 1 },
    { name: 'write', work: 60, parts: 1 },
  ])
  const within = (fraction: number): void => plan.within(fraction)
  return withQueryProgress(database, { within }, async () => {
    plan.begin('look', 'Looking through columns')
    const columns = await sourceColumns(database, target.file)
    await refuseTooMany(database, target.file, columns.length)
    const plans = await planColumns(database, target.file, columns)
    const facts = await lookThrough(database, target.file, plans)
    await context.yieldToEventLoop()
    const told = plans.map((one, index) => ({ plan: one, choice: chosen(one, index, facts), index }))
    const kept = told.flatMap(({ plan: one, choice, index }) => (choice === null ? [] : [{ plan: one, choice, index }]))
    if (kept.length === 0) throw new StoryglassError('not_a_table', 'no column of it can be read')
    const { names, notes } = uniqueNames(kept.map(({ plan: { name } }) => name))
    plan.begin('write', 'Writing columns')
    const list = kept.map(({ choice }, index) => `${choice.expression} AS ${quoteIdentifier(names[index] ?? '')}`)
    const query = `SELECT ${list.join(', ')} FROM ${fromFile}`
    await copyToParquet(database, query, path.join(target.outputDir, 'table.parquet'), [target.file])
    const described: ConvertedColumn[] = []
    for (const [position, { plan: one, choice, index }] of kept.entries()) {
      const count = Number(facts[`unreadable${index}`] ?? 0)
      const examples = count === 0 ? [] : await examplesOf(database, target.file, one)
      const name = names[position] ?? one.name
      described.push({ name, storage: choice.storage, format: choice.format, unreadable: { count, examples } })
    }
    plan.end()
    const ofColumns = kept.flatMap(({ plan: { note } }, index) =>
      note === null ? [] : [`In "${names[index]}", ${note}.`],
    )
    const leftOut = told.flatMap(({ plan: { name }, choice }) =>
      choice === null ? [`"${name}" holds bytes that are no text and is left out.`] : [],
    )
    return {
      name: target.name,
      sheet: null,
      file: 'table.parquet',
      rows: Number(facts.rows),
      droppedRows: 0,
      notes: [...notes, ...ofColumns, ...leftOut],
      columns: described,
    }
  })
}

async function sourceColumns(database: Database, file: string): Promise<SourceColumn[]> {
  const query = `SELECT * FROM ${fromFile} LIMIT 0`
  const reader = await database.guarded(() => database.connection.runAndReadAll(query, [file]))
  const types = reader.columnTypes()
  return flatten(
    reader.deduplicatedColumnNames().flatMap((name, index) => {
      const type = types[index]
      return type === undefined ? [] : [{ name, type }]
    }),
  )
}

async function refuseTooMany(database: Database, file: string, columns: number): Promise<void> {
  if (columns > maxColumns) {
    throw new StoryglassError('too_large', `${columns} columns; at most ${maxColumns} can be read`)
  }
  const { rows } = await database.row<{ rows: number }>('SELECT num_rows AS rows FROM parquet_file_metadata($1)', [
    file,
  ])
  if (rows * columns > maxValues) throw new StoryglassError('too_large', `${rows} rows of ${columns} columns`)
}

/** Text is decided by a sample; every other type says by itself what it may be. */
async function planColumns(database: Database, file: string, columns: readonly SourceColumn[]): Promise<ColumnPlan[]> {
  const texts = columns.filter(({ type }) => type.typeId === DuckDBTypeId.VARCHAR)
  const ofTexts = new Map<SourceColumn, ColumnPlan>()
  if (texts.length > 0) {
    const list = texts.map(({ expression }, index) => `${expression} AS c${index}`).join(', ')
    const sampled = await database.columns(`SELECT ${list} FROM ${fromFile} LIMIT ${sampleRows}`, [file])
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
async function lookThrough(database: Database, file: string, plans: readonly ColumnPlan[]): Promise<Facts> {
  const questions = plans.flatMap(({ choices, unreadable }, index) => [
    ...choices.flatMap(({ holds }, place) =>
      holds === null ? [] : [`coalesce(bool_and(${holds}), true) AS holds${index}_${place}`],
    ),
    ...(unreadable === null ? [] : [`count(*) FILTER (WHERE ${unreadable}) AS unreadable${index}`]),
  ])
  return database.row<Facts>(`SELECT ${['count(*) AS rows', ...questions].join(', ')} FROM ${fromFile}`, [file])
}

function chosen({ choices }: ColumnPlan, index: number, facts: Facts): Choice | null {
  return choices.find(({ holds }, place) => holds === null || facts[`holds${index}_${place}`] === true) ?? null
}

async function examplesOf(
  database: Database,
  file: string,
  { text, unreadable }: ColumnPlan,
): Promise<ConvertedColumn['unreadable']['examples']> {
  return database.rows<{ row: number; text: string }>(
    `SELECT file_row_number + 1 AS row, ${text} AS text FROM read_parquet($1, file_row_number = true)
     WHERE ${unreadable ?? 'false'} ORDER BY row LIMIT ${maxExamples}`,
    [file],
  )
}

/** Not the file's fault: memory, the disk, a folder that is gone; but a file that promises more bytes than it has is damaged. */
const ofMachine = /^(?:Out of Memory|IO Error: (?!Could not read enough bytes)|Permission|FATAL|Interrupt)/iu

/** What DuckDB says of a file it cannot read, as a reason a person is told; `paths` are not shown. */
function explained(error: unknown, paths: readonly string[]): unknown {
  if (error instanceof StoryglassError || error instanceof CancelledError || !(error instanceof Error)) return error
  // A system error of our own calls has a code.
  if ('code' in error || ofMachine.test(error.message)) return error
  const [line = ''] = error.message.split('\n')
  const first = paths.reduce((text, one) => text.replaceAll(one, 'the file'), line)
  if (/encrypt/iu.test(first)) {
    return new StoryglassError('unsupported_kind', 'an encrypted Parquet file; save it without encryption', {
      cause: error,
    })
  }
  return new StoryglassError('damaged_text', first, { cause: error })
}
