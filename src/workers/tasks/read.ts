/** The tasks `read` and `cells`: a table of a source, or the cells of a workbook, written for other programs. */
import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import { tableName, understand } from '../formats/csv/convert-csv.ts'
import { eachRow, surveyRecords } from '../formats/csv/records.ts'
import { writeCells } from '../formats/xlsx/cells.ts'
import { writeWorkbookText } from '../formats/xlsx/read-text.ts'
import type { WorkContext } from '../runtime/context.ts'
import { quoteText, withDatabase } from '../runtime/duckdb/database.ts'
import { convert } from '../stages/convert.ts'
import { withCsvWriter } from '../tables/delimited/csv-writer.ts'

type ReadInput = TaskMap['read']['input']
type ReadOutput = TaskMap['read']['output']

export function readCells(input: TaskMap['cells']['input'], context: WorkContext): Promise<TaskMap['cells']['output']> {
  return writeCells(input.source, input.outputPath, context)
}

/**
 * Writes one table of a source: the one named, else the first. Values are text as they stood and no type is guessed,
 * unless `typed` or Parquet ask for them as understood. JSON is an array of rows, each an object by column name, in
 * column order (in text mode a repeated name gets the suffix `_2`, since an object cannot hold it twice).
 */
export async function readTable(input: ReadInput, context: WorkContext): Promise<ReadOutput> {
  if (input.typed || input.format === 'parquet') return writeConverted(input, context)
  switch (input.kind) {
    case 'csv':
      return writeText(input, context)
    case 'xlsx':
      return writeWorkbook(input, input.format, context)
    case 'pdf':
    case 'docx':
    case 'text':
    case 'markdown':
    case 'html':
    case 'unknown':
      throw new StoryglassError('unsupported_kind', input.kind)
  }
}

async function writeText(input: ReadInput, context: WorkContext): Promise<ReadOutput> {
  const name = tableName(input.source.name)
  if (input.table !== null && input.table !== name) throw new StoryglassError('no_such_sheet', name)
  const { source } = await understand(input.source.path, context)
  const survey = await surveyRecords(source, context)
  const { header } = source.layout
  const named = Array.from(
    { length: survey.width },
    (_, index) => header?.[index] ?? (header === null ? `column_${index + 1}` : ''),
  )
  const onBytes = (done: number): void =>
    context.progress({ done, total: source.bytes, unit: 'bytes', note: 'Writing rows' })
  await atomically(input.outputPath, async (file) => {
    if (input.format === 'csv') {
      await withCsvWriter(file, async (writer) => {
        writer.row(named)
        await eachRow(source, survey, context, (cells) => writer.row(cells), { onBytes, flush: () => writer.flush() })
      })
      return
    }
    const keys = objectKeys(named)
    const output = await open(file, 'w')
    try {
      let pending: string[] = []
      let first = true
      const onRow = (cells: string[]): void => {
        const body = cells.map((cell, index) => `${keys[index] ?? '""'}:${JSON.stringify(cell)}`).join(',')
        pending.push(`${first ? '[\n' : ',\n'}{${body}}`)
        first = false
      }
      const flush = async (): Promise<void> => {
        const text = pending.join('')
        pending = []
        if (text !== '') await output.writeFile(text)
      }
      await eachRow(source, survey, context, onRow, { onBytes, flush })
      await output.writeFile(first ? '[]\n' : '\n]\n')
    } finally {
      await output.close()
    }
  })
  return { table: name, rows: survey.rows, columns: survey.width }
}

/** As JSON texts, made distinct. */
function objectKeys(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let key = name
    for (let suffix = 2; taken.has(key); suffix += 1) key = `${name}_${suffix}`
    taken.add(key)
    return JSON.stringify(key)
  })
}

async function writeWorkbook(input: ReadInput, format: 'csv' | 'json', context: WorkContext): Promise<ReadOutput> {
  return beside(input.outputPath, async (folder) => {
    const file = path.join(folder, 'output')
    const written = await writeWorkbookText(input.source, input.table, format, file, context)
    await rename(file, input.outputPath)
    return written
  })
}

async function writeConverted(input: ReadInput, context: WorkContext): Promise<ReadOutput> {
  return beside(input.outputPath, async (folder) => {
    const outputDir = path.join(folder, 'tables')
    const { tables } = await convert({ source: input.source, kind: input.kind, sheet: null, outputDir }, context)
    const table = chooseTable(tables, input.table)
    const parquet = path.join(outputDir, path.basename(table.file))
    await atomically(input.outputPath, async (file) => {
      if (input.format === 'parquet') {
        await rename(parquet, file)
        return
      }
      const form =
        input.format === 'csv' ? `FORMAT csv, HEADER true, DELIMITER ',', QUOTE '"'` : 'FORMAT json, ARRAY true'
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

/** The output appears whole or not at all. */
async function atomically(outputPath: string, write: (file: string) => Promise<void>): Promise<void> {
  await beside(outputPath, async (folder) => {
    const file = path.join(folder, 'output')
    await write(file)
    await rename(file, outputPath)
  })
}
