/** The convert stage: a source of any readable kind to Parquet tables. */

import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { isTableFormat } from '../../shared/file-formats/formats.ts'
import { firstOf, type Note, note, withNotes } from '../../shared/story/note.ts'
import type { ReadingOptions } from '../../shared/story/reading.ts'
import { tableReader } from '../formats/readers.ts'
import type { WorkContext } from '../runtime/context.ts'
import { alongTime } from '../tables/along-time/along-time.ts'
import { withDates } from '../tables/date-parts/with-dates.ts'
import { disputedDateOrder } from '../tables/disputed-date-order.ts'
import { findKeys, nameKeys } from '../tables/keys/find-keys.ts'
import { joinByKeys } from '../tables/keys/join-by-key.ts'
import { joinTables, likeTables, offerAsOne, tablesToJoin } from '../tables/like-tables.ts'
import { type ReadTable, sayTable } from '../tables/read-table.ts'
import { tableName, uniqueTableName } from '../tables/table-name.ts'

/** Every table has at least one row and one column; a source without any fails with the reason. */
export async function convert(input: StageInput<'convert'>, context: WorkContext): Promise<StageOutput<'convert'>> {
  const { readingOf, reading, ...untold } = input
  if (readingOf === undefined) return convertAsTold(input, context)
  try {
    const output = await convertAsTold(input, context)
    const told = note('tables.readAsTold', { name: readingOf, options: optionsInWords(reading) })
    return {
      ...noting(output, told, context),
      ...(reading === undefined ? {} : { kept: { reading, from: readingOf } }),
    }
  } catch (error) {
    if (!(error instanceof StoryglassError) || !doesNotFit.has(error.reason)) throw error
    const output = await convertAsTold(untold, context)
    return noting(output, note('tables.doesNotFit', { name: readingOf, options: optionsInWords(reading) }), context)
  }
}

/** With one more note on its first table. */
function noting({ tables }: StageOutput<'convert'>, told: Note, { texts }: WorkContext): StageOutput<'convert'> {
  return { tables: tables.map((table, index) => (index === 0 ? withNotes(texts, table, [told]) : table)) }
}

/** Why a source cannot be read as it was told of another. */
const doesNotFit: ReadonlySet<string> = new Set([
  'not_as_told',
  'join_impossible',
  'no_such_sheet',
  'no_rows',
  'not_a_table',
])

/** As a person would give them: `delimiter ;, skip 2`. */
function optionsInWords(reading: ReadingOptions | undefined): string {
  return Object.entries(reading ?? {})
    .map(([name, value]) => {
      const option = name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
      return value === true ? option : `${option} ${value === '\t' ? 'tab' : String(value)}`
    })
    .join(', ')
}

async function convertAsTold(input: StageInput<'convert'>, context: WorkContext): Promise<StageOutput<'convert'>> {
  const read = input.parts === undefined ? await convertOne(input, context) : await convertParts(input, context)
  if (read.length === 0) throw new StoryglassError('not_a_table')
  const filled = await withRows(chosenOf(read, input.reading?.table), input.outputDir)
  filled[0]?.notes.push(...(input.notes ?? []))
  const tables = await withLikeTables(filled, input, context)
  // What a person has named is told as it stands there.
  const isWide = input.reading?.keepWide === true || input.written !== undefined
  const long = isWide ? tables : await alongTime(tables, input.outputDir, context)
  const told = isWide ? long : await withDates(long, input.outputDir, context)
  const joins = input.reading?.join ?? []
  const whole = joins.length === 0 ? told : await joinByKeys(told, joins, input.outputDir, context)
  if (joins.length === 0 && told.length > 1) nameKeys(await findKeys(told, input.outputDir, context))
  return { tables: whole.map((table) => sayTable(context.texts, table)) }
}

/** The table a person named; all where none was. */
function chosenOf(tables: ReadTable[], wanted: string | undefined): ReadTable[] {
  if (wanted === undefined) return tables
  const chosen = tables.filter(({ name, sheet }) => name === wanted || sheet === wanted)
  if (chosen.length === 0) throw new StoryglassError('no_such_sheet', tables.map(({ name }) => name).join(', '))
  return chosen
}

/** Tables of the same columns are told as one where a person says so; otherwise that they could be. */
async function withLikeTables(
  tables: ReadTable[],
  { reading, source, outputDir, parts }: StageInput<'convert'>,
  context: WorkContext,
): Promise<ReadTable[]> {
  if (reading?.sheetsAsOne !== true) {
    for (const group of likeTables(tables)) group[0]?.notes.push(offerAsOne(group))
    return tables
  }
  const groups = tablesToJoin(tables)
  if (groups.length === 0) throw new StoryglassError('not_as_told', 'no two of its tables have the same columns')
  const joined = new Set(groups.flat())
  const rest = tables.filter((table) => !joined.has(table))
  const names = new Set(rest.map(({ name }) => name.toLowerCase()))
  const whole: ReadTable[] = []
  for (const [index, group] of groups.entries()) {
    const name = uniqueTableName(tableName(source.name), names)
    const origin = parts !== undefined ? 'file' : group.every(({ sheet }) => sheet !== null) ? 'sheet' : 'table'
    whole.push(await joinTables(group, { name, outputDir, file: `together-${index + 1}.parquet`, origin }, context))
  }
  return [...whole, ...rest]
}

