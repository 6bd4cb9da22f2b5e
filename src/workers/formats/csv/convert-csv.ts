/** A CSV or any other text with cells to one Parquet table. */

import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { StageInput } from '../../../shared/contract/stages.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { factsOfNamed, firstFacts } from '../../../shared/story/first-facts.ts'
import { note } from '../../../shared/story/note.ts'
import { type ByteSurvey, surveyBytes } from '../../files/byte-survey.ts'
import { detectEncoding } from '../../files/encoding.ts'
import { decodedChunks, readBlock, readHead } from '../../files/read-text-file.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, withDatabase } from '../../runtime/duckdb/database.ts'
import { withQueryProgress } from '../../runtime/duckdb/query-progress.ts'
import { WorkPlan } from '../../runtime/work-plan.ts'
import { explainAsides } from '../../tables/asides/explain.ts'
import { type WithoutFoot, withoutFoot } from '../../tables/asides/foot-of-long-table.ts'
import { askedHints } from '../../tables/columns/asked-hints.ts'
import type { ColumnSample } from '../../tables/columns/decide.ts'
import { sampleFromRows } from '../../tables/columns/sample.ts'
import { type TypedTable, writeTypedTable } from '../../tables/columns/write-table.ts'
import { type RowWalk, wideColumns, writeWideTable } from '../../tables/columns/write-wide.ts'
import { assertConserved, isConserved, type RecordAccount } from '../../tables/conservation.ts'
import { RecordCounter } from '../../tables/delimited/count-records.ts'
import { withCsvWriter } from '../../tables/delimited/csv-writer.ts'
import { directRelation } from '../../tables/delimited/direct.ts'
import { isBlank } from '../../tables/delimited/layout.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { tableName } from '../../tables/table-name.ts'
import { csvWatch, expectedWork, phases, secondLook, withinBytes } from './conversion-progress.ts'
import { accountOf, columnNames, describeTable, droppedBy } from './describe-table.ts'
import { explainFillDown } from './fill-down.ts'
import { assertColumns } from './limits.ts'
import { explainRows, severalTables } from './notes.ts'
import { partsOf } from './parts.ts'
import { eachRow, surveyRecords } from './records.ts'
import { type KnownOfText, openTextSource, sampledRows, type TextSource } from './source.ts'

/** DuckDB's share of memory; it spills to the stage's folder beyond it. */
const memoryLimit = '1500MB'

type ConvertInput = Pick<StageInput<'convert'>, 'source' | 'outputDir' | 'written' | 'reading'>

export async function convertCsv(input: ConvertInput, context: WorkContext): Promise<ReadTable[]> {
  const { outputDir } = input
  await mkdir(outputDir, { recursive: true })
  const temporary = new TemporaryFiles(outputDir)
  const plan = new WorkPlan(context, phases('direct'))
  try {
    return await plan.keepMoving(() => convertParts(input, temporary, context, plan))
  } finally {
    await temporary.remove()
  }
}

async function convertParts(
  input: ConvertInput,
  temporary: TemporaryFiles,
  context: WorkContext,
  plan: WorkPlan,
): Promise<ReadTable[]> {
  plan.begin('survey', 'Finding rows and columns')
  const onBytes = withinBytes(plan, input.source.bytes)
  const understood = await understand(input.source.path, context, onBytes, {
    written: input.written,
    asked: input.reading,
  })
  const name = tableName(input.source.name)
  const parts = input.written === undefined ? partsOf(understood.source, name) : [{ name, source: understood.source }]
  const tables: ReadTable[] = []
  for (const [index, part] of parts.entries()) {
    const file = parts.length === 1 ? 'table.parquet' : `table-${index + 1}.parquet`
    const own = { ...understood, source: part.source }
    const table = await writeTable(input, { name: part.name, file, ...own }, temporary, context, plan)
    tables.push(parts.length === 1 ? table : { ...table, notes: [severalTables(parts.length), ...table.notes] })
  }
  plan.end()
  return tables
}

export interface Understood {
  readonly source: TextSource
  readonly bytes: ByteSurvey
  /** Records that are not empty lines, header included, counted from the bytes; null where bytes cannot tell them. */
  readonly records: number | null
}

