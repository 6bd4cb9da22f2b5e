/** The careful way from a text to Parquet: our own reader takes every row apart, and DuckDB writes what it found. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { factsOfNamed, firstFacts } from '../../../shared/story/first-facts.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { withDatabase } from '../../runtime/duckdb/database.ts'
import { withQueryProgress } from '../../runtime/duckdb/query-progress.ts'
import type { WorkPlan } from '../../runtime/work-plan.ts'
import { explainAsides } from '../../tables/asides/explain.ts'
import type { WithoutFoot } from '../../tables/asides/foot-of-long-table.ts'
import { writeTypedTable } from '../../tables/columns/write-table.ts'
import { type RowWalk, wideColumns, writeWideTable } from '../../tables/columns/write-wide.ts'
import { assertConserved } from '../../tables/conservation.ts'
import { withCsvWriter } from '../../tables/delimited/csv-writer.ts'
import { directRelation } from '../../tables/delimited/direct.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { type ConvertInput, footless, memoryLimit, samplesOf, type TableInText } from './conversion.ts'
import { csvWatch, expectedWork, phases, secondLook, withinBytes } from './conversion-progress.ts'
import { accountOf, columnNames, describeTable, droppedBy } from './describe-table.ts'
import { explainFillDown } from './fill-down.ts'
import { assertColumns } from './limits.ts'
import { explainRows } from './notes.ts'
import { eachRow, surveyRecords } from './records.ts'
import type { TemporaryFiles } from './temporary-files.ts'

export async function convertRows(
  input: ConvertInput,
  { source, name, file }: TableInText,
  temporary: TemporaryFiles,
  context: WorkContext,
  plan: WorkPlan,
): Promise<ReadTable> {
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
