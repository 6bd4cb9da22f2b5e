/** A sheet of the workbook a story is written as. */
import type { Cell } from 'write-excel-file/node'

export interface WrittenSheet {
  /** As wanted: made fit and unique where the workbook is put together. */
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Widths of its columns, in characters. */
  readonly widths: readonly number[]
  /** Rows that stay in view, from the top. */
  readonly stickyRows: number
}

const narrowest = 9
const widest = 42

/** Widths that show most values whole, from the header and the first rows; shown numbers rarely have more digits. */
export function widthsOf(header: readonly string[], rows: readonly (readonly unknown[])[]): number[] {
  const shown = rows.slice(0, 100)
  return header.map((name, column) => {
    const lengths = shown.map((row) => {
      const value = row[column]
      return typeof value === 'string' ? value.length : typeof value === 'number' ? Math.min(14, `${value}`.length) : 10
    })
    return Math.min(widest, Math.max(narrowest, Math.min(24, name.length + 2), ...lengths.map((length) => length + 2)))
  })
}