async function convertOne(input: StageInput<'convert'>, context: WorkContext): Promise<ReadTable[]> {
  if (!isTableFormat(input.kind)) throw new StoryglassError('unsupported_kind', input.kind)
  return tableReader(input.kind).convert(input, context)
}

type Part = NonNullable<StageInput<'convert'>['parts']>[number]

/** Of one source's parts, those that cannot be read cost themselves, unless none can be. */
async function convertParts(
  { parts = [], outputDir, ...input }: StageInput<'convert'>,
  context: WorkContext,
): Promise<ReadTable[]> {
  const found: ReadTable[][] = []
  const leftOut: string[] = []
  let failure: StoryglassError | null = null
  await mkdir(outputDir, { recursive: true })
  const read = (index: number, part: Part, reading: ReadingOptions | undefined): Promise<ReadTable[]> => {
    const within = { ...context, progress: progressOfPart(context, index, parts.length) }
    return convertPart({ ...input, ...(reading === undefined ? {} : { reading }), outputDir }, { index, part }, within)
  }
  for (const [index, part] of parts.entries()) {
    try {
      found[index] = await read(index, part, input.reading)
    } catch (error) {
      if (!(error instanceof StoryglassError) || !costsOnlyItself(error)) throw error
      failure ??= error
      leftOut.push(part.source.name)
    }
  }
  if (input.reading?.sheetsAsOne === true && input.reading.dateOrder === undefined) {
    const disputed = await disputedDateOrder(found.flat(), outputDir, context)
    for (const [index, part] of parts.entries()) {
      if (disputed === null || !found[index]?.some((table) => disputed.tables.has(table))) continue
      found[index] = await read(index, part, { ...input.reading, dateOrder: disputed.order })
    }
  }
  const tables = found.flat()
  if (tables.length === 0 && failure !== null) throw failure
  const names = new Set<string>()
  const named = tables.map((table) => ({ ...table, name: uniqueTableName(table.name, names) }))
  if (leftOut.length > 0) named[0]?.notes.push(note('archives.noTable', { names: firstOf(leftOut, maxNamed) }))
  return named
}

/** The tables of one part, in the folder of all; each is called after its file. */
async function convertPart(
  { outputDir, ...input }: StageInput<'convert'>,
  { index, part }: { readonly index: number; readonly part: Part },
  context: WorkContext,
): Promise<ReadTable[]> {
  const folder = path.join(outputDir, `part-${index + 1}`)
  try {
    const found = await convertOne({ ...input, ...part, outputDir: folder }, context)
    const tables: ReadTable[] = []
    for (const table of found) {
      const file = `part-${index + 1}-${table.file}`
      await moveTable(path.join(folder, table.file), path.join(outputDir, file))
      const name = partTableName(part.source.name, found.length === 1 ? null : table.name)
      tables.push({ ...table, file, name })
    }
    return tables
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const maxNamed = 12

/** A table of one of several files is called as the file is, and one of several in it by both names. */
export function partTableName(fileName: string, table: string | null): string {
  return table === null ? tableName(fileName) : `${tableName(fileName)} – ${table}`
}

/** Whether the failure is of the content of one file, not of the disk or the memory. */
function costsOnlyItself({ reason }: StoryglassError): boolean {
  return ['empty_file', 'no_rows', 'not_a_table', 'no_such_sheet', 'damaged_workbook', 'damaged_text'].includes(reason)
}

function progressOfPart(context: WorkContext, index: number, parts: number): WorkContext['progress'] {
  return ({ done, total, note }) => {
    const fraction = total === null ? 0 : Math.min(1, done / total)
    context.progress({ done: Math.floor((index + fraction) * 100), total: parts * 100, unit: 'steps', note })
  }
}

/** With the values that could not be read, where there are some. */
async function moveTable(from: string, to: string): Promise<void> {
  await rename(from, to)
  const beside = (file: string): string => file.replace(/\.parquet$/u, '.unreadable.parquet')
  await rename(beside(from), beside(to)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

/** Empty tables go, with their files, unless all are empty: then there is nothing to tell. */
async function withRows(tables: readonly ReadTable[], outputDir: string): Promise<ReadTable[]> {
  const filled = tables.filter((table) => table.rows > 0)
  if (filled.length === 0) throw new StoryglassError('no_rows')
  for (const table of tables) {
    if (table.rows === 0) await rm(path.join(outputDir, path.basename(table.file)), { force: true })
  }
  return filled
}
