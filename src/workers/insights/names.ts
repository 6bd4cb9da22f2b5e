/**
 * Which numbers the `evidence.values` of a kind of insight hold, and which names its `details` and `location`. Sentences
 * and charts are written from them; a test checks that every draft has exactly these.
 *
 * All of `values` are numbers, or null where noted. Shares run from 0 to 1. Numbers with a unit are in the column's own.
 * Periods are ISO texts of their start: `2024-03-01`, or `2024-03-01T14:00:00.000Z` for hours.
 */
export interface Names {
  readonly values: Readonly<Record<string, string>>
  readonly details: Readonly<Record<string, string>>
  /** What `location` holds; absent when the statement holds for the whole table. */
  readonly location?: string
  /** What `columns` holds, in this order. */
  readonly columns: readonly string[]
}

/** Every detail of a statement about a time series. */
export const seriesDetails = {
  time: 'name of the time column',
  measure: 'name of the measure, or null when rows are counted',
  grain: 'hour, day, week, month, quarter or year',
  aggregate: 'sum, mean or count: how the rows of a period were made one number',
  from: 'first period analysed',
  to: 'last period analysed',
  dropped: 'how many partial first and last periods were left out: 0, 1 or 2',
} as const

export type ValueName<N extends Names> = keyof N['values'] & string
export type DetailName<N extends Names> = keyof N['details'] & string

/** What every statement about a series has, whatever else it says. */
export interface SeriesNames extends Names {
  readonly values: { readonly periods: string; readonly n: string }
  readonly details: typeof seriesDetails
}

/** What every statement about one measure has. */
export interface MeasureNames extends Names {
  readonly details: { readonly measure: string }
}
