/** A workbook of whatever kind once it is open: its sheets in order, and what the values of their cells mean. */
import type { WorkContext } from '../../runtime/context.ts'
import type { CellSink } from './cell-sink.ts'
import type { FormatMeaning } from './number-format.ts'

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Only worksheets hold cells; chart sheets, dialogs and Excel 4 macros do not. Null when the part is missing. */
  readonly part: string | null
  readonly kind: 'worksheet' | 'other' | 'missing'
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly date1904: boolean
  /** By style index. */
  readonly formats: readonly FormatMeaning[]
  readonly strings: readonly string[]
  /** Bytes to be read of a sheet, unpacked, as far as the file declares them: for progress. */
  bytes(sheet: Sheet): number
  /** Sends the cells of a sheet to `sink`; `onBytes` hears how many bytes are done, for progress. */
  scan(sheet: Sheet, sink: CellSink, onBytes?: (done: number) => void): Promise<void>
}

export interface WorkbookFile {
  readonly path: string
  /** An existing folder for scratch files, which are gone when the workbook is closed. */
  readonly scratchDir: string
}

/**
 * Opens a workbook of some kind for `work` and closes it after. Fails with the reason a person is to be told; see
 * `failureReasons`.
 */
export type OpenWorkbook = <Result>(
  file: WorkbookFile,
  context: WorkContext,
  work: (workbook: Workbook) => Promise<Result>,
) => Promise<Result>
