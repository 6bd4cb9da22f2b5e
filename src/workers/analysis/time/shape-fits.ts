/** The shapes that are fitted to a series: a constant, a line, curves, steps and bends, each with what it is worth. */
import { autoregressiveRegression } from '../statistics/autoregressive-regression.ts'
import { bendColumn, bestBends } from '../statistics/bends.ts'
import { levelShifts } from '../statistics/level-shifts.ts'
import { supF } from '../statistics/sup-f.ts'
import { medianSlope } from '../statistics/theil-sen-slope.ts'
import { withoutWildValues } from '../statistics/wild-values.ts'
import { deseasonalise } from './season-profile.ts'

/** Parameters of each shape in the comparison; a place that is searched for costs as much as the change at it. */
const parameters = { constant: 1, line: 2, curve: 3.5, firstStep: 3, furtherStep: 2, firstBend: 3.5, furtherBend: 2 }
/** Growth over the whole series, in powers of e. */
const growths = [1, 2, 4, 8] as const
/** Periods around a step that are tried for its place, once the noise is known. */
const nearby = 8
const mostBends = 3

export interface Fit {
  readonly scale: Scale
  readonly shape: 'constant' | 'line' | 'curve' | 'steps' | 'bends'
  readonly bic: number
  readonly places: readonly number[]
  readonly fitted: Float64Array
  readonly autoregression: number
}

/** The series without its season, as it is or in logarithms. */
export interface Scale {
  readonly values: Float64Array
  /** The same without single wild values: what shapes are fitted to. */
  readonly tamed: Float64Array
  readonly proportional: boolean
  /** Added to −2 · log likelihood, so that it is that of the values and not of their logarithms. */
  readonly correction: number
}

/** Least ratio of the largest to the smallest value at which logarithms tell another story. */
const leastRatio = 1.5

export function scalesOf(series: Float64Array, period: number | null): Scale[] {
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

/** Every shape fitted to the series on one scale, with AR(1) errors. O(n · 60). */
export function fitsOf(scale: Scale): Fit[] {
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
