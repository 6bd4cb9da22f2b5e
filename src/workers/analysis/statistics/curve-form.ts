/** What form does the dependence of one measure on another have? */

import { ascendingOrder } from './ascending-order.ts'
import { fisherFUpperP } from './fisher-f-distribution.ts'
import { solveSymmetric } from './least-squares.ts'

export type CurveForm =
  | 'none'
  | 'straight'
  | 'levelling off'
  | 'accelerating'
  | 'threshold'
  | 'plateau'
  | 'step'
  | 'valley'
  | 'peak'

export interface CurveFit {
  readonly form: CurveForm
  readonly bic: number
  /** Where it turns, bends or steps, in the unit of x; null where the form has no such place. */
  readonly place: number | null
  /** +1 where y ends higher than it begins, −1 where lower; for a valley or peak, of the side that is longer. */
  readonly direction: 1 | -1
}

export interface CurveResult {
  readonly best: CurveFit
  /** Every form, best first. */
  readonly fits: readonly CurveFit[]
  /** Share of the variance of y that the bins of x hold, less what chance puts there. */
  readonly explained: number
  /** Whether anything depends on x at all: p of the bins' means being equal. */
  readonly p: number
}

const bins = 24
const leastPerBin = 5
/** Rates of exp(rate · share of the range of x), from a slight curve to nearly a step. */
const rates = [1, 2, 4, 8, 16] as const

interface Bin {
  readonly x: number
  readonly y: number
  readonly n: number
}

/**
 * Form of y on x over pairs of finite values: bins of equally many pairs, then weighted least squares of each form on
 * the bins' means, compared by BIC with the variance within the bins. A parabola counts as valley or peak only where
 * the lines on both sides of its turn have opposite slopes that are both sure (|z| ≥ 2), else as the curve it is. Null
 * below eight bins of five pairs or where x or y has no spread. O(n log n).
 *
 * Source: BIC of Schwarz (1978); two lines of Simonsohn, Adv. Methods Pract. Psychol. Sci. 1 (2018).
 */
export function curveForm(x: ArrayLike<number>, y: ArrayLike<number>): CurveResult | null {
  const binned = binPairs(x, y)
  if (binned === null) return null
  const { means, within, explained, p } = binned
  const low = means[0]?.x ?? 0
  const range = (means.at(-1)?.x ?? 0) - low
  const share = (bin: Bin) => (bin.x - low) / range
  const penalty = Math.log(means.length)
  const fits: CurveFit[] = []
  const add = (
    form: CurveForm,
    parameters: number,
    columns: readonly ((bin: Bin) => number)[],
    place: number | null,
    accept: (coefficients: Float64Array) => boolean = () => true,
  ) => {
    const fit = weightedFit(means, [() => 1, ...columns])
    if (fit === null || !accept(fit.coefficients)) return
    const direction = (fit.values.at(-1) ?? 0) >= (fit.values[0] ?? 0) ? 1 : -1
    fits.push({ form, bic: fit.error / within + parameters * penalty, place, direction })
  }
  add('none', 1, [], null)
  add('straight', 2, [share], null)
  for (const rate of rates) {
    add('levelling off', 3, [(bin) => 1 - Math.exp(-rate * share(bin))], null)
    add('accelerating', 3, [(bin) => Math.exp(rate * (share(bin) - 1))], null)
  }
  for (let index = 2; index < means.length - 2; index++) {
    const knot = ((means[index - 1]?.x ?? 0) + (means[index]?.x ?? 0)) / 2
    add('threshold', 3, [(bin) => Math.max(0, bin.x - knot) / range], knot)
    add('plateau', 3, [(bin) => Math.min(0, bin.x - knot) / range], knot)
    add('step', 3, [(bin) => (bin.x > knot ? 1 : 0)], knot)
    const turn = oppositeSlopes(means, index, within)
    const form = turn === 0 ? null : turn > 0 ? 'valley' : 'peak'
    if (form !== null)
      add(form, 4, [(bin) => Math.max(0, bin.x - knot) / range, (bin) => Math.min(0, bin.x - knot) / range], knot)
  }
  for (const turn of turnsOfParabola(means, share)) {
    const place = low + turn.share * range
    const form = turn.opensUp ? 'valley' : 'peak'
    const sure = oppositeSlopes(
      means,
      means.findIndex((bin) => bin.x > place),
      within,
    )
    if (sure === (turn.opensUp ? 1 : -1)) add(form, 3, [share, (bin) => share(bin) ** 2], place)
  }
  const best = new Map<CurveForm, CurveFit>()
  for (const fit of fits) if (fit.bic < (best.get(fit.form)?.bic ?? Number.POSITIVE_INFINITY)) best.set(fit.form, fit)
  const ordered = [...best.values()].sort((left, right) => left.bic - right.bic)
  const [first] = ordered
  return first === undefined ? null : { best: first, fits: ordered, explained, p }
}