/** Encoding judged on every byte, dialect and layout on the first part. */
export async function understand(
  file: string,
  context: WorkContext,
  onBytes: (done: number) => void = () => undefined,
  given: KnownOfText = {},
): Promise<Understood> {
  const head = await readHead(file)
  if (head.length === 0) throw new StoryglassError('empty_file')
  const isAsked = given.asked?.encoding !== undefined
  const first = await openTextSource(file, isAsked ? given : { ...given, encoding: detectEncoding(head) })
  let { encoding } = first
  const { markBytes } = encoding
  const counter = RecordCounter.of(first.dialect)
  let mark = encoding.markBytes
  const bytes = await surveyBytes(file, context, onBytes, (chunk) => {
    counter?.push(mark > 0 ? chunk.subarray(mark) : chunk)
    mark = 0
  })
  const records = counter?.count() ?? null
  if (isAsked || encoding.label !== 'utf-8' || bytes.utf8 || encoding.note !== null)
    return { source: first, bytes, records }
  const there = await readBlock(file, Math.max(0, bytes.invalidAt - 1024), 256 * 1024)
  const ascii = !head.subarray(encoding.markBytes).some((byte) => byte >= 0x80)
  const rest = detectEncoding(there.subarray(there.indexOf(10) + 1))
  const invalid = note('text.invalidBytes')
  const isMixed = rest.strays !== undefined
  encoding = ascii && rest.label !== 'utf-8' ? rest : isMixed ? { ...rest, markBytes } : { ...encoding, note: invalid }
  const source = await openTextSource(file, { ...given, encoding })
  const sameDialect = JSON.stringify(source.dialect) === JSON.stringify(first.dialect)
  return { source, bytes, records: sameDialect ? records : null }
}

interface TableInText extends Understood {
  readonly name: string
  /** Parquet file, in the stage's folder. */
  readonly file: string
}

async function writeTable(
  input: ConvertInput,
  understood: TableInText,
  temporary: TemporaryFiles,
  context: WorkContext,
  plan: WorkPlan,
): Promise<ReadTable> {
  const { source, name, file } = understood
  const direct = source.held ? null : await convertDirectly(input, understood, temporary, context, plan)
  if (direct !== null) return direct
  await context.yieldToEventLoop()
  plan.weigh(phases('rows'))
  plan.begin('rows', 'Reading rows')
  const onBytes = withinBytes(plan, source.bytes)
  const survey = await surveyRecords(source, context, onBytes)
  if (survey.rows === 0) throw new StoryglassError(source.layout.header === null ? 'not_a_table' : 'no_rows')
  assertColumns(survey.width)
  const { names, notes } = columnNames(source, survey.width)
  context.facts(firstFacts([factsOfNamed(name, names, survey.rows)]))
  const samples = samplesOf(names, source)
  const rowsFile = temporary.file('rows.csv')
  const target = {
    outputDir: input.outputDir,
    file,
    table: name,
    onSecondLook: secondLook(plan, 'columns, second look'),
  }
  // The values of a wide table are read twice: to decide on its columns, and to write them.
  if (names.length >= wideColumns) plan.weigh([{ name: 'writing', work: expectedWork.writing, parts: 2 }])
  plan.begin('writing', 'Reading rows')
  const options = { memoryLimit, temporaryFolder: input.outputDir, columns: names.length }
  const result = await withDatabase(context, options, async (database): Promise<WithoutFoot> => {
    if (names.length >= wideColumns) {
      const walk: RowWalk = async (onRow, flush) => {
        await eachRow(source, survey, context, onRow, { flush, onBytes })
        plan.part()
      }
      const onWriting = (): void => plan.begin('columns', 'Writing columns')
      const scratch = { scratchFile: rowsFile, unreadableScratch: temporary.file('unreadable.csv') }
      const wideTarget = { ...target, ...scratch, onWriting }
      const wide = await writeWideTable(database, context, names, samples, walk, wideTarget)
      return { written: wide, asides: [] }
    }
    const longestRowBytes = await withCsvWriter(rowsFile, async (writer) => {
      await eachRow(source, survey, context, (cells) => writer.row(cells), {
        onBytes,
        flush: () => writer.flush(),
      })
      return writer.longestRowBytes
    })
    const relation = directRelation({
      file: rowsFile,
      names,
      skip: 0,
      delimiter: ',',
      quote: '"',
      escape: '"',
      returns: false,
      longestRowBytes,
      isOurs: true,
    })
    plan.begin('columns', 'Writing columns')
    return withQueryProgress(database, csvWatch(plan), async () =>
      footless(source, database, await writeTypedTable(database, context, relation, samples, target), target),
    )
  })
  assertConserved(accountOf(source, survey, result.written.rows + result.asides.length), name)
  return describeTable(
    { name, file },
    source,
    result,
    [
      ...notes,
      ...explainRows(source, survey),
      ...explainAsides([...source.asides.values()]),
      ...explainFillDown(names, source.fillDown, survey.unlabelled),
    ],
    droppedBy(source, survey),
  )
}

/**
 * The fast way: DuckDB reads the file itself, given the dialect, and stops at the first row that is not strictly so.
 * Null when the dialect cannot be given to it, or it stopped; then our own reader takes over.
 */
