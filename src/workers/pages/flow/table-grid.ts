/** A table's cells as a grid of strings, its spanning cells laid out. */

export interface SpanningCell {
  readonly text: string
  readonly columns: number
  /** 0 means to the end of the table, as in HTML. */
  readonly rows: number
  readonly header: boolean
}

const maxColumns = 4096
const maxCells = 2_000_000

/**
 * A cell that spans several places stands in each of them. All rows are equally long, unless that alone would take more
 * than `maxCells`; rows after that many cells are left out.
 */
export function layOutGrid(rows: readonly (readonly SpanningCell[])[]): string[][] {
  const grid: string[][] = []
  /** Of each column, how many more rows a cell above it takes, and what stands in it. */
  const taken: number[] = []
  const above: string[] = []
  let cells = 0
  for (const row of rows) {
    const line: string[] = []
    let column = 0
    const skipTaken = (): void => {
      while ((taken[column] ?? 0) > 0) {
        taken[column] = (taken[column] ?? 0) - 1
        line[column] = above[column] ?? ''
        column += 1
      }
    }
    for (const cell of row) {
      skipTaken()
      const columns = Math.min(Math.max(1, cell.columns), maxColumns - column)
      const below = cell.rows === 0 ? rows.length : Math.max(1, cell.rows) - 1
      for (let offset = 0; offset < columns; offset += 1) {
        line[column + offset] = cell.text
        taken[column + offset] = below
        above[column + offset] = cell.text
      }
      column += Math.max(0, columns)
    }
    for (; column < taken.length; column += 1) {
      const isTaken = (taken[column] ?? 0) > 0
      if (isTaken) taken[column] = (taken[column] ?? 0) - 1
      line[column] ??= isTaken ? (above[column] ?? '') : ''
    }
    cells += line.length
    if (cells > maxCells) break
    grid.push(line)
  }
  const width = grid.reduce((widest, line) => Math.max(widest, line.length), 0)
  if (width * grid.length > maxCells) return grid
  return grid.map((line) => Array.from({ length: width }, (_, index) => line[index] ?? ''))
}
