/** Which plain shape describes a series: a constant, a line, steps, a broken line, or a curve? */
import { type AutoregressiveFit, autoregressiveRegression, decorrelate } from './autoregressive-regression.ts'
import { dot, OrthogonalBasis } from './least-squares.ts'
import { levelShifts } from './level-shifts.ts'

export type ShapeName = 'constant' | 'line' | 'steps' | 'broken line' | 'quadratic' | 'exponential' | 'saturating'

export interface ShapeFit {
  readonly name: ShapeName
  /** −2 · log likelihood + parameters · ln n; the least is best. */
  readonly bic: number
  /** First indices of steps; or the places where a broken line bends. Empty for the others. */
  readonly places: readonly number[]
  /** Rate of a·exp(rate·t) + b a step: above 0 exponential, below 0 saturating; null for the others. */
  readonly rate: number | null
  /** Fitted values, in the unit of the series. */
  readonly fitted: Float64Array
  readonly autoregression: number
}

/** A place that is searched for costs three parameters with its change, as in the modified BIC of Zhang & Siegmund. */
const parametersPerChange = 3
const mostBends = 3
/** Places tried for a bend, and the least share of the series on either side of one. */
const mostCandidates = 240
const leastSide = 0.05
/** Growth over the whole series, in powers of e: below, a curve cannot be told from a parabola; above, from a spike. */
const growths = [0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8] as const

/**
 * Fits of every shape to an evenly spaced series of finite values without season, best first, each with AR(1) errors,
 * compared by BIC. Empty below eight values or without spread. O(n · 240 · bends).
 *
 * Source: Schwarz, Ann. Statist. 6 (1978); change counted after Zhang & Siegmund, Biometrics 63 (2007); bends by forward
 * selection as in Friedman, Ann. Statist. 19 (1991).
 */
export function seriesShapes(values: ArrayLike<number>): ShapeFit[] {
  const n = values.length
  const shifts = n < 8 ? null : levelShifts(values)
  if (shifts === null) return []
  const constant = new Float64Array(n).fill(1)
  const time = constant.map((_, index) => (index - (n - 1) / 2) / n)
  const fits: ShapeFit[] = []
  const add = (
    name: ShapeName,
    columns: readonly Float64Array[],
    parameters: number,
    extra: { readonly places?: readonly number[]; readonly rate?: number } = {},
  ) => {
    const fit = autoregressiveRegression(columns, values)
    fits.push(shapeOf(name, values, fit, parameters, extra.places ?? [], extra.rate ?? null))
  }
  add('constant', [constant], 1)
  add('line', [constant, time], 2)
  add('quadratic', [constant, time, time.map((value) => value * value)], 3)
  for (const growth of growths) {
    const rate = growth / n
    // Scaled to end at 1, so that no power overflows.
    add('exponential', [constant, constant.map((_, index) => Math.exp(rate * (index - n + 1)))], 3, { rate })
    add('saturating', [constant, constant.map((_, index) => Math.exp(-rate * index))], 3, { rate: -rate })
  }
  const { shifts: steps } = shifts
  if (steps.length > 0) {
    add('steps', [constant, ...steps.map((step) => stepAt(n, step))], 1 + parametersPerChange * steps.length, {
      places: steps,
    })
  }
  for (const bends of bendsOf(values, constant, time)) {
    const columns = [constant, time, ...bends.map((bend) => hingeAt(n, bend))]
    const places = [...bends].sort((left, right) => left - right)
    add('broken line', columns, 2 + parametersPerChange * bends.length, { places })
  }
  return bestOfEach(fits)
}

function shapeOf(
  name: ShapeName,
  values: ArrayLike<number>,
  { residuals, autoregression, logLikelihood }: AutoregressiveFit,
  parameters: number,
  places: readonly number[],
  rate: number | null,
): ShapeFit {
  const bic = -2 * logLikelihood + parameters * Math.log(values.length)
  const fitted = residuals.map((residual, index) => (values[index] ?? 0) - residual)
  return { name, bic, places, rate, fitted, autoregression }
}

function bestOfEach(fits: readonly ShapeFit[]): ShapeFit[] {
  const best = new Map<ShapeName, ShapeFit>()
  for (const fit of fits) {
    const kept = best.get(fit.name)
    if (kept === undefined || fit.bic < kept.bic) best.set(fit.name, fit)
  }
  return [...best.values()].sort((left, right) => left.bic - right.bic)
}

function stepAt(n: number, place: number): Float64Array {
  return new Float64Array(n).fill(1, place)
}

function hingeAt(n: number, place: number): Float64Array {
  return new Float64Array(n).map((_, index) => Math.max(0, index - place) / n)
}

/** Good places of one, two, … bends: each added where it helps most, then all moved to their best place in turn. */
function bendsOf(values: ArrayLike<number>, constant: Float64Array, time: Float64Array): number[][] {
  let bends: number[] = []
  const result: number[][] = []
  while (bends.length < mostBends) {
    const next = bestBend(values, [constant, time], bends)
    if (next === null) break
    bends.push(next)
    for (const bend of bends.length > 1 ? bends : []) {
      const others = bends.filter((other) => other !== bend)
      bends = [...others, bestBend(values, [constant, time], others) ?? bend]
    }
    result.push([...bends])
  }
  return result
}

/** Where one more bend takes away most of what the others leave, its errors decorrelated; null where none does. */
function bestBend(values: ArrayLike<number>, line: readonly Float64Array[], others: readonly number[]): number | null {
  const n = values.length
  const margin = Math.max(3, Math.ceil(leastSide * n))
  const step = Math.max(1, Math.ceil((n - 2 * margin) / mostCandidates))
  const columns = [...line, ...others.map((bend) => hingeAt(n, bend))]
  const { autoregression } = autoregressiveRegression(columns, values)
  const basis = new OrthogonalBasis()
  for (const column of columns) basis.add(decorrelate(column, autoregression))
  const rest = basis.residuals(decorrelate(values, autoregression))
  let best: number | null = null
  let most = 0
  for (let place = margin; place < n - margin; place += step) {
    if (others.some((other) => Math.abs(other - place) < margin)) continue
    const direction = basis.remainder(decorrelate(hingeAt(n, place), autoregression))?.direction
    const gain = direction === undefined ? 0 : dot(direction, rest) ** 2
    if (gain > most) {
      most = gain
      best = place
    }
  }
  return best
}
