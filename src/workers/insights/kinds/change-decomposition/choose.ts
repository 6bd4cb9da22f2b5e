/** Which two periods are compared, what lies between them, and whether they differ enough to be worth a sentence. */
import { levelOf, type PeriodTable, periodValue, wholeOf } from '../../../analysis/derive/period-change.ts'
import { changeShare } from '../../../analysis/derive/series.ts'
import { isRatio, type TableSchema } from '../../../analysis/schema.ts'
import { periodIndex, periodStart } from '../../../analysis/series/grid.ts'
import type { PeriodAxis } from '../../../analysis/series/periods.ts'
import { mean } from '../../../analysis/statistics/mean.ts'
import { moments } from '../../../analysis/statistics/moments.ts'
import type { Compared } from './query.ts'

export interface Comparison {
  readonly from: string
  readonly to: string
  readonly first: number
  readonly last: number
  readonly change: number
  /** Null where a share means nothing. */
  readonly share: number | null
  /** Of the change, in standard deviations of the measure or as the logarithm of the ratio: from the gate to large. */
  readonly size: { readonly value: number; readonly gate: number; readonly large: number }
  /** Periods averaged at each end: 1, or a tenth of a long series. */
  readonly window: number
  /** The same period a year before the last, where years are not what is compared. */
  readonly yearBefore: string | null
  /** The period before the last, where the comparison is over more than that. */
  readonly before: string | null
  /** Neighbours between which most of the change happened, or more than it in the other direction. */
  readonly step: { readonly from: string; readonly to: string } | null
  readonly rows: number
}

interface Point {
  readonly start: string
  readonly value: number
  readonly rows: number
  readonly times: number
  readonly variance: number
}

/** Part of the change since the first period that makes the last one the news. */
const leastRecentPart = 0.7
const leastStepPart = 0.5
/** With fewer periods, everything is a step. */
const leastPeriodsForStep = 4
const manySteps = 12
/** From so many periods on, a series is compared by the means of its ends. */
const manyPeriods = 30
/** In a long series a step back is nothing out of the way. */
const mostPeriodsForTurns = 30
/** Times that a period must hold, of those the fullest holds, to be compared. */
const leastTimesPart = 0.9
/** Events in a period, below which nothing is said of it. */
const leastRows = 5
/** Standard errors a change must be large of, for rows that happen by chance. */
const leastErrors = 3
/** Typical steps from one period to the next that a change must be large of, where a period has one value. */
const leastSteps = 2

export function compare(
  schema: TableSchema,
  periods: PeriodAxis,
  compared: Compared,
  table: PeriodTable,
  variances: ReadonlyMap<string, number>,
): Comparison | null {
  const points = pointsOf(periods, compared, table, variances)
  const [first, before, last] = [points[0], points.at(-2), points.at(-1)]
  if (first === undefined || before === undefined || last === undefined || points.length < 2) return null
  if (periods.kind === 'series' && points.length >= manyPeriods) return compareEnds(compared, points)
  const recent = points.length > 2 && isRecent(first.value, before.value, last.value)
  const start = recent ? before : first
  if (!isSameThings(schema, periods, compared, start, last)) return null
  const change = last.value - start.value
  const level = levelOf(points.map(({ value }) => value))
  const ratio = compared.measure === null || isRatio(compared.measure)
  const share = changeShare(start.value, last.value, level, ratio)
  const size = sizeOf(compared, start.value, last.value, share)
  if (!(size.value >= size.gate) || !isStable(periods, compared, points, start, last)) return null
  return {
    from: start.start,
    to: last.start,
    first: start.value,
    last: last.value,
    change,
    share,
    size,
    window: 1,
    yearBefore: yearBeforeOf(periods, points, start),
    before: points.length > 2 && !recent ? before.start : null,
    step: recent ? null : stepOf(points, change),
    rows: points.reduce((sum, { rows }) => sum + rows, 0),
  }
}

/**
 * The first tenth of a long series against the last: single periods so far apart say more of themselves than of the
 * series. Null where the means differ by less than such means do by chance, or by less than the periods are spread.
 */
function compareEnds({ measure, form }: Compared, points: readonly Point[]): Comparison | null {
  const values = points.map(({ value }) => value)
  const window = Math.floor(points.length / 10)
  const spread = moments(values)
  const [first, last] = [mean(values.slice(0, window)), mean(values.slice(-window))]
  const [from, to] = [points[0]?.start, points.at(-1)?.start]
  if (spread === null || first === null || last === null || from === undefined || to === undefined) return null
  const change = last - first
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)))
  if (Math.abs(change) < leastErrors * (typicalStep(steps) / Math.sqrt(window))) return null
  const size = { value: Math.abs(change) / spread.sd, gate: 0.8, large: 3 }
  if (!(size.value >= size.gate)) return null
  return {
    from,
    to,
    first,
    last,
    change,
    share: changeShare(first, last, levelOf(values), measure === null || form === 'total' || isRatio(measure)),
    size,
    window,
    yearBefore: null,
    before: null,
    step: null,
    rows: points.reduce((sum, { rows }) => sum + rows, 0),
  }
}

