/**
 * The usual range of a measure: median ± z robust standard deviations, each side by itself, so that a skewed measure has
 * a longer arm where its values have one (double median absolute deviation; Rosenmai 2013, modified z of Iglewicz and
 * Hoaglin 1993). Positive measures with a long upper tail are judged on logarithms, where their tail is none, and only at
 * their upper end: values near zero are no exceptions there.
 */

import type { Measure } from '../../../analysis/schema.ts'
import { shapeOfSample } from '../../../analysis/shape/values.ts'
import { moments } from '../../../analysis/statistics/moments.ts'
import { normalQuantile } from '../../../analysis/statistics/normal-distribution.ts'
import { quantileOfSorted } from '../../../analysis/statistics/quantiles.ts'
import type { Dialect } from '../../../source/dialect.ts'

export type Scale = 'plain' | 'log'

/** Modified z from which on a value is unusual among few. */
const leastZ = 3.5
/** Chance that any of n normal values lies outside: the more values, the further out the furthest of them. */
const chanceOfAny = 0.05
/** Φ⁻¹(3/4) inverted: median absolute deviations of a normal in a standard deviation. */
const deviations = 1.4826
const longTail = 0.4

/** Half-width of the usual range in median absolute deviations. */
export function widthsFor(n: number): number {
  const z = Math.max(leastZ, normalQuantile(1 - chanceOfAny / (2 * n)))
  return Number((deviations * z).toPrecision(6))
}

/** Logarithms only where they make the inner 98 % of the values less skewed. */
export function scaleOf({ numeric }: Measure, sample: Float64Array): Scale {
  if (!(numeric.min > 0)) return 'plain'
  const ascending = shapeOfSample(sample)
  const [low, high] = [quantileOfSorted(ascending, 0.01) ?? 0, quantileOfSorted(ascending, 0.99) ?? 0]
  const inner = ascending.filter((value) => value >= low && value <= high)
  const plain = moments(inner)?.skewness ?? 0
  const log = moments(inner.map(Math.log))?.skewness ?? 0
  return plain >= longTail && Math.abs(log) < plain ? 'log' : 'plain'
}

export interface UsualRange {
  readonly low: number
  readonly high: number
  readonly median: number
}

/** Of ascending values, on the scale given and back. Null where half of the values on a side are equal to the median. */
export function usualRange(ascending: Float64Array, widths: number, scale: Scale): UsualRange | null {
  const values = scale === 'log' ? ascending.map(Math.log) : ascending
  const middle = quantileOfSorted(values, 0.5)
  if (middle === null) return null
  let [down, up] = [0, values.length]
  while (down < values.length && (values[down] ?? 0) <= middle) down++
  while (up > 0 && (values[up - 1] ?? 0) >= middle) up--
  const below = medianOf(down, (place) => middle - (values[down - 1 - place] ?? 0))
  const above = medianOf(values.length - up, (place) => (values[up + place] ?? 0) - middle)
  if (!below || !above) return null
  const back = (value: number): number => (scale === 'log' ? Math.exp(value) : value)
  return {
    low: scale === 'log' ? Number.NEGATIVE_INFINITY : middle - widths * below,
    high: back(middle + widths * above),
    median: back(middle),
  }
}

/** Median of `n` ascending values by their place; null for none. */
function medianOf(n: number, at: (place: number) => number): number | null {
  if (n === 0) return null
  const middle = (n - 1) / 2
  const ends = [at(Math.floor(middle)), at(Math.ceil(middle))]
  return quantileOfSorted(ends, middle - Math.floor(middle))
}

/** The range and what lies outside it, exactly, over all rows. */
export function rangeSql(dialect: Dialect, relation: string, sql: string, widths: number, scale: Scale): string {
  const value = scale === 'log' ? `ln(${sql})` : dialect.double(sql)
  const back = (expression: string): string => (scale === 'log' ? `exp(${expression})` : expression)
  return `WITH present AS (SELECT ${dialect.double(sql)} AS x, ${value} AS y FROM ${relation} WHERE ${sql} IS NOT NULL),
middle AS (SELECT ${dialect.median('y')} AS m FROM present),
arms AS (
  SELECT m, ${dialect.median('m - y')} FILTER (WHERE y <= m) AS down, ${dialect.median('y - m')} FILTER (WHERE y >= m) AS up FROM present, middle GROUP BY m
), limits AS (SELECT m, ${widths} * down AS down, ${widths} * up AS up, ${scale === 'log' ? dialect.double("'-infinity'") : `m - ${widths} * down`} AS low, ${back(`m + ${widths} * up`)} AS high FROM arms),
judged AS (
  SELECT x, low, high, CASE WHEN x < low THEN (m - y) / down WHEN x > high THEN (y - m) / up END AS reach FROM present, limits
), furthest AS (SELECT ${dialect.valueAtMost('x', 'reach')} AS most_extreme FROM judged)
SELECT count(reach) AS count, ${dialect.ratio('count(reach)', 'count(*)')} AS share, ${dialect.countIf('x < low')} AS below, ${dialect.countIf('x > high')} AS above,
  greatest(any_value(low), min(x)) AS lowest_usual, least(any_value(high), max(x)) AS highest_usual,
  max(x) FILTER (WHERE x < low) AS nearest_below, min(x) FILTER (WHERE x > high) AS nearest_above,
  any_value(most_extreme) AS most_extreme, ${dialect.countIf('x = most_extreme')} AS ties, ${dialect.median('x')} AS median, count(*) AS n
FROM judged, furthest`
}
