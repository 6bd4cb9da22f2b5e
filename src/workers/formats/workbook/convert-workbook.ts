/** The convert stage for workbooks: every table of every sheet to Parquet, with typed columns and an account of the rest. */

import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { StageInput } from '../../../shared/contract/stages.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { askedHints } from '../../tables/columns/asked-hints.ts'
import { SharedHints } from '../../tables/columns/decide-columns.ts'
import { noHints, type WritingHints } from '../../tables/columns/decision.ts'
import { assertConserved } from '../../tables/conservation.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { explainReading } from './explain-reading.ts'
import { maxTableColumns, maxTablesConverted } from './limits.ts'
import { eachTable, type FoundTable } from './open-tables.ts'
import { planColumn } from './plan-column.ts'
import { surveyColumn } from './survey.ts'
import type { OpenWorkbook } from './workbook.ts'
import { WorkbookProgress } from './workbook-progress.ts'
import { type PlannedColumn, writeTable } from './write-table.ts'

/** Of the time between a table found and written: its columns looked through. */
const planningShare = 0.2

/**
 * Converts the workbook at `input.source.path`, each table to a file of its own in `input.outputDir`. Memory stays bounded: what
 * does not fit is spooled there and removed. Fails with a reason of `failureReasons` when there is no table to be had.
 */
export async function convertWorkbook(
  input: StageInput<'convert'>,
  context: WorkContext,
  open: OpenWorkbook,
): Promise<ReadTable[]> {
  const tables: ReadTable[] = []
  const writing = new SharedHints()
  const progress = new WorkbookProgress(context)
  await mkdir(input.outputDir, { recursive: true })
  await eachTable(
    { open, source: input.source, sheet: input.sheet, scratchDir: input.outputDir, asked: input.reading },
    context,
    async (table) => {
      tables.push(await convertTable(table, `table-${tables.length + 1}.parquet`, input, writing, context, progress))
      if (tables.length < maxTablesConverted) return 'next'
      tables.at(-1)?.notes.push(note('sheets.onlyFirst', { count: maxTablesConverted }))
      return 'enough'
    },
    progress,
  )
  progress.end()
  return tables
}

async function convertTable(
  table: FoundTable,
  file: string,
  { outputDir, reading: asked = {} }: StageInput<'convert'>,
  writing: SharedHints,
  context: WorkContext,
  progress: WorkbookProgress,
): Promise<ReadTable> {
  if (table.columns.length > maxTableColumns) {
    const detail = `${table.columns.length} columns in "${table.name}"; at most ${maxTableColumns} can be read`
    throw new StoryglassError('too_large', detail)
  }
  const columns = await planColumns(table, { writing, asked: askedHints(asked) }, context, (fraction) =>
    progress.within(fraction * planningShare),
  )
  const { rows, unreadable } = await writeTable(
    { ...table, columns },
    path.join(outputDir, file),
    context,
    (fraction) => progress.within(planningShare + fraction * (1 - planningShare)),
  )
  assertConserved({ read: table.rows.length, rows, header: 0, setAside: 0, refused: 0 }, table.name)
  progress.part()
  const notes = [...table.notes]
  for (const { name, plan } of columns) for (const what of plan.notes) notes.push(note('columns.in', { name, what }))
  const converted = columns.map(({ name, plan }, index) => ({
    name,
    storage: plan.storage,
    format: plan.format,
    unreadable: unreadable[index] ?? { count: 0, examples: [] },
  }))
  const nameOf = (column: number): string => columns.find((one) => one.column === column)?.name ?? ''
  const reading = explainReading(table.layout, converted, asked, nameOf)
  const { name, sheet, droppedRows } = table
  return { name, sheet: sheet.name, file, rows, droppedRows, notes, columns: converted, reading }
}

/** Columns whose texts leave it open how they are written are decided after those that settle it, of any table so far. */
async function planColumns(
  table: FoundTable,
  { writing, asked }: { readonly writing: SharedHints; readonly asked: Partial<WritingHints> },
  context: WorkContext,
  onPlanned: (fraction: number) => void,
): Promise<PlannedColumn[]> {
  const pause = pacer(context)
  const first = table.rows[0] ?? 0
  const last = table.rows.at(-1) ?? 0
  const planned: PlannedColumn[] = []
  for (const { column, name } of table.columns) {
    const plan = planColumn(name, surveyColumn(table.store, column, first, last), { ...noHints, ...asked })
    writing.add(plan)
    planned.push({ column, name, plan })
    onPlanned(planned.length / table.columns.length)
    await pause()
  }
  return planned.map((entry) => {
    if (!entry.plan.ambiguous) return entry
    const survey = surveyColumn(table.store, entry.column, first, last)
    return { ...entry, plan: planColumn(entry.name, survey, { ...writing.without(entry.plan), ...asked }) }
  })
}
