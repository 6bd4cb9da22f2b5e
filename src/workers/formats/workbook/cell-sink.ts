/** Where the cells of a sheet go as they are read, whatever kind of workbook they stand in. */
import type { CellRange } from '../../tables/grid/grid.ts'

/** Takes the non-empty cells of a sheet. `row` and `column` are zero-based; `style` indexes the workbook's cell formats. */
export interface CellSink {
  number(row: number, column: number, value: number, style: number): void
  /** A string by its index in the shared table, not yet checked against that table's length. */
  shared(row: number, column: number, index: number, style: number): void
  text(row: number, column: number, value: string, style: number): void
  boolean(row: number, column: number, value: boolean, style: number): void
  /** An ISO 8601 date as text (`t="d"`), as strict workbooks may hold. */
  isoDate(row: number, column: number, value: string, style: number): void
  /** `#N/A` and its kin. */
  error(row: number, column: number, code: string, style: number): void
  /** Rows that a program does not show, by hand or by a filter. `count` of them from `first` on. */
  hiddenRows?(first: number, count: number): void
  /** A filter is set on the sheet. */
  filtered?(): void
  /** A cell with a formula whose result is not in the file. */
  withoutResult?(row: number, column: number): void
  /** Columns that a program does not show, both included. */
  hiddenColumns?(first: number, last: number): void
  /** Called for each merged range; in workbooks of Excel these stand behind all cells. */
  merged?(range: CellRange): void
}