interface Binned {
  readonly means: readonly Bin[]
  readonly within: number
  readonly explained: number
  readonly p: number
}

/** Means of bins of nearly equal size, equal values of x never parted; and the variance of y within them. */
function binPairs(x: ArrayLike<number>, y: ArrayLike<number>): Binned | null {
  const n = Math.min(x.length, y.length)
  const order = ascendingOrder(x)
  const size = Math.max(leastPerBin, Math.ceil(n / bins))
  const means: Bin[] = []
  let squaresWithin = 0
  for (let start = 0; start < n; ) {
    let end = Math.min(n, start + size)
    while (end < n && x[order[end] ?? 0] === x[order[end - 1] ?? 0]) end++
    if (n - end < size / 2) end = n
    let meanX = 0
    let meanY = 0
    for (let index = start; index < end; index++) {
      const place = order[index] ?? 0
      const count = index - start + 1
      const before = (y[place] ?? 0) - meanY
      meanX += ((x[place] ?? 0) - meanX) / count
      meanY += before / count
      squaresWithin += before * ((y[place] ?? 0) - meanY)
    }
    means.push({ x: meanX, y: meanY, n: end - start })
    start = end
  }
  const freedom = n - means.length
  if (means.length < 8 || freedom < 1 || !(squaresWithin > 0)) return null
  const within = squaresWithin / freedom
  const grand = means.reduce((sum, bin) => sum + bin.n * bin.y, 0) / n
  const between = means.reduce((sum, bin) => sum + bin.n * (bin.y - grand) ** 2, 0)
  const df = means.length - 1
  return {
    means,
    within,
    explained: (between - df * within) / (between + squaresWithin + within),
    p: fisherFUpperP(between / df / within, df, freedom),
  }
}

interface WeightedFit {
  readonly coefficients: Float64Array
  readonly values: readonly number[]
  /** Σ n·(mean − fit)². */
  readonly error: number
}

function weightedFit(means: readonly Bin[], columns: readonly ((bin: Bin) => number)[]): WeightedFit | null {
  const origin = means[0]?.y ?? 0
  const matrix = columns.map((left) =>
    columns.map((right) => means.reduce((sum, bin) => sum + bin.n * left(bin) * right(bin), 0)),
  )
  const right = columns.map((column) => means.reduce((sum, bin) => sum + bin.n * column(bin) * (bin.y - origin), 0))
  const coefficients = solveSymmetric(matrix, right)
  if (coefficients === null) return null
  const values = means.map((bin) =>
    columns.reduce((sum, column, index) => sum + (coefficients[index] ?? 0) * column(bin), origin),
  )
  const error = means.reduce((sum, bin, index) => sum + bin.n * (bin.y - (values[index] ?? 0)) ** 2, 0)
  return { coefficients, values, error }
}

/** 1 for falling then rising, −1 for rising then falling, where both slopes are sure; else 0. */
function oppositeSlopes(means: readonly Bin[], split: number, within: number): -1 | 0 | 1 {
  const before = slopeZ(means.slice(0, split), within)
  const after = slopeZ(means.slice(split), within)
  if (before <= -2 && after >= 2) return 1
  return before >= 2 && after <= -2 ? -1 : 0
}

function slopeZ(means: readonly Bin[], within: number): number {
  const n = means.reduce((sum, bin) => sum + bin.n, 0)
  const centerX = means.reduce((sum, bin) => sum + bin.n * bin.x, 0) / n
  const squares = means.reduce((sum, bin) => sum + bin.n * (bin.x - centerX) ** 2, 0)
  const products = means.reduce((sum, bin) => sum + bin.n * (bin.x - centerX) * bin.y, 0)
  return squares > 0 ? products / Math.sqrt(squares * within) : 0
}

/** Where the parabola through the bins turns, as a share of the range, if that is inside it. */
function turnsOfParabola(means: readonly Bin[], share: (bin: Bin) => number) {
  const fit = weightedFit(means, [() => 1, share, (bin) => share(bin) ** 2])
  const curvature = fit?.coefficients[2] ?? 0
  const turn = curvature === 0 ? -1 : -(fit?.coefficients[1] ?? 0) / (2 * curvature)
  return turn > 0.05 && turn < 0.95 ? [{ share: turn, opensUp: curvature > 0 }] : []
}
