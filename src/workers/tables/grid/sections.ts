/** Tables one below the other: where the next begins. */
import { findHeader, type Header, startsAnotherTable } from './find-header.ts'
import { type Grid, type GridRow, lookAt, textOf } from './grid.ts'

/** Rows of a grid, as a range of places in its list of rows; the last one not included. */
export interface Section {
  readonly from: number
  readonly to: number
  /** Counted from `from`, rows of a cover above included. */
  readonly header: Header
  /** Rows above that look like a small table and are none: `Shop: Main`, `Year: 2024`. */
  readonly cover: number
}

const headRows = 120
const maxTables = 20
/** Each look behind a gap touches every column, so that wide sheets get fewer. */
const maxGapsTried = 200
const maxColumnsTouched = 200_000
/** More rows are not looked through for a table that follows without a gap. */
const maxRowsWithoutGap = 2000

export interface Sections {
  readonly sections: readonly Section[]
  /** Where nothing tabular is left. */
  readonly end: number
}

export function findSections(grid: Grid): Sections {
  const sections: Section[] = []
  let from = 0
  let cover = 0
  while (from < grid.rows.length && sections.length < maxTables) {
    const first = firstBlock(grid, from)
    const header = first?.header ?? findHeader(grid.read(from, from + lookAt(grid, headRows)), grid.merges)
    if (header === null) break
    const to = sections.length === maxTables - 1 ? grid.rows.length : (first?.to ?? findEnd(grid, from, header))
    if (to < grid.rows.length && isCover(grid.read(from, to))) cover += to - from
    else {
      const above = cover === 0 ? '' : coverText(grid.read(from - cover, from))
      sections.push({ from: from - cover, to, header: cover === 0 ? header : below(header, cover, above), cover })
      cover = 0
    }
    from = to
  }
  from -= cover
  return { sections, end: from }
}

function below(header: Header, rows: number, text: string): Header {
  const preambleText = [text, header.preambleText].filter((one) => one !== '').join(' · ')
  return { ...header, preamble: header.preamble + rows, dataFrom: header.dataFrom + rows, preambleText }
}

/** Labels and what they say: two cells a row, the first of most with a colon at its end. */
function isCover(rows: readonly GridRow[]): boolean {
  const labels = rows.filter(({ cells }) => cells[0] !== undefined && /[::]$/u.test(textOf(cells[0])))
  return labels.length >= 0.5 * rows.length && rows.every(({ cells }) => cells.length <= 3)
}

function coverText(rows: readonly GridRow[]): string {
  return rows.map(({ cells }) => cells.map(textOf).join(' ')).join(' · ')
}

/**
 * A small table above a wider one would be taken for a title: where the rows up to the first gap are a table, and those
 * behind it another, and its figures are all figures.
 */
function firstBlock(grid: Grid, from: number): Pick<Section, 'to' | 'header'> | null {
  const to = nextGap(grid, from)
  if (to === null || to - from < 3 || to - from > headRows) return null
  const block = grid.read(from, to)
  const header = findHeader(block, grid.merges)
  if (header === null || header.rows !== 1 || header.width < 2 || to - from - header.dataFrom < 2) return null
  const names = block[header.dataFrom - 1]?.cells ?? []
  const records = block.slice(header.dataFrom)
  const hasFigures = names.some(({ column, words }) => words && allFigures(records, column))
  if (names.length < 2 || names.some(({ words }) => !words) || !hasFigures) return null
  const after = grid.read(to, to + lookAt(grid, 24))
  return startsAnotherTable(block, header, after, grid.merges) ? { to, header } : null
}

function allFigures(records: readonly GridRow[], column: number): boolean {
  return records.every(({ cells }) => cells.some((cell) => cell.column === column && !cell.words))
}

function nextGap(grid: Grid, from: number): number | null {
  for (let index = from + 1; index < Math.min(grid.rows.length, from + headRows); index++) {
    if ((grid.rows[index] ?? 0) - (grid.rows[index - 1] ?? 0) >= 2) return index
  }
  return null
}

/** The place of the row at which another table begins: behind blank rows, or where the rows become others altogether. */
function findEnd(grid: Grid, from: number, header: Header): number {
  const { rows } = grid
  const first = from + header.dataFrom
  const maxTried = Math.min(maxGapsTried, Math.ceil(maxColumnsTouched / Math.max(1, header.width)))
  const breaks = rows.length - from <= maxRowsWithoutGap ? shapeBreaks(grid, first) : new Set<number>()
  const head = grid.read(from, first)
  let tried = 0
  for (let index = first + 1; index < rows.length && tried < maxTried; index++) {
    const isGap = (rows[index] ?? 0) - (rows[index - 1] ?? 0) >= 2
    if (!isGap && !breaks.has(index)) continue
    tried++
    const before = [...head, ...grid.read(Math.max(first, index - lookAt(grid, 20)), index)]
    const after = grid.read(index, index + lookAt(grid, 24))
    if (!startsAnotherTable(before, header, after, grid.merges)) continue
    if (isGap || keepsItsShape(after, grid)) return index
  }
  return rows.length
}

/**
 * Rows that may begin a table without a gap before them: names only, at least two and none twice, over other columns than
 * the row before has cells in; or a single words over such a row.
 */
function shapeBreaks(grid: Grid, first: number): Set<number> {
  const found = new Set<number>()
  const rows = grid.read(first, grid.rows.length)
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1]
    if (above === undefined || !isNames(row)) continue
    const isTitled = above.cells.length === 1 && above.cells[0]?.words === true
    if (isTitled && index > 1) found.add(first + index - 1)
    else if (lastColumn(row) !== lastColumn(above) || row.cells.length !== above.cells.length) found.add(first + index)
  }
  return found
}

function isNames({ cells }: GridRow): boolean {
  return cells.length >= 2 && cells.every(({ words }) => words) && new Set(cells.map(textOf)).size === cells.length
}

/** Without a gap before it a table must go on as it begins: three rows or more within the columns its header has. */
function keepsItsShape(rows: readonly GridRow[], grid: Grid): boolean {
  const header = findHeader(rows, grid.merges)
  const names = header === null ? undefined : rows[header.dataFrom - 1]
  if (header === null || names === undefined) return false
  const records = rows.slice(header.dataFrom, header.dataFrom + 3)
  return records.length >= 2 && records.every((row) => row.cells.length >= 2 && lastColumn(row) <= lastColumn(names))
}

function lastColumn({ cells }: GridRow): number {
  return cells.at(-1)?.column ?? -1
}
