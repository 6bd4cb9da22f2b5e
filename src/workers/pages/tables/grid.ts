/** A grid of cells with the text that stands in them, before it is known what of it is header. */
import type { Box } from '../../../shared/document/document.ts'
import type { Fragment } from '../layout/fragment.ts'
import type { Span } from './span.ts'
import { textOf } from './text-rows.ts'

export interface Cell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
  readonly rightToLeft: boolean
}

export interface Grid {
  readonly found: 'ruled' | 'unruled'
  /** From left to right, from the top down. */
  readonly columns: readonly Span[]
  readonly rows: readonly Span[]
  /** Every place belongs to exactly one of them; sorted by row, then column. */
  readonly cells: readonly Cell[]
  /** Of each row, whether a line as wide as the table is drawn below it. */
  readonly ruledBelow: readonly boolean[]
  /** Rows at the top that hold names because of the way they are set; 0 where that is not known. */
  readonly namedRows: number
}

/** A cell of fragments. */
export function cellOf(
  place: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
  fragments: readonly Fragment[],
): Cell {
  const letters = (ofRight: boolean): number =>
    fragments.reduce((sum, one) => sum + (one.rightToLeft === ofRight ? one.text.length : 0), 0)
  return { ...place, text: textOf(fragments), rightToLeft: letters(true) > letters(false) }
}

/** The cell of each place. */
export function placesOf(grid: Pick<Grid, 'rows' | 'columns' | 'cells'>): (Cell | undefined)[][] {
  const places: (Cell | undefined)[][] = grid.rows.map(() => grid.columns.map(() => undefined))
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
      const line = places[row]
      if (line === undefined) continue
      for (let column = cell.column; column < cell.column + cell.columns; column += 1) line[column] = cell
    }
  }
  return places
}

/** Text by row and column; a cell that spans several stands in each of them. */
export function textsOf(grid: Pick<Grid, 'rows' | 'columns' | 'cells'>): string[][] {
  return placesOf(grid).map((row) => row.map((cell) => cell?.text ?? ''))
}

export function boxOf(rows: readonly Span[], columns: readonly Span[]): Box {
  return [
    Math.min(...columns.map((one) => one.from)),
    Math.min(...rows.map((one) => one.from)),
    Math.max(...columns.map((one) => one.to)),
    Math.max(...rows.map((one) => one.to)),
  ]
}

/** The grid without the rows and columns in which no text begins: those between double lines, and what only spans over. */
export function withoutEmpty(grid: Grid): Grid {
  const filled = grid.cells.filter((cell) => cell.text !== '')
  return keep(
    grid,
    grid.rows.map((_, row) => filled.some((cell) => cell.row === row)),
    grid.columns.map((_, column) => filled.some((cell) => cell.column === column)),
  )
}

/** The grid of the rows and columns marked; cells shrink to what is left of them. */
export function keep(grid: Grid, rows: readonly boolean[], columns: readonly boolean[]): Grid {
  const newPlaces = (kept: readonly boolean[]): number[] => {
    let next = 0
    return kept.map((one) => {
      const place = next
      if (one) next += 1
      return place
    })
  }
  const [newRows, newColumns] = [newPlaces(rows), newPlaces(columns)]
  const count = (kept: readonly boolean[], from: number, span: number): number =>
    kept.slice(from, from + span).filter(Boolean).length
  const cells = grid.cells.flatMap((cell): Cell[] => {
    const [down, across] = [count(rows, cell.row, cell.rows), count(columns, cell.column, cell.columns)]
    if (down === 0 || across === 0) return []
    return [{ ...cell, row: newRows[cell.row] ?? 0, column: newColumns[cell.column] ?? 0, rows: down, columns: across }]
  })
  const first = rows.indexOf(true)
  return {
    ...grid,
    rows: grid.rows.filter((_, index) => rows[index]),
    columns: grid.columns.filter((_, index) => columns[index]),
    cells,
    ruledBelow: grid.ruledBelow.filter((_, index) => rows[index]),
    namedRows: Math.max(0, grid.namedRows - Math.max(0, first)),
  }
}
