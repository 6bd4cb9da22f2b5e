/** Several tables in one text, below or beside each other, each as a source of its own. */
import { detectLayout, isBlank, isComment } from '../../tables/delimited/layout.ts'
import { gridOf } from '../../tables/delimited/record-grid.ts'
import type { CsvRecord } from '../../tables/delimited/tokenizer.ts'
import { findSections } from '../../tables/grid/sections.ts'
import { partColumns } from '../../tables/grid/side-by-side.ts'
import { uniqueTableName } from '../../tables/table-name.ts'
import { asidesOf } from './asides.ts'
import { fillDownOf } from './fill-down.ts'
import type { TextSource } from './source.ts'

export interface Part {
  /** Unique among the parts. */
  readonly name: string
  readonly source: TextSource
}

/** Wider tables are matrices, and their blank columns no gaps. */
const mostColumns = 300
/** Beside each other, below each other, and once more. */
const deepest = 3
const longestTitle = 60

/** The tables of a text that is held in memory whole; the text itself as the only one where it holds one, or none for sure. */
export function partsOf(source: TextSource, name: string): Part[] {
  const whole = [{ name, source }]
  const { skip, headerRows } = source.asked
  // Where a person says where the table begins, there is one.
  if (skip !== undefined || headerRows !== undefined) return whole
  if (!source.complete || source.layout.width > mostColumns) return whole
  const pieces = divide({ records: source.head, cover: 0 }, source.layout.comment, deepest)
  if (pieces.length < 2 && (pieces[0]?.cover ?? 0) === 0) return whole
  const parts = pieces.map((piece) => partOf(source, piece))
  if (parts.some(({ head, layout, asides }) => layout.header === null || rowsIn(head, layout.dataStart) <= asides.size))
    return whole
  const used = new Set<string>()
  return parts.map((part) => ({ name: uniqueTableName(titleOf(part) ?? name, used), source: part }))
}

interface Piece {
  readonly records: readonly CsvRecord[]
  /** Of the records, those above the table that look like a table and are none. */
  readonly cover: number
}

/** The records of each table: every record is in one of them, or, beside each other, a piece of it in each. */
function divide(piece: Piece, comment: string | null, depth: number): Piece[] {
  if (depth === 0) return [piece]
  const { records } = piece
  const grid = gridOf(records, (record) => isComment(record, comment))
  const columns = partColumns(grid)
  if (columns.length > 1) {
    const starts = columns.map(([first = 0], index) => (index === 0 ? 0 : first))
    return starts.flatMap((start, index) =>
      divide({ records: cut(records, start, starts[index + 1]), cover: 0 }, comment, depth - 1),
    )
  }
  const { sections } = findSections(grid)
  if (sections.length === 0) return [piece]
  const starts = sections.map(({ from }, index) => (index === 0 ? 0 : (grid.rows[from] ?? 0)))
  return sections.flatMap(({ from, cover: rows }, index) => {
    const start = starts[index] ?? 0
    const cover = rows === 0 ? 0 : (grid.rows[from + rows] ?? 0) - start
    if (sections.length === 1) return [{ records, cover }]
    const section = { records: cut(records.slice(start, starts[index + 1]), 0), cover }
    return cover > 0 ? [section] : divide(section, comment, depth - 1)
  })
}

/** The cells from one column to before another, without those at the right that are blank in every record. */
function cut(records: readonly CsvRecord[], from: number, to = Number.POSITIVE_INFINITY): CsvRecord[] {
  const filled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1
  const width = records.reduce((most, { cells }) => Math.max(most, filled(cells.slice(from, to))), 0)
  return records.map(({ cells, line, quoted }) => {
    const own = cells.slice(from, Math.min(to, from + width))
    const isEmpty = filled(own) === 0
    return isEmpty ? { cells: [''], line, quoted: false } : { cells: own, line, quoted }
  })
}

function partOf(source: TextSource, { records, cover }: Piece): TextSource {
  const found = detectLayout(records.slice(cover), source.dialect.delimiter)
  const layout = { ...found, dataStart: found.dataStart + cover, preamble: found.preamble + cover }
  const asides = asidesOf(records, layout, source.asked.keepTotals)
  const fillDown = fillDownOf(records, layout, asides)
  return { ...source, layout, head: records, held: true, asides, fillDown, elsewhere: [], last: [] }
}

function rowsIn(records: readonly CsvRecord[], from: number): number {
  return records.slice(from).filter((record) => !isBlank(record)).length
}

/** What stands alone right above the header. */
function titleOf({ head, layout }: TextSource): string | null {
  const above = head.slice(0, layout.preamble).findLast((record) => !isBlank(record))
  if (above === undefined || isComment(above, layout.comment)) return null
  const [only, second] = above.cells.filter((cell) => cell.trim() !== '')
  if (only === undefined || second !== undefined) return null
  const title = only.trim().replace(/\s+/gu, ' ')
  return title.length <= longestTitle ? title : null
}