/** Null where the comparison is with that period already. */
function yearBeforeOf({ grain, step, starts }: PeriodAxis, points: readonly Point[], start: Point): string | null {
  const inYear = grain === 'month' ? 12 : grain === 'quarter' ? 4 : null
  const last = points.at(-1)?.start
  if (inYear === null || last === undefined || inYear % step !== 0) return null
  const before = periodStart(periodIndex(last, grain) - inYear, grain)
  return starts.includes(before) && before !== start.start && points.some((point) => point.start === before)
    ? before
    : null
}

/** Complete periods with a value, those with far fewer times than the others left out. */
function pointsOf(
  { starts, kind, native }: PeriodAxis,
  { form }: Compared,
  table: PeriodTable,
  variances: ReadonlyMap<string, number>,
): Point[] {
  const points = starts.flatMap((start): Point[] => {
    const cell = wholeOf(table, start)
    const value = cell === null ? null : periodValue(cell, form)
    if (cell === null || value === null || cell.rows === 0) return []
    return [{ start, value, rows: cell.rows, times: cell.times, variance: variances.get(start) ?? 0 }]
  })
  if (native || kind === 'events') return points
  const most = Math.max(...points.map(({ times }) => times))
  return points.filter(({ times }) => times >= leastTimesPart * most)
}

/** Whether the last period is the news: most of the change came with it, or it undid more than there was. */
function isRecent(first: number, before: number, last: number): boolean {
  return Math.abs(last - before) >= leastRecentPart * Math.abs(last - first)
}

/** An average over other things than before says nothing of any of them. */
function isSameThings(
  { order }: TableSchema,
  { kind }: PeriodAxis,
  { form }: Compared,
  start: Point,
  end: Point,
): boolean {
  if ((order?.kind ?? kind) === 'events' || form === 'total') return true
  const [before, after] = [start.rows / start.times, end.rows / end.times]
  return Math.abs(after - before) <= 0.05 * Math.max(before, after)
}

function sizeOf({ measure }: Compared, first: number, last: number, share: number | null): Comparison['size'] {
  if (share !== null && first * last > 0) {
    return { value: Math.abs(Math.log(last / first)), gate: 0.04, large: 0.7 }
  }
  const sd = measure?.numeric.sd ?? Math.max(1e-300, Math.abs(first))
  return { value: Math.abs(last - first) / sd, gate: 0.2, large: 1.5 }
}

/**
 * Whether the change is more than the rows, or the neighbouring periods, would make by chance. No test, for nothing is
 * inferred: what two periods are is a fact, but one that would be another tomorrow is not worth a sentence.
 */
function isStable(
  { kind, native }: PeriodAxis,
  { form, measure, rate }: Compared,
  points: readonly Point[],
  start: Point,
  end: Point,
): boolean {
  const change = Math.abs(end.value - start.value)
  const events = kind === 'events'
  if (events && Math.min(start.rows, end.rows) < leastRows) return false
  // In a panel the things differ from each other far more than each does from itself.
  if (rate === null && (events || (kind === 'series' && !native))) {
    const error = Math.sqrt(
      [start, end].reduce((sum, point) => sum + errorOf(point, form, events, measure === null), 0),
    )
    if (change < leastErrors * error) return false
  }
  if (events) return true
  if (points.length < leastPeriodsForStep) return true
  const steps = points.slice(1).map(({ value }, index) => Math.abs(value - (points[index]?.value ?? value)))
  const typical = typicalStep(steps)
  // Steps all the same way add up to a change; steps up and down by turns do not.
  const sameWay = points.slice(1).filter(({ value }, index) => {
    return (value - (points[index]?.value ?? value)) * (end.value - start.value) > 0
  })
  return change >= leastSteps * typical || sameWay.length === steps.length
}

/** Over many periods the root mean square, for the ends are as wild as the rest; over few, one step may be all there is. */
function typicalStep(steps: readonly number[]): number {
  if (steps.length >= manySteps) return Math.sqrt(steps.reduce((sum, step) => sum + step ** 2, 0) / steps.length)
  return [...steps].sort((left, right) => left - right)[Math.floor(steps.length / 2)] ?? 0
}

/**
 * Squared standard error of a period's value, its rows taken as independent; of sums of events, whose number is chance as
 * well, of that too.
 */
function errorOf(
  { rows, times, variance, value }: Point,
  form: Compared['form'],
  events: boolean,
  counted: boolean,
): number {
  if (counted) return rows
  switch (form) {
    case 'average':
      return variance / Math.max(1, rows)
    case 'level':
      return (rows * variance) / times ** 2
    case 'total':
      return rows * variance + (events ? value ** 2 / Math.max(1, rows) : 0)
  }
}

function stepOf(points: readonly Point[], change: number): Comparison['step'] {
  if (points.length < leastPeriodsForStep) return null
  const steps = points.slice(1).flatMap((point, index) => {
    const previous = points[index]
    return previous === undefined ? [] : [{ from: previous.start, to: point.start, size: point.value - previous.value }]
  })
  const largest = steps.reduce<(typeof steps)[number] | null>(
    (most, step) => (most === null || Math.abs(step.size) > Math.abs(most.size) ? step : most),
    null,
  )
  if (points.length > mostPeriodsForTurns && (largest?.size ?? 0) * change < 0) return null
  if (largest === null || Math.abs(largest.size) < leastStepPart * Math.abs(change)) return null
  return { from: largest.from, to: largest.to }
}
