/** What a series does over its whole length, in a word: it stays, rises, bends, steps, or follows a curve. */
import { autoregressiveRegression } from '../statistics/autoregressive-regression.ts'
import { bendColumn, bestBends } from '../statistics/bends.ts'
import { levelShifts } from '../statistics/level-shifts.ts'
import { predictiveTail } from '../statistics/predictive-tail.ts'
import { supBendBootstrap } from '../statistics/sup-bend.ts'
import { supF, supFBootstrap } from '../statistics/sup-f.ts'
import { medianSlope } from '../statistics/theil-sen-slope.ts'
import { withoutWildValues } from '../statistics/wild-values.ts'
import { deseasonalise } from './season-profile.ts'

export type Course = 'steady' | 'accelerating' | 'levelling off'

interface Described {
  /** The series without its season. */
  readonly values: Float64Array
  /** The shape that was fitted to it. */
  readonly fitted: Float64Array
  /** AR(1) coefficient of what that leaves, 0 to .97. */
  readonly autoregression: number
  /** Whether season and scatter go in proportion to the level: the shape was fitted to logarithms. */
  readonly proportional: boolean
}

/**
 * `places` are the first periods of new levels, or the periods at which a slope changes; ascending. `p` of the largest
 * of them, against noise as dependent as that of the series.
 */
export type SeriesShape =
  | ({ readonly kind: 'flat' } & Described)
  | ({ readonly kind: 'course'; readonly course: Course } & Described)
  | ({ readonly kind: 'steps'; readonly places: readonly number[]; readonly p: number } & Described)
  | ({ readonly kind: 'bends'; readonly places: readonly number[]; readonly p: number } & Described)

/** Fewer periods show no change within them. */
export const leastLength = 24
/** Parameters of each shape in the comparison; a place that is searched for costs as much as the change at it. */
const parameters = { constant: 1, line: 2, curve: 3.5, firstStep: 3, furtherStep: 2, firstBend: 3.5, furtherBend: 2 }
/** Steps and bends are believed up to this p; a line or curve is told where they are not. */
const stepLevel = 0.05
/** Stricter: a line taken for a bend loses what is sure of it, its trend, for what is not. */
const bendLevel = 0.01
const simulations = 199
/** Growth over the whole series, in powers of e. */
const growths = [1, 2, 4, 8] as const
/** How dependent what is left may be before it could be a random walk, in which steps and bends mean nothing. */
export const nearlyRandomWalk = 0.9
/** n·(1 − φ̂) of a walk around a line bent once or twice is seldom larger; some more than Dickey and Fuller's 21.8. */
const walkBound = 30
/** Periods around a step that are tried for its place, once the noise is known. */
const nearby = 8
const mostBends = 3

interface Fit {
  readonly scale: Scale
  readonly shape: 'constant' | 'line' | 'curve' | 'steps' | 'bends'
  readonly bic: number
  readonly places: readonly number[]
  readonly fitted: Float64Array
  readonly autoregression: number
}

/**
 * The shape that describes the deseasonalised series best by BIC, with AR(1) errors. Steps and bends are confirmed by
 * simulation, and where they leave what could be a random walk, by the jump itself and by the pace of its steps; what is
 * not confirmed gives way to the best of the others. Null below 24 periods or without spread. O(200 · n).
 *
 * Source: Schwarz, Ann. Statist. 6 (1978); see `supFBootstrap` and `supBendBootstrap`.
 */
