/** Streams the data rows of a text file as they stand, telling apart rows, comments, blank lines and the footer. */

import { decodedChunks } from '../../files/read-text-file.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { isBlank, isComment } from '../../tables/delimited/layout.ts'
import { MissingSeparators } from '../../tables/delimited/missing-separator.ts'
import { SpareSeparators } from '../../tables/delimited/spare-separator.ts'
import { type CsvRecord, type OnEmptyLines, Tokenizer } from '../../tables/delimited/tokenizer.ts'
import { FillDown } from './fill-down.ts'
import type { TextSource } from './source.ts'

export interface Survey {
  /** All records of the file, whatever becomes of them. */
  readonly records: number
  /** Data rows, the footer not counted. */
  readonly rows: number
  /** Columns: the header's, or more where some row has more cells that are not empty. */
  readonly width: number
  readonly preamble: number
  readonly comments: number
  readonly blank: number
  readonly footer: readonly string[]
  readonly shortRows: number
  readonly wideRows: number
  readonly firstWideLine: number | null
  /** Lines of rows that had a separator too many or too few, the first of them. */
  readonly mendedLines: readonly number[]
  readonly mendedRows: number
  /** For each column that is filled down, the rows without a label of their own. */
  readonly unlabelled: readonly number[]
}

/** Walks over the whole file once to learn what the second walk will write. `onBytes` hears how far it has come. */
export async function surveyRecords(
  source: TextSource,
  context: WorkContext,
  onBytes: (done: number) => void = () => undefined,
): Promise<Survey> {
  const { layout } = source
  const expected = expectedWidth(source)
  let width = expected
  let [rows, comments, blank, shortRows, wideRows] = [0, 0, 0, 0, 0]
  let firstWideLine: number | null = null
  let pending: CsvRecord[] = []
  const unlabelled = source.fillDown.map(() => 0)
  const mended = menderOf(source)
  const mendedLines: number[] = []
  let mendedRows = 0
  const countLabels = ({ cells }: CsvRecord): void => {
    for (const [at, column] of source.fillDown.entries())
      if ((cells[column] ?? '').trim() === '') unlabelled[at] = (unlabelled[at] ?? 0) + 1
  }
  let afterBlank = false
  let index = -1
  const onEmptyLines = (count: number): void => {
    const inTable = Math.min(count, index + count - layout.dataStart + 1)
    index += count
    if (inTable <= 0) return
    blank += inTable
    afterBlank = true
  }
  const onRecord = (record: CsvRecord): void => {
    index += 1
    if (index < layout.dataStart || source.asides.has(index)) return
    if (isComment(record, layout.comment)) {
      comments += 1
      return
    }
    if (isBlankLine(record, source)) {
      blank += 1
      afterBlank = true
      return
    }
    if (mayBeFooter(record, expected, afterBlank || pending.length > 0)) {
      pending.push(record)
      rows += 1
      return
    }
    shortRows += pending.length
    for (const row of pending) countLabels(row)
    countLabels(record)
    pending = []
    afterBlank = false
    rows += 1
    if (mended(record.cells) !== null) {
      mendedRows += 1
      if (mendedLines.length < mostLinesNamed) mendedLines.push(record.line)
    } else if (record.cells.length < expected) shortRows += 1
    else if (record.cells.length > expected) {
      let last = record.cells.length
      while (last > expected && (record.cells[last - 1] ?? '').trim() === '') last -= 1
      if (last > expected) {
        wideRows += 1
        firstWideLine ??= record.line
        width = Math.max(width, last)
      }
    }
  }
  await eachRecord(source, context, { onBytes, onRecord, onEmptyLines })
  // In a column of its own a blank line is a missing value, but not at the end of the file.
  if (expected === 1) pending = []
  const footer = pending.map(({ cells }) => cells.join(source.dialect.delimiter))
  rows -= footer.length
  const records = index + 1
  return {
    records,
    rows,
    width,
    preamble: layout.preamble,
    comments,
    blank,
    footer,
    shortRows,
    wideRows,
    firstWideLine,
    mendedLines,
    mendedRows,
    unlabelled,
  }
}

