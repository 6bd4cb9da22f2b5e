/** The tasks `read` and `cells`: a table of a source, or the cells of a workbook, written for other programs. */
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { replaceDurably } from '../../disk/durable.ts'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { isTableFormat } from '../../shared/file-formats/formats.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import { tableReader } from '../formats/readers.ts'
import { type OpenedFile, type OpenedSource, openSource } from '../formats/recognition/open-source.ts'
import type { WorkContext } from '../runtime/context.ts'
import { quoteText, withDatabase } from '../runtime/duckdb/database.ts'
import { convert, partTableName } from '../stages/convert.ts'
import { copyForms } from './copy-forms.ts'
import { explainedTables, explanationText } from './explain-reading.ts'

type ReadInput = TaskMap['read']['input']
type ReadOutput = TaskMap['read']['output']

export async function readCells(
  { source, outputPath, password = null }: TaskMap['cells']['input'],
  context: WorkContext,
): Promise<TaskMap['cells']['output']> {
  return beside(outputPath, async (folder) => {
    const { files } = await openSource({ source, pipeline: 'story', wanted: null, password, folder }, context)
    const [file, ...others] = files
    if (others.length > 0) throw new StoryglassError('no_such_sheet', namesOf(files))
    const writeCells = isTableFormat(file.kind) ? tableReader(file.kind).writeCells : null
    if (writeCells === null) throw new StoryglassError('unsupported_kind', `cells of a ${file.kind} file`)
    return writeCells({ source: file, outputPath }, context)
  })
}

/**
 * Writes one table of a source: the one named, else the first. Values are text as they stood and no type is guessed,
 * unless `typed` or Parquet ask for them as understood. JSON is an array of rows, each an object by column name, in
 * column order.
 */
export async function readTable(input: ReadInput, context: WorkContext): Promise<ReadOutput> {
  return beside(input.outputPath, async (folder) => {
    const request = {
      source: input.source,
      pipeline: 'story',
      wanted: input.table,
      password: input.password ?? null,
      asOne: input.reading?.sheetsAsOne === true,
      folder,
    } as const
    const opened = await openSource(request, context)
    const table = opened.chosen ? null : input.table
    const [first, ...others] = opened.files
    if (input.explain) return writeExplanation(input, opened, folder, context)
    if (input.typed || input.format === 'parquet' || input.reading?.sheetsAsOne === true)
      return writeConverted({ ...input, table }, opened, folder, context)
    if (others.length === 0) return writeAsItStands({ ...input, table }, first, folder, context)
    const { file, tableInFile } = fileOfTable(opened.files, table)
    return writeAsItStands({ ...input, table: tableInFile }, file, folder, context)
  })
}

async function writeAsItStands(
  input: ReadInput,
  file: OpenedFile,
  folder: string,
  context: WorkContext,
): Promise<ReadOutput> {
  const { table, format, outputPath, reading } = input
  if (!isTableFormat(file.kind)) throw new StoryglassError('unsupported_kind', file.kind)
  const { writeText } = tableReader(file.kind)
  if (writeText === null || format === 'parquet') {
    return writeConverted(input, { files: [file], notes: [] }, folder, context)
  }
  return replaceDurably(outputPath, (to) =>
    writeText({ source: file, table, format, reading, outputPath: to }, context),
  )
}

/** Which of several files a table is of, by the names `convert` gives their tables. */
function fileOfTable(
  files: OpenedSource['files'],
  table: string | null,
): { readonly file: OpenedFile; readonly tableInFile: string | null } {
  if (table === null) return { file: files[0], tableInFile: null }
  const file =
    files.find(({ name }) => partTableName(name, null) === table) ??
    files.find(({ name }) => table.startsWith(partTableName(name, '')))
  if (file === undefined) throw new StoryglassError('no_such_sheet', namesOf(files))
  const prefix = partTableName(file.name, '')
  return { file, tableInFile: table.startsWith(prefix) ? table.slice(prefix.length) : null }
}

function namesOf(files: OpenedSource['files']): string {
  return files.map(({ name }) => name).join(', ')
}

type OpenedFiles = Pick<OpenedSource, 'files' | 'notes'>

async function convertOpened(
  { reading }: ReadInput,
  { files, notes }: OpenedFiles,
  outputDir: string,
  context: WorkContext,
): Promise<ConvertedTable[]> {
  const [first, ...others] = files
  const parts = others.length === 0 ? {} : { parts: files.map(({ kind, ...source }) => ({ source, kind })) }
  const told = reading === undefined ? {} : { reading }
  const input = { source: first, kind: first.kind, ...parts, ...told, notes: [...notes], sheet: null, outputDir }
  return (await convert(input, context)).tables
}

/** How each table was read, or the one named. */
async function writeExplanation(
  input: ReadInput,
  opened: OpenedSource,
  folder: string,
  context: WorkContext,
): Promise<ReadOutput> {
  const all = await convertOpened(input, opened, path.join(folder, 'tables'), context)
  const tables = input.table === null || opened.chosen ? all : [chooseTable(all, input.table)]
  const text =
    input.format === 'json'
      ? `${JSON.stringify({ tables: explainedTables(tables) })}\n`
      : explanationText(tables, context.texts)
  await replaceDurably(input.outputPath, (file) => writeFile(file, text))
  const [first] = tables
  return { table: first?.name ?? '', rows: first?.rows ?? 0, columns: first?.columns.length ?? 0 }
}

async function writeConverted(
  input: ReadInput,
  opened: OpenedFiles,
  folder: string,
  context: WorkContext,
): Promise<ReadOutput> {
  const outputDir = path.join(folder, 'tables')
  const tables = await convertOpened(input, opened, outputDir, context)
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
