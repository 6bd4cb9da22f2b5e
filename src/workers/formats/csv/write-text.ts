/** A text with cells as CSV or JSON, for `storyglass read`: the values as they stood. */
import { open } from 'node:fs/promises'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { withCsvWriter } from '../../tables/delimited/csv-writer.ts'
import { tableName } from '../../tables/table-name.ts'
import type { WriteTableText } from '../reader.ts'
import { partsOf } from './parts.ts'
import { eachRow, surveyRecords } from './records.ts'
import { understand } from './understand.ts'

/**
 * JSON is an array of rows, each an object by column name, in column order; a repeated name gets the suffix `_2`, since
 * an object cannot hold it twice.
 */
export const writeCsvText: WriteTableText = async (input, context) => {
  const understood = await understand(input.source.path, context, () => undefined, { asked: input.reading })
  const parts = partsOf(understood.source, tableName(input.source.name))
  const part = input.table === null ? parts[0] : parts.find(({ name }) => name === input.table)
  if (part === undefined) throw new StoryglassError('no_such_sheet', parts.map(({ name }) => name).join(', '))
  const { name } = part
  // As they stand: a label that holds for the rows below is written where it is.
  const source = { ...part.source, fillDown: [] }
  const survey = await surveyRecords(source, context)
  const { header } = source.layout
  const named = Array.from(
    { length: survey.width },
    (_, index) => header?.[index] ?? (header === null ? `column_${index + 1}` : ''),
  )
  const onBytes = (done: number): void =>
    context.progress({ done, total: source.bytes, unit: 'bytes', note: 'Writing rows' })
  if (input.format === 'csv') {
    await withCsvWriter(input.outputPath, async (writer) => {
      writer.row(named)
      await eachRow(source, survey, context, (cells) => writer.row(cells), { onBytes, flush: () => writer.flush() })
    })
  } else {
    await withObjectWriter(input.outputPath, objectKeys(named), (onRow, flush) =>
      eachRow(source, survey, context, onRow, { onBytes, flush }),
    )
  }
  return { table: name, rows: survey.rows, columns: survey.width }
}

/** An array of objects, one a row, in the file when `work` is done. */
async function withObjectWriter(
  file: string,
  keys: readonly string[],
  work: (onRow: (cells: string[]) => void, flush: () => Promise<void>) => Promise<void>,
): Promise<void> {
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
    await work(onRow, flush)
    await output.writeFile(first ? '[]\n' : '\n]\n')
  } finally {
    await output.close()
  }
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
