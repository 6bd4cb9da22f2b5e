/**
 * A file of a statistics program: one table, whose columns have a label beside their name, and whose values may stand for
 * what a label says (1 for "Strongly agree") or be declared missing (99, "no answer").
 */

/** Stands for a value that the file itself declares missing, as against none at all (null). */
export const declaredMissing = Symbol('declared missing')

export type LabelledValue = number | string | null | typeof declaredMissing

export interface LabelledColumn {
  readonly name: string
  /** Empty where the file has none. */
  readonly label: string
  /** What values stand for, in the file's order; null where none has a label. */
  readonly valueLabels: ReadonlyMap<number | string, string> | null
  /** The file says that its values are steps from low to high. */
  readonly isOrdinal: boolean
  /** How a number of this column is written: a date, a share, a plain number. */
  readonly textOf: (value: number) => string
}

export interface LabelledFile {
  readonly columns: readonly LabelledColumn[]
  /** Name of the column by which the file has its rows counted; null where each counts once. */
  readonly weight: string | null
  /**
   * Gives every row, a value a column; `onRow` keeps none of them. `between` is awaited every so often, with the share
   * of the file that is read. It may be asked more than once.
   */
  readonly walk: (
    onRow: (values: readonly LabelledValue[]) => void,
    between: (done: number) => Promise<void>,
  ) => Promise<void>
}

/** Plain writing of a number; a negative zero is zero. */
export function numberText(value: number): string {
  return String(value === 0 ? 0 : value)
}
