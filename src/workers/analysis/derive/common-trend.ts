/** Whether most of several series rise, or fall, and what the others do: from the rows of their period queries. */
import { type CommonPattern, commonPattern } from '../statistics/common-pattern.ts'
import { seasonality } from '../time/seasonality.ts'
import { type TrendResult, trend } from '../time/trend.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { seriesOf } from './series.ts'

/** How sure the trend of one sibling must be to count as one. */
const surely = 0.05
const leastSiblings = 4

export interface Sibling {
  readonly name: string
  readonly result: TrendResult
  /** Periods with a value, and rows in them. */
  readonly periods: number
  readonly rows: number
}

export interface CommonTrend {
  readonly common: CommonPattern
  /**
   * p that under half of the siblings have the trend, whatever their dependence: the p of the sibling just beyond the
   * half, times siblings over its rank.
   *
   * Source: Rüger, Metrika 25 (1978).
   */
  readonly p: number
}

/** Null unless more than half rise, or fall, surely and noticeably. */
export function commonTrend(siblings: readonly Sibling[]): CommonTrend | null {
  const common = commonPattern(
    siblings.map(({ name, result }) => ({ name, pattern: patternOf(result), weight: Math.abs(result.level) })),
    leastSiblings,
  )
  if (common === null) return null
  const rank = Math.floor(siblings.length / 2) + 1
  const agreeing = siblings
    .map(({ result }) => (result.direction === common.pattern ? result.p : 1))
    .sort((a, b) => a - b)
  return { common, p: Math.min(1, ((agreeing[rank - 1] ?? 1) * siblings.length) / rank) }
}

function patternOf({ direction, gate, p, slopeLow, slopeHigh }: TrendResult): string | null {
  return direction !== 'none' && gate && p < surely && slopeLow * slopeHigh > 0 ? direction : null
}

/** Columns: sibling, period, value, rows. Parameters: those of a series, and the exception whose course is told. */
export function commonTrendNumbers(columns: Columns, parameters: Parameters): Numbers {
  const siblings = siblingsOf(columns, parameters)
  const found = commonTrend(siblings)
  const exception = siblings.find(({ name }) => name === parameters.exception)
  return {
    members: found?.common.members.length ?? null,
    siblings: siblings.length,
    exception_first: exception?.result.ends.first ?? null,
    exception_last: exception?.result.ends.last ?? null,
    periods: Math.max(...siblings.map(({ periods }) => periods)),
    n: siblings.reduce((sum, { rows }) => sum + rows, 0),
    p: found?.p ?? null,
  }
}

export function siblingsOf([names = [], ...columns]: Columns, parameters: Parameters): Sibling[] {
  const rows = new Map<string, number[]>()
  for (const [row, name] of names.entries()) rows.set(String(name), [...(rows.get(String(name)) ?? []), row])
  return [...rows].map(([name, own]) => {
    const series = seriesOf(
      columns.map((column) => own.map((row) => column[row])),
      parameters,
    )
    const season = seasonality(series).found?.period ?? null
    return { name, result: trend(series, season), periods: series.observed, rows: series.rows }
  })
}
