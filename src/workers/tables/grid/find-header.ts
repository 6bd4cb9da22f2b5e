/** Tells a table's header from titles above it and records below it, by what the columns hold. */
import { namesRemark } from '../asides/words.ts'
import { isMissing } from '../columns/missing.ts'
import { numberShape } from '../columns/number-shape.ts'
import { byColumn, type CellRange, type GridCell, type GridRow, shareOfWords, textOf } from './grid.ts'
import { type GroupedHeader, groupedHeader } from './grouped-header.ts'
import { joinAll, numbersColumns } from './header-rows.ts'

export interface Header {
  /** Rows in front of the header, and what they say. */
  readonly preamble: number
  readonly preambleText: string
  /** Rows of the header itself; 0 when the first row is already a record. */
  readonly rows: number
  /** Index of the first record, counted from the first row looked at. */
  readonly dataFrom: number
  /** How many cells a record usually has. */
  readonly width: number
  readonly columns: readonly { readonly column: number; readonly name: string }[]
}

const maxHeaderRows = 4
const groupedHeadRows = 6
const bodyRows = 60
/** Values that make a list of words although there are gaps between them. */
const fewestListed = 8

/**
 * `head` are the first rows of a table with whatever stands above it. Null when there is nothing tabular in them. `asked`
 * are the rows the header takes as a person says.
 */
export function findHeader(head: readonly GridRow[], merges: readonly CellRange[], asked?: number): Header | null {
  const width = usualWidth(head)
  if (width === 0) return null
  const enough = width === 1 ? 1 : Math.max(2, Math.ceil(width * 0.6))
  // A narrow row of figures alone is a record with gaps, never a title.
  const start = head.findIndex(({ cells }) => cells.length >= enough || (cells.length > 0 && cells.every(isFigure)))
  if (start < 0) return null
  const groups = asked === undefined ? groupRowsAbove(head, start, width, merges) : 0
  const first = start - groups
  let rows = asked ?? groups + (groups > 0 || isHeaderRow(head, start) ? 1 : 0)
  while (asked === undefined && rows > 0 && rows < maxHeaderRows && continuesHeader(head, first + rows, first, merges))
    rows++
  const grouped = asked === undefined && rows > 0 ? groupedRows(head.slice(first), merges) : null
  if (grouped !== null) rows = Math.max(rows, grouped.rows)
  const dataFrom = first + rows
  const preamble = head.slice(0, first)
  if (dataFrom >= head.length && rows === 0) return null
  if (width === 1 && !isList(head, dataFrom, rows > 0)) return null
  return {
    preamble: preamble.length,
    preambleText: preamble.map((row) => row.cells.map((cell) => textOf(cell)).join(' ')).join(' · '),
    rows,
    dataFrom,
    width,
    columns:
      grouped !== null && grouped.rows === rows
        ? grouped.names.flatMap((name, column) => (name === '' ? [] : [{ column, name }]))
        : nameColumns(head.slice(first, dataFrom), merges, lastUsedColumn(head)),
  }
}

/**
 * Whether rows behind a gap are a table of their own: words where this table (`before`, its header included) has figures,
 * and figures under them; or other names altogether over rows of another width. The same header once more is no new table
 * unless a title stands over it.
 */
export function startsAnotherTable(
  before: readonly GridRow[],
  own: Header,
  after: readonly GridRow[],
  merges: readonly CellRange[],
): boolean {
  const header = findHeader(after, merges)
  if (header === null || header.rows === 0 || header.dataFrom >= after.length) return false
  const headerCells = after[header.dataFrom - 1]?.cells ?? []
  if (headerCells.length < 2 || headerCells.some(({ words }) => !words)) return false
  const names = headerCells.map(textOf)
  const known = own.columns.map(({ name }) => name)
  const isTitled = header.preamble > 0 && !namesRemark(header.preambleText)
  if (!isTitled && names.length === known.length && names.every((name, at) => name === known[at])) return false
  const isNamed = new Set(own.columns.map(({ column }) => column))
  const [above, below] = [byColumn(before.slice(own.dataFrom)), byColumn(after.slice(header.dataFrom))]
  // Over columns that nothing stood in, side by side with the table above as it were.
  if (names.length > 1 && headerCells.every(({ column }) => !above.has(column) && !isNamed.has(column)))
    return headerCells.every(({ column }) => below.has(column))
  const wasFigures = headerCells.filter(({ column }) => shareOfWords(above.get(column)) < 0.5).length
  const willBeFigures = headerCells.filter(({ column }) => shareOfWords(below.get(column)) < 0.5).length
  return wasFigures > 0 && willBeFigures > 0
}

