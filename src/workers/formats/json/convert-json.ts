/** The convert stage for JSON: every list of records a table, its values typed as those of any text are. */

import { mkdir, open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { StageInput } from '../../../shared/contract/stages.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import { detectEncoding } from '../../files/encoding.ts'
import { decodedChunks, readHead } from '../../files/read-text-file.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { withDatabase } from '../../runtime/duckdb/database.ts'
import { withQueryProgress } from '../../runtime/duckdb/query-progress.ts'
import { WorkPlan } from '../../runtime/work-plan.ts'
import { uniqueNames } from '../../tables/columns/names.ts'
import { sampleRelation } from '../../tables/columns/sample.ts'
import { type TypedTable, writeTypedTable } from '../../tables/columns/write-table.ts'
import { type TextRows, writeTextRows } from '../../tables/columns/write-text-rows.ts'
import { assertConserved } from '../../tables/conservation.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { tableName } from '../../tables/table-name.ts'
import { rowsOfColumns } from './column-lists.ts'
import { directRecords } from './direct-records.ts'
import { convertGrid } from './grid.ts'
import { type JsonTable, jsonTables } from './layout.ts'
import { type RecordTable, rowsOfRecords, surveyRecords } from './record-table.ts'

/** DuckDB's share of memory; it spills to the stage's folder beyond it. */
const memoryLimit = '1500MB'

export async function convertJson(input: StageInput<'convert'>, context: WorkContext): Promise<ReadTable[]> {
  const { outputDir } = input
  await mkdir(outputDir, { recursive: true })
  const scratchFile = path.join(outputDir, '.json.tmp')
  try {
    const { source, notes } = await asUtf8(input.source, scratchFile, context)
    const found = chosen(await jsonTables(source.path, input.source.name, source.markBytes), input.sheet)
    const base = tableName(input.source.name)
    const given = found.map((table) => (found.length === 1 ? base : pathOf(table).join('.')))
    const { names } = uniqueNames(given)
    const plan = new WorkPlan(
      context,
      found.flatMap((_, index) => phasesOf(index)),
    )
    const tables: ReadTable[] = []
    for (const [index, table] of found.entries()) {
      const name = names[index] ?? base
      const target = { name, outputDir, file: found.length === 1 ? 'table.parquet' : `table-${index + 1}.parquet` }
      const steps = stepsOf(plan, index, source.bytes)
      const read = await convertTable(table, source, target, steps, context)
      // Of several lists a total says nothing of any one.
      tables.push(...(found.length === 1 ? read.map((one) => withStatedTotal(one, table)) : read))
    }
    plan.end()
    const sheetOf = (name: string): string | null => (found.length === 1 ? null : name)
    return tables.map((table) => ({ ...table, sheet: sheetOf(table.name), notes: [...notes, ...table.notes] }))
  } finally {
    await rm(scratchFile, { force: true })
  }
}

interface Utf8Source {
  readonly path: string
  readonly markBytes: number
  readonly bytes: number
}

interface Target {
  readonly name: string
  readonly outputDir: string
  readonly file: string
}

function phasesOf(index: number): { name: string; work: number; parts: number }[] {
  const works = { survey: 20, rows: 40, columns: 40 }
  return Object.entries(works).map(([name, work]) => ({ name: `${name} ${index}`, work, parts: 1 }))
}

/** Of one table of the file: what is begun, and how far it is. */
interface TableSteps {
  readonly begin: (phase: 'survey' | 'rows' | 'columns', note: string) => void
  readonly onBytes: (done: number) => void
  readonly within: (fraction: number) => void
}

function stepsOf(plan: WorkPlan, index: number, bytes: number): TableSteps {
  return {
    begin: (phase, note) => plan.begin(`${phase} ${index}`, note),
    onBytes: (done) => plan.within(done / Math.max(1, bytes)),
    within: (fraction) => plan.within(fraction),
  }
}

/** Of several tables the one that was asked for by its name. */
function chosen(tables: readonly JsonTable[], sheet: string | null): readonly JsonTable[] {
  if (sheet === null) return tables
  const named = tables.filter((table) => pathOf(table).join('.') === sheet)
  if (named.length === 0) {
    throw new StoryglassError('no_such_sheet', tables.map((table) => pathOf(table).join('.')).join(', '))
  }
  return named
}

/** With a note where the file says that there are more records than it holds. */
function withStatedTotal(read: ReadTable, table: JsonTable): ReadTable {
  const stated = table.kind === 'columns' ? null : table.stated
  const count = read.rows + read.droppedRows
  if (stated === null || stated.total <= count) return read
  return { ...read, notes: [...read.notes, note('databases.onePage', { ...stated, count })] }
}

function pathOf(table: JsonTable): readonly string[] {
  return table.kind === 'records' || table.kind === 'grid' ? table.path : []
}

async function convertTable(
  table: JsonTable,
  source: Utf8Source,
  target: Target,
  steps: TableSteps,
  context: WorkContext,
): Promise<ReadTable[]> {
  switch (table.kind) {
    case 'records': {
      steps.begin('survey', 'Finding records')
      const survey = await surveyRecords(source.path, table, context, steps.onBytes)
      if (survey.read.records === 0) throw new StoryglassError('no_rows')
      return [await writeRecords(source, survey, target, steps, context)]
    }
    case 'grid': {
      const scratchFile = path.join(target.outputDir, '.grid.csv.tmp')
      try {
        const { region, header } = table
        return await convertGrid({ path: source.path, region, header }, { ...target, scratchFile }, context)
      } finally {
        await rm(scratchFile, { force: true })
      }
    }
    case 'columns': {
      const { rows, count } = rowsOfColumns(table.bytes, table.members)
      if (count === 0) throw new StoryglassError('no_rows')
      const { names, notes } = uniqueNames(rows.names)
      const written = await write({ ...rows, names }, target, steps, context)
      return [described(target, written, { records: count, notes, droppedRows: 0 })]
    }
  }
}

async function writeRecords(
  source: Utf8Source,
  survey: RecordTable,
  target: Target,
  steps: TableSteps,
  context: WorkContext,
): Promise<ReadTable> {
  if (survey.columns.length === 0) throw new StoryglassError('not_a_table', 'records without anything in them')
  const { records, badLines } = survey.read
  const written =
    (await writeDirectly(source, survey, target, steps, context)) ??
    (await write(rowsOfRecords(source.path, survey, context, steps.onBytes), target, steps, context))
  return described(target, written, { records, notes: survey.notes, droppedRows: badLines })
}

/** Null where DuckDB cannot read it after all, or does not find what we did; our own reader takes over. */
async function writeDirectly(
  source: Utf8Source,
  survey: RecordTable,
  target: Target,
  steps: TableSteps,
  context: WorkContext,
): Promise<TypedTable | null> {
  const wholeFile = survey.isWholeFile && source.markBytes === 0
  const relation = directRecords({ path: source.path, bytes: source.bytes, wholeFile }, survey)
  if (relation === null) return null
  steps.begin('columns', 'Reading records')
  const { outputDir } = target
  try {
    const written = await withDatabase(context, { memoryLimit, temporaryFolder: outputDir }, (database) =>
      withQueryProgress(database, steps, async () => {
        const samples = await sampleRelation(database, relation)
        return writeTypedTable(database, context, relation, samples, {
          outputDir,
          file: target.file,
          table: target.name,
        })
      }),
    )
    return written.rows === survey.read.records ? written : null
  } catch (error) {
    if (error instanceof Error && /Invalid Input Error|Conversion Error|JSON/u.test(error.message)) return null
    throw error
  }
}

function write(rows: TextRows, target: Target, steps: TableSteps, context: WorkContext): Promise<TypedTable> {
  steps.begin('rows', 'Reading records')
  const within = (fraction: number): void => {
    steps.begin('columns', 'Writing columns')
    steps.within(fraction)
  }
  return writeTextRows(rows, { outputDir: target.outputDir, file: target.file, table: target.name }, context, {
    within,
  })
}

function described(
  { name, file }: Target,
  written: TypedTable,
  {
    records,
    notes,
    droppedRows,
  }: { readonly records: number; readonly notes: readonly Note[]; readonly droppedRows: number },
): ReadTable {
  assertConserved({ read: records, rows: written.rows, header: 0, setAside: 0, refused: 0 }, name)
  const { rows, columns } = written
  return { name, sheet: null, file, rows, droppedRows, notes: [...notes, ...written.notes], columns }
}

/** The file itself where it is UTF-8, as the standard asks for; else a copy that is. */
async function asUtf8(
  source: StageInput<'convert'>['source'],
  scratchFile: string,
  context: WorkContext,
): Promise<{ source: Utf8Source; notes: readonly Note[] }> {
  const encoding = detectEncoding(await readHead(source.path))
  const notes = encoding.note === null ? [] : [encoding.note]
  if (encoding.label === 'utf-8') {
    const { size } = await stat(source.path)
    return { source: { path: source.path, markBytes: encoding.markBytes, bytes: size }, notes }
  }
  const file = await open(scratchFile, 'w')
  try {
    for await (const text of decodedChunks(source.path, encoding, context)) await file.writeFile(text)
  } finally {
    await file.close()
  }
  const { size } = await stat(scratchFile)
  return { source: { path: scratchFile, markBytes: 0, bytes: size }, notes }
}