async function convertDirectly(
  input: ConvertInput,
  { source, bytes, records, name, file: tableFile }: TableInText,
  temporary: TemporaryFiles,
  context: WorkContext,
  plan: WorkPlan,
): Promise<ReadTable | null> {
  const { layout, dialect } = source
  const first = source.head[layout.dataStart]
  if (first === undefined) {
    if (source.complete && layout.header !== null) throw new StoryglassError('no_rows')
    return null
  }
  const canBeGiven =
    dialect.delimiter.length === 1 &&
    !dialect.collapse &&
    !dialect.skipsSpace &&
    !dialect.loneReturn &&
    !dialect.wrapsRows &&
    layout.comment === null &&
    source.asides.size === 0 &&
    source.fillDown.length === 0 &&
    !bytes.hasNul &&
    bytes.lineEnds !== 'mixed' &&
    !source.encoding.label.startsWith('utf-16') &&
    layout.width > 1 &&
    layout.width < wideColumns &&
    (layout.header === null || layout.header.length === layout.width) &&
    !(source.encoding.markBytes > 0 && first.line === 1)
  if (!canBeGiven || records === null) return null
  const file = await asUtf8(source, bytes, temporary, context, plan)
  const { names, notes } = columnNames(source, layout.width)
  const escapedBy = dialect.escape === 'backslash' ? '\\' : dialect.quote
  const relation = directRelation({
    file,
    names,
    skip: layout.dataStart,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    escape: escapedBy,
    returns: bytes.lineEnds === 'crlf',
  })
  const samples = samplesOf(names, source)
  const target = {
    outputDir: input.outputDir,
    file: tableFile,
    table: name,
    onSecondLook: secondLook(plan, 'direct, second look'),
  }
  const header = layout.headerRows
  const above = source.head.slice(0, layout.dataStart).filter((record) => !isBlank(record)).length - header
  context.facts(firstFacts([factsOfNamed(name, names, records - header - above)]))
  plan.begin('direct', 'Reading rows')
  let result: WithoutFoot
  try {
    result = await withDatabase(context, { memoryLimit, temporaryFolder: input.outputDir }, (database: Database) =>
      withQueryProgress(database, csvWatch(plan), async () =>
        footless(source, database, await writeTypedTable(database, context, relation, samples, target), target),
      ),
    )
  } catch (error) {
    if (isStructureError(error)) return null
    throw error
  }
  // Where its reader tells records apart otherwise than ours, ours decides.
  const { rows } = result.written
  const account: RecordAccount = { read: records, rows, header, setAside: above + result.asides.length, refused: 0 }
  if (rows === 0 || !isConserved(account)) return null
  return describeTable({ name, file: tableFile }, source, result, notes, layout.preamble)
}

/** Of a file that is not held whole, without the total that may stand at its end. */
async function footless(
  source: TextSource,
  database: Database,
  written: TypedTable,
  { outputDir, file }: { readonly outputDir: string; readonly file: string },
): Promise<WithoutFoot> {
  if (source.complete || source.held || source.asked.keepTotals) return { written, asides: [] }
  return withoutFoot(database, path.join(outputDir, file), written, source.last)
}

function samplesOf(names: readonly string[], source: TextSource): ColumnSample[] {
  const asked = askedHints(source.asked)
  return sampleFromRows(names, sampledRows(source)).map((sample) => ({ ...sample, asked }))
}

/** The file itself when it is UTF-8 already, else a copy that is. */
async function asUtf8(
  source: TextSource,
  bytes: ByteSurvey,
  temporary: TemporaryFiles,
  context: WorkContext,
  plan: WorkPlan,
): Promise<string> {
  const { label, controlsAreLetters = false } = source.encoding
  if (label === 'utf-8' && bytes.utf8 && !controlsAreLetters) return source.path
  const copy = temporary.file('utf8.csv')
  const file = await open(copy, 'w')
  try {
    plan.weigh([{ name: 'to UTF-8', work: expectedWork.toUtf8, parts: 1 }])
    plan.begin('to UTF-8', 'Converting the text to UTF-8')
    const onBytes = withinBytes(plan, source.bytes)
    for await (const text of decodedChunks(source.path, source.encoding, context, onBytes)) await file.writeFile(text)
  } finally {
    await file.close()
  }
  return copy
}

/** A row that is not in the dialect given, rather than a full disk, a cancel or a lack of memory. */
function isStructureError(error: unknown): boolean {
  return (
    error instanceof Error &&
    /CSV Error|CSV Parser|Invalid Input Error|invalid unicode|maximum line size/iu.test(error.message)
  )
}

/** Scratch files of the stage, gone when it ends, however it ends. */
class TemporaryFiles {
  readonly #folder: string
  readonly #files: string[] = []

  constructor(folder: string) {
    this.#folder = folder
  }

  file(name: string): string {
    const file = path.join(this.#folder, `.${name}.tmp`)
    this.#files.push(file)
    return file
  }

  async remove(): Promise<void> {
    for (const file of this.#files) await rm(file, { force: true })
  }
}
