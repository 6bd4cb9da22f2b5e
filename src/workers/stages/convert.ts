/** The convert stage: a source of any readable kind to Parquet tables. */
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { isTableFormat } from '../../shared/file-formats/formats.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import { tableReader } from '../formats/readers.ts'
import type { WorkContext } from '../runtime/context.ts'
import { joinTables, likeTables, offerAsOne } from '../tables/like-tables.ts'
import { tableName, uniqueTableName } from '../tables/table-name.ts'

/** Every table has at least one row and one column; a source without any fails with the reason. */
export async function convert(input: StageInput<'convert'>, context: WorkContext): Promise<StageOutput<'convert'>> {
  const tables = input.parts === undefined ? await convertOne(input, context) : await convertParts(input, context)
  if (tables.length === 0) throw new StoryglassError('not_a_table')
  const filled = await withRows(chosenOf(tables, input.reading?.table), input.outputDir)
  filled[0]?.notes.push(...(input.notes ?? []))
  return { tables: await withLikeTables(filled, input, context) }
}

/** The table a person named; all where none was. */
function chosenOf(tables: ConvertedTable[], wanted: string | undefined): ConvertedTable[] {
  if (wanted === undefined) return tables
  const chosen = tables.filter(({ name, sheet }) => name === wanted || sheet === wanted)
  if (chosen.length === 0) throw new StoryglassError('no_such_sheet', tables.map(({ name }) => name).join(', '))
  return chosen
}

/** Tables of the same columns are told as one where a person says so; otherwise that they could be. */
async function withLikeTables(
  tables: ConvertedTable[],
  { reading, source, outputDir }: StageInput<'convert'>,
  context: WorkContext,
): Promise<ConvertedTable[]> {
  const groups = likeTables(tables)
  if (reading?.sheetsAsOne !== true) {
    for (const group of groups) group[0]?.notes.push(offerAsOne(group))
    return tables
  }
  if (groups.length === 0) throw new StoryglassError('not_as_told', 'no two of its tables have the same columns')
  const joined = new Set(groups.flat())
  const rest = tables.filter((table) => !joined.has(table))
  const names = new Set(rest.map(({ name }) => name.toLowerCase()))
  const whole: ConvertedTable[] = []
  for (const [index, group] of groups.entries()) {
    const name = uniqueTableName(tableName(source.name), names)
    whole.push(await joinTables(group, { name, outputDir, file: `together-${index + 1}.parquet` }, context))
  }
  return [...whole, ...rest]
}

async function convertOne(input: StageInput<'convert'>, context: WorkContext): Promise<ConvertedTable[]> {
  if (!isTableFormat(input.kind)) throw new StoryglassError('unsupported_kind', input.kind)
  return tableReader(input.kind).convert(input, context)
}

/** Of one source's parts, those that cannot be read cost themselves, unless none can be. */
async function convertParts(
  { parts = [], outputDir, ...input }: StageInput<'convert'>,
  context: WorkContext,
): Promise<ConvertedTable[]> {
  const tables: ConvertedTable[] = []
  const names = new Set<string>()
  const leftOut: string[] = []
  let failure: StoryglassError | null = null
  await mkdir(outputDir, { recursive: true })
  for (const [index, { source, kind }] of parts.entries()) {
    const folder = path.join(outputDir, `part-${index + 1}`)
    const within = { ...context, progress: progressOfPart(context, index, parts.length) }
    try {
      const found = await convertOne({ ...input, source, kind, outputDir: folder }, within)
      for (const table of found) {
        const file = `part-${index + 1}-${table.file}`
        await moveTable(path.join(folder, table.file), path.join(outputDir, file))
        const own = partTableName(source.name, found.length === 1 ? null : table.name)
        tables.push({ ...table, file, name: uniqueTableName(own, names) })
      }
    } catch (error) {
      if (!(error instanceof StoryglassError) || !costsOnlyItself(error)) throw error
      failure ??= error
      leftOut.push(source.name)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  if (tables.length === 0 && failure !== null) throw failure
  if (leftOut.length > 0) tables[0]?.notes.push(`No table could be read of ${leftOut.join(', ')}.`)
  return tables
}

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
async function withRows(tables: readonly ConvertedTable[], outputDir: string): Promise<ConvertedTable[]> {
  const filled = tables.filter((table) => table.rows > 0)
  if (filled.length === 0) throw new StoryglassError('no_rows')
  for (const table of tables) {
    if (table.rows === 0) await rm(path.join(outputDir, path.basename(table.file)), { force: true })
  }
  return filled
}