/** The three-quarter point of the rows' widths: titles and remarks are narrower than records, and fewer. */
function usualWidth(rows: readonly GridRow[]): number {
  const widths = rows.map(({ cells }) => cells.length).filter((width) => width > 0)
  widths.sort((a, b) => a - b)
  return widths[Math.floor(widths.length * 0.75)] ?? 0
}

/**
 * Adds up what speaks for a header in each column: words over figures, another look than the records, a text that does
 * not come again below. A figure in the row, unless it is a year among years, speaks against.
 */
function isHeaderRow(head: readonly GridRow[], index: number): boolean {
  const row = head[index]
  if (row === undefined) return false
  // The same row once more, as on every page of a print, says nothing against it.
  const body = head.slice(index + 1, index + 1 + bodyRows).filter((other) => !isSameRow(row, other))
  const years = row.cells.filter(isYear).length >= 2
  const columns = byColumn(body)
  let score = 0
  for (const cell of row.cells) {
    const below = columns.get(cell.column) ?? []
    if (!cell.words) {
      score += (years && isYear(cell)) || namesPeriod(cell, below) ? 0.2 : -1
      continue
    }
    const figures = below.filter(({ words }) => !words).length
    if (below.length > 0 && figures >= below.length / 2) score += 1
    else if (below.some((other) => textOf(other) === textOf(cell))) score -= 1
    else score += textOf(cell).length <= 60 ? 0.3 : -0.3
    if (below.length > 0 && below.every(({ style }) => style !== cell.style)) score += 0.4
  }
  return score > 0
}

function isSameRow({ cells }: GridRow, other: GridRow): boolean {
  if (cells.length < 2 || cells.length !== other.cells.length) return false
  return cells.every((cell, at) => cell.words && textOf(cell) === textOf(other.cells[at] ?? cell))
}

/** Rows right above the header whose merged cells span several but not all of its columns: `2024` over `Q1` to `Q4`. */
function groupRowsAbove(head: readonly GridRow[], start: number, usual: number, merges: readonly CellRange[]): number {
  let groups = 0
  while (groups < maxHeaderRows - 1) {
    const row = head[start - groups - 1]
    const below = head[start - groups]
    if (row === undefined || below === undefined || below.row - row.row !== 1) break
    const width = Math.max(usual, below.cells.length)
    const spans = merges.filter(({ firstRow, lastRow }) => firstRow <= row.row && row.row <= lastRow)
    const groupSpans = spans.filter(({ firstColumn, lastColumn }) => {
      const span = lastColumn - firstColumn + 1
      return span > 1 && span < width * 0.9
    })
    if (row.cells.some(({ words }, at) => !words && !isYear(row.cells[at]))) break
    if (groupSpans.length === 0 && !standsOverGroups(row, below)) break
    groups++
  }
  return groups
}

/** Without merged cells: the same names stand below each of its cells, as far as the next: `North`, `South` over `Q1`, `Q2`. */
function standsOverGroups(row: GridRow, below: GridRow): boolean {
  // The first may be the name of the labels, with nothing below it.
  const [corner, next] = row.cells
  const isCorner = corner !== undefined && next !== undefined && !below.cells.some(({ column }) => column < next.column)
  const starts = row.cells.slice(isCorner ? 1 : 0).map(({ column }) => column)
  const [first = 0, second = first] = starts
  if (isCorner && starts.length < 2) return false
  const groups = starts.map((start, index) =>
    below.cells
      .filter(({ column }) => column >= start && column < (starts[index + 1] ?? Number.POSITIVE_INFINITY))
      .map(textOf),
  )
  const [own = []] = groups
  return second - first > 1 && own.length > 1 && groups.every((names) => names.join('\n') === own.join('\n'))
}

/** A further header row: joined from above by a merged cell, or words (units, sub-titles) over columns of figures. */
function continuesHeader(
  head: readonly GridRow[],
  index: number,
  first: number,
  merges: readonly CellRange[],
): boolean {
  const row = head[index]
  const above = head[index - 1]
  if (row === undefined || above === undefined || row.row - above.row !== 1) return false
  if (numbersColumns(row.cells.map(textOf))) return true
  if (row.cells.length === 0 || row.cells.some(({ words }) => !words)) return false
  const body = head.slice(index + 1, index + 1 + bodyRows)
  if (body.length === 0) return false
  const top = head[first]?.row ?? row.row
  const joined = merges.some(
    (range) =>
      range.firstRow >= top &&
      range.firstRow < row.row &&
      (range.lastRow >= row.row || (range.lastRow === above.row && range.lastColumn > range.firstColumn)),
  )
  const below = byColumn(body)
  const over = (share: number): number =>
    row.cells.filter(({ column }) => shareOfWords(below.get(column)) < share).length
  if (joined) return over(0.5) > 0 || above.cells.length < row.cells.length
  // Without a merged cell the row could be a first record, so that it must be words over nothing but figures.
  return row.cells.length >= 2 && over(0.1) * 2 >= row.cells.length
}