export function seriesShape(series: Float64Array, seasonalPeriod: number | null, seed = 1): SeriesShape | null {
  if (series.length < leastLength || series.every((value) => value === series[0])) return null
  const fits = scalesOf(series, seasonalPeriod).flatMap(fitsOf)
  for (const fit of fits.sort((left, right) => left.bic - right.bic)) {
    const { scale, places, autoregression } = fit
    const values = scale.values
    const fitted = scale.proportional ? fit.fitted.map(Math.exp) : fit.fitted
    const described = {
      values: scale.proportional ? values.map(Math.exp) : values,
      fitted,
      autoregression,
      proportional: scale.proportional,
    }
    switch (fit.shape) {
      case 'constant':
        return { kind: 'flat', ...described }
      case 'line':
      case 'curve': {
        const turn = turnOf(fitted)
        if (turn === null) return { kind: 'course', course: courseOf(fitted), ...described }
        const p = bendP(scale.tamed, fit, seed)
        if (p <= bendLevel) return { kind: 'bends', places: [turn], p, ...described }
        break
      }
      case 'steps': {
        const p = stepP(scale.tamed, fit, seed)
        if (p <= stepLevel) return { kind: 'steps', places, p, ...described }
        break
      }
      case 'bends': {
        const p = bendP(scale.tamed, fit, seed)
        if (p > bendLevel) break
        const told = scale.proportional ? bendsInLevel(fit, fitted) : places
        // What only changes its pace, and several times, follows a curve.
        const curve = told.length === 0 || (told.length > 1 && goesOneWay(fitted))
        if (curve) return { kind: 'course', course: courseOf(fitted), ...described }
        return { kind: 'bends', places: told, p, ...described }
      }
    }
  }
  throw new Error('A constant was not among the shapes of a series')
}

/** The series without its season, as it is or in logarithms. */
interface Scale {
  readonly values: Float64Array
  /** The same without single wild values: what shapes are fitted to. */
  readonly tamed: Float64Array
  readonly proportional: boolean
  /** Added to −2 · log likelihood, so that it is that of the values and not of their logarithms. */
  readonly correction: number
}

/** Least ratio of the largest to the smallest value at which logarithms tell another story. */
const leastRatio = 1.5

function scalesOf(series: Float64Array, period: number | null): Scale[] {
  const scaleOf = (given: Float64Array, proportional: boolean, correction: number): Scale => {
    const values = deseasonalise(given, period, medianSlope(given) ?? 0)
    return { values, tamed: withoutWildValues(values), proportional, correction }
  }
  const scales = [scaleOf(series, false, 0)]
  const lowest = Math.min(...series)
  if (lowest > 0 && Math.max(...series) >= leastRatio * lowest) {
    const logs = series.map(Math.log)
    const correction = 2 * logs.reduce((sum, value) => sum + value, 0)
    scales.push(scaleOf(logs, true, correction))
  }
  return scales
}

function fitsOf(scale: Scale): Fit[] {
  const { tamed: values, correction } = scale
  const n = values.length
  const fits: Fit[] = []
  const add = (shape: Fit['shape'], columns: readonly Float64Array[], cost: number, places: readonly number[] = []) => {
    const { residuals, logLikelihood, autoregression } = autoregressiveRegression(columns, values)
    const fitted = values.map((value, index) => value - (residuals[index] ?? 0))
    const bic = -2 * logLikelihood + correction + cost * Math.log(n)
    fits.push({ scale, shape, bic, places, fitted, autoregression })
    return autoregression
  }
  const constant = new Float64Array(n).fill(1)
  const time = constant.map((_, index) => (index - (n - 1) / 2) / n)
  add('constant', [constant], parameters.constant)
  const noise = add('line', [constant, time], parameters.line)
  add('curve', [constant, time, time.map((value) => value * value)], parameters.curve)
  for (const growth of growths) {
    add('curve', [constant, time.map((value) => Math.exp(growth * (value - 0.5)))], parameters.curve)
    add('curve', [constant, time.map((value) => Math.exp(-growth * (value + 0.5)))], parameters.curve)
  }
  const stepsAt = (places: readonly number[]) =>
    add(
      'steps',
      [constant, ...places.map((place) => constant.map((_, index) => (index >= place ? 1 : 0)))],
      parameters.firstStep + parameters.furtherStep * (places.length - 1),
      places,
    )
  const single = supF(values, 0.05)?.place
  if (single !== undefined) {
    for (let place = single - nearby; place <= single + nearby; place++)
      if (place > 2 && place < n - 2) stepsAt([place])
  }
  const shifts = levelShifts(values, { shortestSegment: Math.max(5, Math.ceil(n / 20)) })?.shifts ?? []
  if (shifts.length > 1) stepsAt(shifts)
  for (const bends of bestBends(values, mostBends, noise)) {
    const columns = [constant, time, ...bends.map((bend) => bendColumn(n, bend))]
    add('bends', columns, parameters.firstBend + parameters.furtherBend * (bends.length - 1), bends)
  }
  return fits
}

