/** Tells a table from running text where no name does: logs, reports and exports are all called .txt. */
import { looksLikeOneCell, looksMeasured } from './csv/cell-type.ts'
import { detectDialect } from './csv/detect.ts'
import { detectLayout, isBlank, isComment } from './csv/layout.ts'
import { tokenize } from './csv/tokenizer.ts'

const maxCharacters = 64 * 1024
const maxRecords = 500

export interface Shape {
  readonly delimiter: string
  readonly collapse: boolean
  readonly width: number
  readonly records: number
  /** Share of the records, from the table's first on, that have its width. */
  readonly fitting: number
  /** Share of their cells that look like one value. */
  readonly known: number
  /** Share of columns that are numbers, dates or times in most rows. */
  readonly measured: number
  readonly header: boolean
  readonly preamble: number
}

export function shapeOf(start: string, whole: boolean): Shape {
  const text = start.slice(0, maxCharacters)
  const complete = whole && text.length === start.length
  const dialect = detectDialect(text, complete)
  const records = tokenize(text, dialect, maxRecords, complete)
  const layout = detectLayout(records, dialect.delimiter)
  const rows = records.slice(layout.preamble).filter((record) => !isBlank(record) && !isComment(record, layout.comment))
  const fitting = rows.filter(({ cells }) => cells.length === layout.width)
  const cells = fitting.flatMap((row) => row.cells)
  const data = fitting.slice(layout.header === null ? 0 : 1)
  let measured = 0
  for (let column = 0; column < layout.width; column += 1) {
    const values = data.map((row) => row.cells[column] ?? '').filter((cell) => cell.trim() !== '')
    if (values.length > 0 && values.filter(looksMeasured).length >= 0.8 * values.length) measured += 1
  }
  return {
    delimiter: dialect.delimiter,
    collapse: dialect.collapse,
    width: layout.width,
    records: rows.length,
    fitting: fitting.length / Math.max(1, rows.length),
    known: cells.filter(looksLikeOneCell).length / Math.max(1, cells.length),
    measured: measured / layout.width,
    header: layout.header !== null,
    preamble: layout.preamble,
  }
}

/** `start` is the beginning of the text; `whole` when it is all of it. */
export function holdsTable(start: string, whole: boolean): boolean {
  const shape = shapeOf(start, whole)
  if (shape.width < 2 || shape.records < 3) return false
  return shape.fitting >= 0.9
}
