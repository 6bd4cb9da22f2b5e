/** The tasks `read` and `cells`: a table of a source, or the cells of a workbook, written for other programs. */
import { mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { replaceDurably } from '../../disk/durable.ts'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { ExportFormatOf } from '../../shared/export-formats/registry.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { isTableFormat } from '../../shared/file-formats/formats.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import { tableReader } from '../formats/readers.ts'
import type { WorkContext } from '../runtime/context.ts'
import { quoteText, withDatabase } from '../runtime/duckdb/database.ts'
import { convert } from '../stages/convert.ts'

type ReadInput = TaskMap['read']['input']
type ReadOutput = TaskMap['read']['output']

export async function readCells(
  input: TaskMap['cells']['input'],
  context: WorkContext,
): Promise<TaskMap['cells']['output']> {
  const { kind } = input
  const writeCells = isTableFormat(kind) ? tableReader(kind).writeCells : null
  if (writeCells === null) throw new StoryglassError('unsupported_kind', `cells of a ${kind} file`)
  return writeCells(input, context)
}

/**
 * Writes one table of a source: the one named, else the first. Values are text as they stood and no type is guessed,
 * unless `typed` or Parquet ask for them as understood. JSON is an array of rows, each an object by column name, in
 * column order.
 */
export async function readTable(input: ReadInput, context: WorkContext): Promise<ReadOutput> {
  const { source, kind, table, format, outputPath } = input
  if (!isTableFormat(kind)) throw new StoryglassError('unsupported_kind', kind)
  const { writeText } = tableReader(kind)
  if (input.typed || format === 'parquet' || writeText === null) return writeConverted(input, context)
  return replaceDurably(outputPath, (file) => writeText({ source, table, format, outputPath: file }, context))
}

/** How DuckDB writes each form of a table; null for the one it is in already. */
const copyForms = {
  csv: `FORMAT csv, HEADER true, DELIMITER ',', QUOTE '"'`,
  json: 'FORMAT json, ARRAY true',
  parquet: null,
} as const satisfies Record<ExportFormatOf<'sourceTable'>, string | null>

async function writeConverted(input: ReadInput, context: WorkContext): Promise<ReadOutput> {
  return beside(input.outputPath, async (folder) => {
    const outputDir = path.join(folder, 'tables')
    const { tables } = await convert({ source: input.source, kind: input.kind, sheet: null, outputDir }, context)
    const table = chooseTable(tables, input.table)
    const parquet = path.join(outputDir, path.basename(table.file))
    await replaceDurably(input.outputPath, async (file) => {
      const form = copyForms[input.format]
      if (form === null) {
        await rename(parquet, file)
        return
      }
      await withDatabase(context, {}, (database) =>
        database.run(`COPY (SELECT * FROM read_parquet(${quoteText(parquet)})) TO ${quoteText(file)} (${form})`),
      )
    })
    return { table: table.name, rows: table.rows, columns: table.columns.length }
  })
}

function chooseTable(tables: readonly ConvertedTable[], name: string | null): ConvertedTable {
  const found = name === null ? tables[0] : tables.find((table) => table.name === name || table.sheet === name)
  if (found === undefined) throw new StoryglassError('no_such_sheet', tables.map((table) => table.name).join(', '))
  return found
}

/** A scratch folder on the same disk as the output, gone after. */
async function beside<Result>(outputPath: string, work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(path.dirname(path.resolve(outputPath)), '.storyglass-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
