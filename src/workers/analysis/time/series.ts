/** A series on a regular calendar grid. */

export type SeriesUnit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year'

/** One value a period, without holes: the detectors fill or refuse gaps before they come here. */
export interface RegularSeries {
  /** Start of each period, as ISO strings or milliseconds since 1970; as long as `values`, ascending. */
  readonly starts: readonly (string | number)[]
  /** Finite, no NaN. */
  readonly values: Float64Array
  readonly unit: SeriesUnit
}
