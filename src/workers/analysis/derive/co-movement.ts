/** Whether two series move together, from the rows of a query of both by period. */
import { type Grain, type Grid, gridSeries } from '../series/grid.ts'
import { type CoMovement, coMovement } from '../statistics/co-movement.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

/** Two series over the same periods, evenly spaced, each without its line and its season. */
export interface CoursePair {
  readonly left: Float64Array
  readonly right: Float64Array
  /** Periods in which both had a value. */
  readonly observed: number
  readonly rows: number
}

export interface CourseOptions extends Grid {
  /** Length of the season in periods; null for none. */
  readonly season: number | null
  /** Whether steps are compared as multiples: of amounts that grow, the latest steps would else be all there is. */
  readonly multiples: boolean
}

/** Below this share of the periods between the first and the last, straight lines over holes would move together. */
const leastCoverage = 0.9

/** Of the columns period, first, second, rows. Null where too few periods have both. */
export function coursePair(columns: Columns, { season, multiples, ...grid }: CourseOptions): CoursePair | null {
  const [periods = [], firsts = [], seconds = [], rows = []] = columns
  const both = periods.map((_, index) => isNumber(firsts[index]) && isNumber(seconds[index]))
  const kept = (values: readonly unknown[]) => values.filter((_, index) => both[index])
  const scaled = (values: readonly unknown[]) =>
    multiples ? kept(values).map((value) => Math.log(Number(value))) : kept(values)
  const [left, right] = [firsts, seconds].map((values) =>
    gridSeries(kept(periods), scaled(values), kept(rows), grid, 'line'),
  )
  if (!left || !right || left.observed < leastCoverage * left.values.length) return null
  if (left.values.length !== right.values.length) return null
  return {
    left: withoutCourse(left.values, season),
    right: withoutCourse(right.values, season),
    observed: left.observed,
    rows: left.rows,
  }
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value)
}

/** What a least-squares line and the means of the season's phases leave. O(n). */
export function withoutCourse(values: Float64Array, season: number | null): Float64Array {
  const n = values.length
  const phases = season !== null && season > 1 && n >= 2 * season ? season : 1
  const straight = withoutLine(values)
  const sums = new Float64Array(phases)
  const counts = new Float64Array(phases)
  for (const [index, value] of straight.entries()) {
    sums[index % phases] = (sums[index % phases] ?? 0) + value
    counts[index % phases] = (counts[index % phases] ?? 0) + 1
  }
  return straight.map((value, index) => value - (sums[index % phases] ?? 0) / (counts[index % phases] ?? 1))
}

function withoutLine(values: Float64Array): Float64Array {
  const n = values.length
  const middle = (n - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  let products = 0
  let squares = 0
  for (const [index, value] of values.entries()) {
    products += (index - middle) * (value - mean)
    squares += (index - middle) ** 2
  }
  const slope = squares > 0 ? products / squares : 0
  return values.map((value, index) => value - mean - slope * (index - middle))
}

/** Enough that a p can be far below the level of the control. */
const simulations = 2999
/** Part of the largest correlation at any lag that makes the one at once the plainer thing to say. */
const nearlyAsLarge = 0.75

/**
 * The lag and correlation at which two series move together, with its test. What moves together at once, and nearly as
 * much a period later, moves at once: steps that run on make neighbouring lags alike.
 */
export function movementOf(pair: CoursePair, seed: number): CoMovement | null {
  const quick = movementUntested(pair)
  if (quick === null) return null
  return coMovement(pair.left, pair.right, { simulations, seed, ...(quick.lag === 0 ? { highestLag: 0 } : {}) })
}

/** The same without the test: `p` is 1. */
export function movementUntested({ left, right }: CoursePair): CoMovement | null {
  const atAnyLag = coMovement(left, right, untested)
  const atOnce = coMovement(left, right, { ...untested, highestLag: 0 })
  if (atAnyLag === null || atOnce === null) return atAnyLag
  return Math.abs(atOnce.correlation) >= nearlyAsLarge * Math.abs(atAnyLag.correlation) ? atOnce : atAnyLag
}

const untested = { simulations: 0 } as const

export function coMovementNumbers(columns: Columns, parameters: Parameters): Numbers {
  const { grain, step, season, multiples, seed } = parameters
  const pair = coursePair(columns, {
    grain: String(grain) as Grain,
    step: Number(step),
    season: typeof season === 'number' ? season : null,
    multiples: multiples === true,
  })
  const movement = pair === null ? null : movementOf(pair, Number(seed))
  if (pair === null || movement === null) throw new Error('These series are too short to be compared')
  return {
    correlation: movement.correlation,
    lag: Math.abs(movement.lag),
    periods: pair.observed,
    n: pair.rows,
    p: movement.p,
  }
}
