/** Tells a table from running text where no name does: logs, reports and exports are all called .txt. */
import { looksLikeOneCell, looksMeasured } from '../../tables/delimited/cell-type.ts'
import { detectDialect } from '../../tables/delimited/detect.ts'
import { detectLayout, isBlank, isComment } from '../../tables/delimited/layout.ts'
import { type CsvRecord, tokenize } from '../../tables/delimited/tokenizer.ts'

const maxCharacters = 64 * 1024
const maxRecords = 500

/** Chosen on purpose; the others also stand in sentences, addresses, comments and code. */
const plainDelimiters: ReadonlySet<string> = new Set([
  ...[',', '\t', ';', '|', '||', '::', ';;', '|~|', '~|~', '\u0001', '\u001f', '^', '~', '¦', '§'],
])

/** What tells whether the lines of a text are the rows of a table. All shares from 0 to 1. */
export interface Shape {
  readonly delimiter: string
  readonly width: number
  /** Columns with something in more than a tenth of the rows: a line's last semicolon makes an empty one. */
  readonly filledColumns: number
  /** From the table's first row on, header included; without blank lines and comments. */
  readonly rows: number
  /** Of the rows, those of exactly the table's width. */
  readonly fitting: number
  /** Of the rows, those of at least half its width. */
  readonly near: number
  /** Of the cells with something in them, those that look like one value. */
  readonly known: number
  /** Of the cells with something in them, those of more words than a name has, outside quotes. */
  readonly wordy: number
  /** Of the filled columns, those that are numbers, dates or times in most rows. */
  readonly measured: number
  readonly header: boolean
  /** Of the records, those before the table. */
  readonly before: number
}

/** `start` is the beginning of the text; `whole` when it is all of it. */
export function shapeOf(start: string, whole: boolean): Shape {
  const text = start.slice(0, maxCharacters)
  const complete = whole && text.length === start.length
  const dialect = detectDialect(text, complete)
  const records = tokenize(text, dialect, maxRecords, complete)
  const layout = detectLayout(records, dialect.delimiter)
  const proper = (record: CsvRecord): boolean => !isBlank(record) && !isComment(record, layout.comment)
  const rows = records.slice(layout.preamble).filter(proper)
  const fitting = rows.filter(({ cells }) => cells.length === layout.width)
  const data = layout.header === null ? fitting : fitting.slice(1)
  let [filledColumns, measured] = [0, 0]
  for (let column = 0; column < layout.width; column += 1) {
    const values = data.map((row) => row.cells[column] ?? '').filter((cell) => cell.trim() !== '')
    if (values.length <= 0.1 * data.length) continue
    filledColumns += 1
    if (values.filter(looksMeasured).length >= 0.8 * values.length) measured += 1
  }
  const filled = fitting.flatMap(({ cells, quoted }) =>
    cells.filter((cell) => cell.trim() !== '').map((cell) => ({ cell, quoted })),
  )
  const share = (part: number, all: number): number => part / Math.max(1, all)
  return {
    delimiter: dialect.delimiter,
    width: layout.width,
    filledColumns,
    rows: rows.length,
    fitting: share(fitting.length, rows.length),
    near: share(rows.filter(({ cells }) => cells.length >= Math.max(2, layout.width / 2)).length, rows.length),
    known: share(filled.filter(({ cell }) => looksLikeOneCell(cell)).length, filled.length),
    wordy: share(filled.filter(({ cell, quoted }) => !quoted && isWordy(cell)).length, filled.length),
    measured: share(measured, filledColumns),
    header: layout.header !== null,
    before: share(records.slice(0, layout.preamble).filter(proper).length, records.filter(proper).length),
  }
}

function isWordy(cell: string): boolean {
  return (cell.trim().match(/\s+/gu)?.length ?? 0) > 5
}

/**
 * Whether the text is a table for sure. What only may be one is a document: that opens with every character in its place,
 * while sentences told as a table make no sense. A report with a table between its paragraphs is a document, too.
 */
export function holdsTable(start: string, whole: boolean): boolean {
  const shape = shapeOf(start, whole)
  if (shape.filledColumns < 2 || shape.rows < 2 || shape.before > 0.4) return false
  if (!plainDelimiters.has(shape.delimiter)) {
    // A colon also stands in every time of a log, a hash before every comment.
    return (
      shape.rows >= 5 &&
      shape.filledColumns >= 3 &&
      shape.fitting >= 0.95 &&
      shape.known >= 0.7 &&
      shape.measured >= (shape.delimiter === ' ' ? 0.25 : shape.header ? 0.3 : 0.5)
    )
  }
  const raggedAtMost = shape.filledColumns >= 3 && shape.near >= 0.95 && (shape.header || shape.delimiter === '\t')
  if ((shape.fitting < 0.9 && !raggedAtMost) || shape.known < 0.7) return false
  if (shape.delimiter === ',' && shape.wordy > 0.15) return false
  // A single row under names says too little, unless it is numbers.
  if (shape.rows < 3 && shape.measured < 0.5) return false
  if (shape.filledColumns > 2 || shape.delimiter === '\t' || shape.measured >= 0.5) return true
  // Two words with a comma between them, line after line, may be verse.
  return shape.header && shape.rows >= 4 && shape.known >= 0.98 && shape.wordy === 0
}
