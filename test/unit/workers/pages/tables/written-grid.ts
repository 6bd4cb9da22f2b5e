/** Grids and rows of text written down as a reader sees them, for the rules that judge them. */
import type { Cell, Grid } from '../../../../../src/workers/pages/tables/grid.ts'
import type { RowGroup } from '../../../../../src/workers/pages/tables/row-groups.ts'
import { rowOf, type Segment, type TextRow } from '../../../../../src/workers/pages/tables/text-rows.ts'

const columnWidth = 100
const letterWidth = 5
const height = 10
/** From the top of a row to the top of the next, where nothing else is said. */
const distance = 12

/** Columns 100 points wide, a text of each row in each; `<` goes on with the cell to its left, `^` with that above. */
export function gridOf(rows: readonly (readonly string[])[], change: Partial<Grid> = {}): Grid {
  const cells: Cell[] = []
  for (const [row, line] of rows.entries()) {
    for (const [column, text] of line.entries()) {
      if (text === '<' || text === '^') continue
      const after = line.slice(column + 1)
      const across = after.findIndex((one) => one !== '<')
      const below = rows.slice(row + 1).map((one) => one[column])
      const down = below.findIndex((one) => one !== '^')
      cells.push({
        row,
        column,
        text,
        rightToLeft: false,
        columns: 1 + (across < 0 ? after.length : across),
        rows: 1 + (down < 0 ? below.length : down),
      })
    }
  }
  const width = rows[0]?.length ?? 0
  return {
    found: 'unruled',
    columns: Array.from({ length: width }, (_, column) => ({
      from: column * columnWidth,
      to: (column + 1) * columnWidth - 20,
    })),
    rows: rows.map((_, row) => ({ from: row * distance, to: row * distance + height })),
    cells,
    ruledBelow: rows.map(() => false),
    namedRows: 0,
    ...change,
  }
}

export function segmentOf(text: string, from: number, top: number): Segment {
  return { text, from, to: from + letterWidth * text.length, top, bottom: top + height, size: height, fragments: [] }
}

/** Rows of text `apart` from top to top, each text at the left of its column moved by `shift`. */
export function linesOf(
  rows: readonly (readonly string[])[],
  apart = distance,
  shift: (row: number, column: number) => number = () => 0,
): TextRow[] {
  return rows.map((line, row) =>
    rowOf(
      line.flatMap((text, column) =>
        text === '' ? [] : [segmentOf(text, column * columnWidth + shift(row, column), row * apart)],
      ),
    ),
  )
}

export function groupsOf(lines: readonly TextRow[]): RowGroup[] {
  return lines.map(({ segments, top, bottom }) => ({ segments, alsoNext: [], top, bottom }))
}
