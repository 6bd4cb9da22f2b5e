/** Puts labels into the cells they hold for: those of merged cells, and those that stand once above blank ones. */
import { type Note, note } from '../../../shared/story/note.ts'
import { explainBlankRepeats } from '../../tables/grid/blank-repeats.ts'
import type { CellRange } from '../../tables/grid/grid.ts'
import type { CellStore, StoredCell } from './cell-store.ts'
import type { TableLayout } from './find-tables.ts'

/** A sheet may be merged by the million; labels matter where people merged by hand. */
const mostCells = 200_000
/** Of a table's columns, those that a merged cell may hold for; wider ones are headings between the rows. */
const widestShare = 0.5

/** Notes what was carried. `nameOf` gives the name of a column of the sheet. */
export function carryLabels(store: CellStore, layout: TableLayout, nameOf: (column: number) => string): Note[] {
  const additions = new Map<number, Map<number, StoredCell>>()
  const { merged, amounts } = fromMerges(store, layout, additions)
  const notes: Note[] = []
  if (merged > 0) notes.push(note('sheets.merged', { count: merged }))
  if (amounts > 0) notes.push(note('sheets.mergedAmounts', { count: amounts }))
  for (const [level, column] of layout.fillDown.entries()) {
    const outer = layout.fillDown.slice(0, level)
    const filled = fromAbove(store, layout, column, outer, additions)
    if (filled > 0) notes.push(explainBlankRepeats(nameOf(column), filled))
  }
  for (const [column, cells] of additions) store.addCells(column, cells)
  return notes
}

type Additions = Map<number, Map<number, StoredCell>>

function fromMerges(
  store: CellStore,
  { rows, span }: TableLayout,
  additions: Additions,
): { merged: number; amounts: number } {
  const [first = 0, last = -1] = [rows[0], rows.at(-1)]
  const inTable = new Set(span)
  let [merged, amounts, visited] = [0, 0, 0]
  for (const range of store.merges) {
    if (range.firstRow < first || range.firstRow > last || !inTable.has(range.firstColumn)) continue
    if (range.lastColumn > range.firstColumn && columnsOf(range) > widestShare * span.length) continue
    const cell = cellAt(store, range.firstRow, range.firstColumn)
    if (cell === null) continue
    const isLabel = holdsLabel(store, cell)
    const covered = span.filter((column) => column >= range.firstColumn && column <= range.lastColumn)
    for (const column of covered) {
      for (const row of blankRows(store, column, rows, range)) {
        if (isLabel) add(additions, column, row, cell)
        if (isLabel) merged++
        else amounts++
      }
      visited += Math.min(range.lastRow, last) - range.firstRow + 1
      if (visited > mostCells) return { merged, amounts }
    }
  }
  return { merged, amounts }
}

/** Of a table's rows those a merged range covers, as far as the column has no cell there. */
function blankRows(store: CellStore, column: number, rows: Uint32Array, range: CellRange): number[] {
  const cursor = store.cursor(column, range.firstRow)
  const found: number[] = []
  for (let index = placeOf(rows, range.firstRow); index < rows.length && found.length < mostCells; index++) {
    const row = rows[index] ?? 0
    if (row > range.lastRow) break
    cursor?.seek(row)
    if (cursor === null || cursor.row !== row) found.push(row)
  }
  return found
}

/** The place of the first row from `row` on; `rows` ascend. */
function placeOf(rows: Uint32Array, row: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}

function columnsOf({ firstColumn, lastColumn }: CellRange): number {
  return lastColumn - firstColumn + 1
}

/** Texts, dates and years tell what a row is about; any other number is counted once. */
function holdsLabel(store: CellStore, { tag, value }: StoredCell): boolean {
  const meaning = store.meaningOf(tag)
  if (meaning === null) return true
  if (meaning.kind === 'date' || meaning.kind === 'timestamp') return true
  return meaning.kind === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2100
}

function cellAt(store: CellStore, row: number, column: number): StoredCell | null {
  const cursor = store.cursor(column, row)
  if (cursor === null || cursor.row !== row) return null
  const text = store.textOf(cursor.tag, cursor.value)
  return text !== null && text.trim() === '' ? null : { tag: cursor.tag, value: cursor.value }
}

/** Nothing is carried past a new label of an outer column. */
function fromAbove(
  store: CellStore,
  { rows }: TableLayout,
  column: number,
  outer: readonly number[],
  additions: Additions,
): number {
  let current: StoredCell | null = null
  let filled = 0
  for (const row of rows) {
    const own = additions.get(column)?.get(row) ?? cellAt(store, row, column)
    if (own !== null) current = own
    else if (outer.some((other) => cellAt(store, row, other) !== null)) current = null
    else if (current !== null) {
      add(additions, column, row, current)
      filled++
    }
  }
  return filled
}

function add(additions: Additions, column: number, row: number, cell: StoredCell): void {
  const cells = additions.get(column) ?? new Map<number, StoredCell>()
  cells.set(row, cell)
  additions.set(column, cells)
}
