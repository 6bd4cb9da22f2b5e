/** Groups of a dimension. */
import type { GroupSummary } from './statistics/welch-anova.ts'

/** Rows of one group, with the mean and variance of every measure. */
export interface GroupRow {
  readonly group: string
  readonly rows: number
  /** By position in `schema.measures`. */
  readonly summaries: readonly GroupSummary[]
}
