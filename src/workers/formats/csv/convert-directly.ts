/** The fast way from a text to Parquet: DuckDB reads the file itself. */
import { open } from 'node:fs/promises'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { factsOfNamed, firstFacts } from '../../../shared/story/first-facts.ts'
import type { ByteSurvey } from '../../files/byte-survey.ts'
import { decodedChunks } from '../../files/read-text-file.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, withDatabase } from '../../runtime/duckdb/database.ts'
import { withQueryProgress } from '../../runtime/duckdb/query-progress.ts'
import type { WorkPlan } from '../../runtime/work-plan.ts'
import type { WithoutFoot } from '../../tables/asides/foot-of-long-table.ts'
import { writeTypedTable } from '../../tables/columns/write-table.ts'
import { wideColumns } from '../../tables/columns/write-wide.ts'
import { isConserved, type RecordAccount } from '../../tables/conservation.ts'
import { directRelation } from '../../tables/delimited/direct.ts'
import { isBlank } from '../../tables/delimited/layout.ts'
import type { CsvRecord } from '../../tables/delimited/tokenizer.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { type ConvertInput, footless, memoryLimit, samplesOf, type TableInText } from './conversion.ts'
import { csvWatch, expectedWork, secondLook, withinBytes } from './conversion-progress.ts'
import { columnNames, describeTable } from './describe-table.ts'
import type { TextSource } from './source.ts'
import type { TemporaryFiles } from './temporary-files.ts'

/**
 * DuckDB is given the dialect and stops at the first row that is not strictly so. Null when the dialect cannot be given to it, or it stopped; then our own reader takes over.
 */
export async function convertDirectly(
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
  if (!canBeGiven(source, bytes, first) || records === null) return null
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

/** Whether DuckDB's reader can be told how the file is written, and reads it as ours does. */
function canBeGiven(
  { dialect, layout, asides, fillDown, encoding }: TextSource,
  bytes: ByteSurvey,
  first: CsvRecord,
): boolean {
  return (
    dialect.delimiter.length === 1 &&
    !dialect.collapse &&
    !dialect.skipsSpace &&
    !dialect.loneReturn &&
    !dialect.wrapsRows &&
    layout.comment === null &&
    asides.size === 0 &&
    fillDown.length === 0 &&
    !bytes.hasNul &&
    bytes.lineEnds !== 'mixed' &&
    !encoding.label.startsWith('utf-16') &&
    layout.width > 1 &&
    layout.width < wideColumns &&
    (layout.header === null || layout.header.length === layout.width) &&
    !(encoding.markBytes > 0 && first.line === 1)
  )
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
