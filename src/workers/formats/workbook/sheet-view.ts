/** A stored sheet as the search for tables looks at it, a few rows at a time. */
import { type Grid, type GridCell, isWords } from '../../tables/grid/grid.ts'
import type { Cell, CellStore } from './cell-store.ts'
import { cellText } from './cell-text.ts'

export function viewSheet(store: CellStore): Grid {
  return viewOf(store, store.usedRows(), store.usedColumns())
}

function viewOf(store: CellStore, rows: Uint32Array, columns: readonly number[]): Grid {
  return {
    rows,
    columns,
    merges: store.merges,
    read(from, to) {
      const wanted = rows.subarray(Math.max(0, from), Math.max(0, to))
      const first = wanted[0]
      const last = wanted.at(-1)
      if (first === undefined || last === undefined) return []
      const found = new Map<number, GridCell[]>()
      for (const row of wanted) found.set(row, [])
      for (const column of columns) {
        const cursor = store.cursor(column, first)
        for (; cursor !== null && cursor.row >= 0 && cursor.row <= last; cursor.next()) {
          const cell = store.decode(cursor.tag, cursor.value)
          if (cell.kind === 'text' && cell.text.trim() === '') continue
          found.get(cursor.row)?.push(gridCell(column, store.styleOf(cursor.tag), cell))
        }
      }
      return [...found].map(([row, cells]) => ({ row, cells }))
    },
    window: (wanted, firstRow, lastRow) =>
      viewOf(
        store,
        rowsOf(store, wanted, firstRow, lastRow),
        wanted.filter((column) => (store.cursor(column, firstRow)?.row ?? -1) >= 0),
      ),
  }
}

/** Rows with a cell in one of the columns, ascending. */
function rowsOf(store: CellStore, columns: readonly number[], firstRow: number, lastRow: number): Uint32Array {
  const found = new Set<number>()
  for (const column of columns) {
    const cursor = store.cursor(column, firstRow)
    for (; cursor !== null && cursor.row >= 0 && cursor.row <= lastRow; cursor.next()) found.add(cursor.row)
  }
  return Uint32Array.from(found).sort()
}

const summable: ReadonlySet<string> = new Set(['number', 'percent', 'currency', 'duration'])

function gridCell(column: number, style: number, cell: Cell): GridCell {
  const text = cellText(cell, false)
  if (cell.kind !== 'number') return { column, style, kind: cell.kind, text, amount: null, words: isWordy(cell) }
  const isDate = cell.meaning.kind === 'date' || cell.meaning.kind === 'timestamp'
  const amount = summable.has(cell.meaning.kind) ? cell.value : null
  return { column, style, kind: isDate ? 'date' : 'number', text, amount, words: false }
}

function isWordy(cell: Cell): boolean {
  return cell.kind === 'text' && isWords(cell.text)
}