function stepP(values: Float64Array, { places, autoregression }: Fit, seed: number): number {
  const p = supFBootstrap(values, { simulations, seed, trim: 0.1 })?.tailP ?? 1
  if (p > stepLevel || autoregression < nearlyRandomWalk) return p
  // In a walk a step is a jump beyond its other steps.
  const jumps = differences(values).map(Math.abs)
  const at = new Set(places.map((place) => place - 1))
  const others = jumps.filter((_jump, index) => !at.has(index))
  const largest = Math.max(...[...at].map((index) => jumps[index] ?? 0))
  const tail = predictiveTail(others, [largest])?.[0] ?? 1
  return Math.max(p, Math.min(1, jumps.length * tail))
}

function bendP(values: Float64Array, { autoregression }: Fit, seed: number): number {
  const p = supBendBootstrap(values, { simulations, seed, trim: 0.1 })?.tailP ?? 1
  const couldBeWalk = autoregression >= Math.min(nearlyRandomWalk, 1 - walkBound / values.length)
  if (p > bendLevel || !couldBeWalk) return p
  // A walk whose drift changes has steps whose mean changes.
  return Math.max(p, supFBootstrap(differences(values), { simulations, seed, trim: 0.1 })?.tailP ?? 1)
}

function goesOneWay(fitted: Float64Array): boolean {
  const direction = Math.sign((fitted.at(-1) ?? 0) - (fitted[0] ?? 0))
  return fitted.every((value, index) => index === 0 || direction * (value - (fitted[index - 1] ?? 0)) >= 0)
}

/** Growth that slows may still add more each time: of a bend in logarithms, the places where the level bends the same way. */
function bendsInLevel({ places, fitted: logs }: Fit, levels: Float64Array): number[] {
  const stops = [0, ...places, levels.length - 1]
  return places.filter((place, position) => {
    const [start = 0, end = 0] = [stops[position], stops[position + 2]]
    const turn = (of: Float64Array): number => {
      const slope = (from: number, to: number): number => ((of[to] ?? 0) - (of[from] ?? 0)) / Math.max(1, to - from)
      return slope(place, end) - slope(start, place)
    }
    return turn(logs) * turn(levels) > 0
  })
}

function differences(values: Float64Array): Float64Array {
  return values.slice(1).map((value, index) => value - (values[index] ?? 0))
}

/** Share of the whole movement that lies on either side of a turn. */
const leastSide = 0.25

/** Where a curve turns from rising to falling or back, with a good part of its movement on either side; else null. */
function turnOf(fitted: Float64Array): number | null {
  const [first = 0, last = 0] = [fitted[0], fitted.at(-1)]
  const [highest, lowest] = [Math.max(...fitted), Math.min(...fitted)]
  const range = highest - lowest
  for (const extreme of [highest, lowest]) {
    if (Math.min(Math.abs(extreme - first), Math.abs(extreme - last)) >= leastSide * range)
      return fitted.indexOf(extreme)
  }
  return null
}

/** How much further one half of a curve moves than the other before it is called one. */
const tellingCurve = 1.5

/** Whether the second half of a curve moves further than the first. */
function courseOf(fitted: Float64Array): Course {
  const middle = fitted[Math.floor((fitted.length - 1) / 2)] ?? 0
  const before = Math.abs(middle - (fitted[0] ?? 0))
  const after = Math.abs((fitted.at(-1) ?? 0) - middle)
  if (after > tellingCurve * before) return 'accelerating'
  return before > tellingCurve * after ? 'levelling off' : 'steady'
}