/** Levels told by their gaps; merged cells, where there are any, tell them better. */
function groupedRows(rows: readonly GridRow[], merges: readonly CellRange[]): GroupedHeader | null {
  const [first] = rows
  if (first === undefined) return null
  const head = rows.slice(0, groupedHeadRows)
  const last = head.at(-1)?.row ?? first.row
  if (merges.some(({ firstRow, lastRow }) => lastRow >= first.row && firstRow <= last)) return null
  const width = lastUsedColumn(rows) + 1
  const texts: string[][] = []
  for (const { row, cells } of head) {
    // Blank rows are not among those looked at.
    while (texts.length < row - first.row) texts.push([])
    const own = Array.from({ length: width }, () => '')
    for (const cell of cells) own[cell.column] = textOf(cell)
    texts.push(own)
  }
  const from = first.cells[0]?.column ?? 0
  const grouped = groupedHeader(texts.map((own) => own.slice(from)))
  if (grouped === null) return null
  const taken = head.filter(({ row }) => row < first.row + grouped.rows).length
  return { rows: taken, names: [...Array.from({ length: from }, () => ''), ...grouped.names] }
}

/** A single column is a table when it is a list of values, not paragraphs of prose. */
function isList(head: readonly GridRow[], dataFrom: number, hasHeader: boolean): boolean {
  const rows = head.slice(dataFrom)
  const body = rows.flatMap(({ cells }) => cells)
  // Words with gaps between them are the lines of a cover.
  const hasGap = rows.some(({ row }, index) => row - (rows[index - 1]?.row ?? head[dataFrom - 1]?.row ?? row) > 1)
  if (hasGap && body.length < fewestListed && body.every(({ words }) => words)) return false
  const long = body.filter((cell) => textOf(cell).length > 60).length
  return body.length >= (hasHeader ? 1 : 3) && long * 3 <= body.length
}

/** A merged cell names all the columns it spans; the rest is as in any text. */
function nameColumns(
  rows: readonly GridRow[],
  merges: readonly CellRange[],
  lastUsed: number,
): { column: number; name: string }[] {
  const spans = new Map(rows.map(({ row }) => [row, spansOf(row, merges)]))
  const spanned = ({ column }: GridCell, row: number): number[] => {
    // A title merged to the end of the sheet names no columns that nothing stands in.
    const last = Math.max(column, Math.min(lastUsed, spans.get(row)?.get(column) ?? column))
    return Array.from({ length: last - column + 1 }, (_, index) => column + index)
  }
  const used = new Set(rows.flatMap(({ row, cells }) => cells.flatMap((cell) => spanned(cell, row))))
  const columns = [...used].sort((a, b) => a - b)
  const place = new Map(columns.map((column, index) => [column, index]))
  const texts = rows.map(({ row, cells }) => {
    const own = columns.map(() => '')
    for (const cell of cells) for (const column of spanned(cell, row)) own[place.get(column) ?? 0] = textOf(cell)
    return own
  })
  const names = joinAll(texts)
  return columns.map((column, index) => ({ column, name: names[index] ?? '' })).filter(({ name }) => name !== '')
}

/** Of the merged cells that begin in a row, the last column by the first. */
function spansOf(row: number, merges: readonly CellRange[]): ReadonlyMap<number, number> {
  return new Map(
    merges
      .filter(({ firstRow, firstColumn, lastColumn }) => firstRow === row && lastColumn > firstColumn)
      .map(({ firstColumn, lastColumn }) => [firstColumn, lastColumn]),
  )
}

function lastUsedColumn(rows: readonly GridRow[]): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.at(-1)?.column ?? 0))
}

function isFigure({ kind }: GridCell): boolean {
  return kind === 'number' || kind === 'date' || kind === 'boolean'
}

/** A date names its column unless dates are what the column holds. */
function namesPeriod(cell: GridCell, below: readonly GridCell[]): boolean {
  return isDate(cell) && below.filter(isDate).length < 0.5 * Math.max(1, below.length)
}

/** Also one in disguise: `Jan 2024` as a text. */
function isDate({ kind, words, text }: GridCell): boolean {
  return kind === 'date' || (kind === 'text' && !words && numberShape(text.trim()) === null && !isMissing(text))
}

function isYear(viewed: GridCell | undefined): boolean {
  if (viewed === undefined) return false
  const value = viewed.amount ?? Number(textOf(viewed))
  return Number.isInteger(value) && value >= 1900 && value <= 2100
}