/** Puts a row right that has a separator too many or too few; null for any other, and for all where rows differ by nature. */
function menderOf(source: TextSource): (cells: readonly string[]) => string[] | null {
  const [rows, width] = [tableRows(source), expectedWidth(source)]
  const usual = rows.filter(({ cells }) => cells.length === width).length
  if (usual < usualShare * rows.length) return () => null
  const spare = new SpareSeparators(rows, width)
  const missing = new MissingSeparators(rows, width, source.dialect)
  return (cells) => spare.mended(cells) ?? missing.mended(cells)
}

/** Rows as wide as the table, of those looked at, for another width to be a mistake. */
const usualShare = 0.5

/** The first rows of the table, which show what its columns are used to hold. */
function tableRows({ head, layout, asides }: TextSource): CsvRecord[] {
  return head
    .slice(layout.dataStart, layout.dataStart + 400)
    .filter((record, index) => !asides.has(layout.dataStart + index) && !isBlank(record))
}

const mostLinesNamed = 3

/** Columns the first part of the file promises; a wider row later widens the table. */
function expectedWidth({ layout }: TextSource): number {
  return Math.max(layout.header?.length ?? 0, layout.width)
}

/** No record: in a column of its own an empty line is a missing value. */
function isBlankLine(record: CsvRecord, source: TextSource): boolean {
  return isBlank(record) && expectedWidth(source) > 1
}

/** At the end of a file: a line of one cell under a table of several, or anything narrower after a blank line. */
function mayBeFooter(record: CsvRecord, width: number, afterBlank: boolean): boolean {
  if (record.cells.length >= width) return false
  const filled = record.cells.filter((cell) => cell.trim() !== '').length
  return afterBlank || (record.cells.length === 1 && width >= 3 && filled <= 1)
}

/** Gives each data row of the survey, padded or cut (of empty cells) to its width, until the footer begins. */
export async function eachRow(
  source: TextSource,
  survey: Survey,
  context: WorkContext,
  onRow: (cells: string[]) => void,
  options: { readonly onBytes?: (done: number) => void; readonly flush?: () => Promise<void> } = {},
): Promise<void> {
  const { layout } = source
  let index = -1
  let given = 0
  const labels = new FillDown(source.fillDown)
  const mended = survey.mendedRows === 0 ? null : menderOf(source)
  await eachRecord(source, context, {
    ...options,
    onRecord: (record) => {
      index += 1
      if (index < layout.dataStart || source.asides.has(index) || given >= survey.rows) return
      if (isComment(record, layout.comment) || isBlankLine(record, source)) return
      given += 1
      const cells = mended?.(record.cells) ?? (source.held ? [...record.cells] : record.cells)
      while (cells.length < survey.width) cells.push('')
      cells.length = survey.width
      labels.fill(cells)
      onRow(cells)
    },
    onEmptyLines: (count) => {
      index += count
    },
  })
}

interface RecordWalk {
  readonly onRecord: (record: CsvRecord) => void
  /** In a table of several columns: empty lines are no records of it. */
  readonly onEmptyLines: OnEmptyLines
  readonly onBytes?: (done: number) => void
  readonly flush?: () => Promise<void>
}

async function eachRecord(source: TextSource, context: WorkContext, walk: RecordWalk): Promise<void> {
  const { onRecord, onEmptyLines, onBytes, flush } = walk
  if (source.held) {
    for (const record of source.head) onRecord(record)
    await flush?.()
    return
  }
  const tokenizer = new Tokenizer(source.dialect, onRecord, expectedWidth(source) > 1 ? onEmptyLines : null)
  for await (const chunk of decodedChunks(source.path, source.encoding, context, onBytes)) {
    tokenizer.push(chunk)
    await flush?.()
  }
  tokenizer.end()
  await flush?.()
}
