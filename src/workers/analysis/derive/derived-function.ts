/** A pure, deterministic function by which numbers of a statement follow from the rows of its evidence query. */
import type { Scalar } from '../../../shared/story/insight.ts'

/** Columns of a query, in the order of the function's arguments; each as long as the query has rows. */
export type Columns = readonly (readonly unknown[])[]
/** Constants of the function: a grain, a period, a chosen group. */
export type Parameters = Readonly<Record<string, Scalar>>
/** Results by name; null where there is none. */
export type Numbers = Readonly<Record<string, number | null>>
export type DerivedFunction = (columns: Columns, parameters: Parameters) => Numbers
