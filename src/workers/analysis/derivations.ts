/**
 * The named functions by which numbers follow from the rows of an evidence query, where SQL alone does not give them.
 * Each takes columns of the query, in order, and constants; each gives numbers by name. Pure and deterministic.
 */
import type { Derivation, Scalar } from '../../shared/story/insight.ts'
import { associationNumbers, concentrationNumbers } from './derive/categories.ts'
import { correlationNumbers } from './derive/correlation.ts'
import { gapNumbers } from './derive/gaps.ts'
import { groupDifferenceNumbers, kruskalWallisNumbers } from './derive/groups.ts'
import { outlierNumbers, recordNumbers, seasonNumbers, trendNumbers } from './derive/series.ts'

export type Columns = readonly (readonly unknown[])[]
export type Parameters = Readonly<Record<string, Scalar>>
export type Numbers = Readonly<Record<string, number | null>>
export type DerivedFunction = (columns: Columns, parameters: Parameters) => Numbers

export const derivations: Readonly<Record<string, DerivedFunction>> = {
  /** (period, value, rows; grain, step, fill, even_lengths, season, true_zero) */
  trend: trendNumbers,
  /** (period, value, rows; grain, step, fill, even_lengths, period) */
  seasonality: seasonNumbers,
  /** (period, value, rows; grain, step, fill, even_lengths, season, at) */
  time_outlier: outlierNumbers,
  /** (period, value, rows; grain, step, fill, even_lengths) */
  record: recordNumbers,
  /** (x, y) */
  correlation: correlationNumbers,
  /** (group, n, mean, variance; best, worst, independent) */
  group_difference: groupDifferenceNumbers,
  /** (group, value; independent) */
  kruskal_wallis: kruskalWallisNumbers,
  /** (period, rows; grain, step) */
  time_gaps: gapNumbers,
  /** (amount) */
  concentration: concentrationNumbers,
  /** (first, second, rows; first_value, second_value) */
  association: associationNumbers,
}

const latest = new WeakMap<object, Map<string, Numbers>>()

/** One result of a derivation over the columns of its query. Throws for an unknown function, column or result. */
export function derive(derivation: Derivation, columns: Readonly<Record<string, unknown[]>>): number | null {
  const { result } = derivation
  const key = JSON.stringify([derivation.function, derivation.columns, derivation.parameters])
  const known = latest.get(columns) ?? new Map<string, Numbers>()
  latest.set(columns, known)
  let numbers = known.get(key)
  if (numbers === undefined) {
    const run = derivations[derivation.function]
    if (run === undefined) throw new Error(`No derivation named ${derivation.function}`)
    const wanted = derivation.columns.map((name) => {
      const column = columns[name]
      if (column === undefined) throw new Error(`The evidence query has no column ${name}`)
      return column
    })
    numbers = run(wanted, derivation.parameters)
    known.set(key, numbers)
  }
  const value = numbers[result]
  if (value === undefined) throw new Error(`${derivation.function} gives no ${result}`)
  return value
}
