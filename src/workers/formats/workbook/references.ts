/** Cell references (`B12`, `A1:C3`) to zero-based rows and columns and back. */
import type { CellRange } from '../../tables/grid/grid.ts'

/** `A` for 0, `XFD` for 16383. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

export function cellReference(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

/** Reads `A1:C3`, `$A$1:$C$3` or a single `A1`; null for anything else. */
export function parseRange(text: string): CellRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(text.trim())
  if (match === null) return null
  const [, firstLetters = '', firstDigits = '', lastLetters = firstLetters, lastDigits = firstDigits] = match
  const rows = [Number(firstDigits) - 1, Number(lastDigits) - 1] as const
  const columns = [columnIndex(firstLetters), columnIndex(lastLetters)] as const
  if (Math.min(...rows) < 0) return null
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  }
}

/** 0 for `A`, in either case. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}
