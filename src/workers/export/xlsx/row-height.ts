/** Heights of rows whose texts take several lines: not every program that opens a workbook works them out itself. */
import type { Cell, CellObject } from 'write-excel-file/node'

/** Points of a line at the workbook's font size of 11, by the font size of the text. */
const pointsOfLine = 15 / 11
const usualSize = 11
/** Characters of a line by the width of its column: words are broken whole, and bold letters are wider. */
const fill = 0.92
/** Excel's most, points. */
const highest = 409

/** `widths`: of the columns, in characters. */
export function asHighAsItsTexts(row: readonly Cell[], widths: readonly number[]): Cell[] {
  const heights = row.map((cell, column) => {
    if (!isWrapped(cell)) return 0
    const size = cell.fontSize ?? usualSize
    const room = (widths[column] ?? 0) * fill * (usualSize / size)
    const lines = String(cell.value).split('\n')
    const count = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0)
    return count > 1 ? count * size * pointsOfLine : 0
  })
  const height = Math.min(highest, Math.max(0, ...heights))
  const tallest = heights.indexOf(Math.max(0, ...heights))
  if (height === 0) return [...row]
  return row.map((cell, column) => (column === tallest && isWrapped(cell) ? { ...cell, height } : cell))
}

function isWrapped(cell: Cell): cell is CellObject & { readonly value: string } {
  return typeof cell === 'object' && cell !== null && 'wrap' in cell && cell.wrap === true && cell.value !== undefined
}
