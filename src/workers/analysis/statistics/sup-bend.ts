/** Is the largest bend of a line more than a straight line with its own noise would show? */
import { type FoundChange, type SimulatedChange, simulateChange } from './simulated-change.ts'

export interface SupBend {
  /** F of the best single bend: (SSE of the line − SSE of the broken line) / (SSE of the broken line / (n − 3)). */
  readonly statistic: number
  /** Index at which the slope changes. */
  readonly place: number
  /** Slope after less slope before, in the unit of the values a step. */
  readonly change: number
}

export interface SupBendBootstrap extends SupBend, SimulatedChange {}

/**
 * The single bend of a straight line that fits best, with at least a share `trim` of the values (and three) on either
 * side. Null where there is no such place, or where the values lie on a line. O(n).
 *
 * Source: Hinkley, JASA 66 (1971); sup-F after Andrews, Econometrica 61 (1993).
 */
export function supBend(values: ArrayLike<number>, trim = 0.15): SupBend | null {
  const found = bestBend(values, trim)
  return found === null ? null : { statistic: found.statistic, place: found.place, change: found.change }
}

/**
 * p of the best bend against a straight line with AR(1) noise. Null as `supBend`. Source and cost: see
 * `simulateChange`.
 */
export function supBendBootstrap(
  values: ArrayLike<number>,
  { simulations = 999, seed = 1, trim = 0.15 } = {},
): SupBendBootstrap | null {
  const found = bestBend(values, trim)
  if (found === null) return null
  const { statistic, place, change } = found
  const find = (series: Float64Array) => bestBend(series, trim)
  const simulated = simulateChange(values.length, found, find, simulations, seed, `bend, trim ${trim}`)
  return { statistic, place, change, ...simulated }
}

function bestBend(values: ArrayLike<number>, trim: number): (FoundChange & SupBend) | null {
  const n = values.length
  const margin = Math.max(3, Math.ceil(trim * n))
  if (n < 2 * margin) return null
  const { residuals, squares } = withoutStraightLine(values)
  if (!(squares > 0)) return null
  const center = (n - 1) / 2
  const timeSquares = (n * (n * n - 1)) / 12
  let place = margin
  let most = -1
  let change = 0
  // Σ of the residuals after a place, and of their distances from it: both grow as the place moves towards the start.
  let after = 0
  let along = 0
  for (let index = n - 2; index >= margin; index--) {
    after += residuals[index + 1] ?? 0
    along += after
    if (index > n - 1 - margin) continue
    const steps = n - 1 - index
    const sum = (steps * (steps + 1)) / 2
    const sumOfSquares = (sum * (2 * steps + 1)) / 3
    const withTime = sumOfSquares + (index - center) * sum
    const size = sumOfSquares - (sum * sum) / n - (withTime * withTime) / timeSquares
    const gain = (along * along) / size
    if (gain > most) [most, place, change] = [gain, index, along / size]
  }
  const error = Math.max(squares - most, squares * 1e-14)
  return {
    statistic: (most / error) * (n - 3),
    place,
    change,
    residuals: () => {
      const bent = residuals.map((value, index) => value - change * Math.max(0, index - place))
      return withoutStraightLine(bent).residuals
    },
  }
}

function withoutStraightLine(values: ArrayLike<number>): { residuals: Float64Array; squares: number } {
  const n = values.length
  const center = (n - 1) / 2
  let mean = 0
  for (let index = 0; index < n; index++) mean += ((values[index] ?? 0) - mean) / (index + 1)
  let products = 0
  for (let index = 0; index < n; index++) products += ((values[index] ?? 0) - mean) * (index - center)
  const slope = products / ((n * (n * n - 1)) / 12)
  let squares = 0
  const residuals = new Float64Array(n)
  for (let index = 0; index < n; index++) {
    const rest = (values[index] ?? 0) - mean - slope * (index - center)
    residuals[index] = rest
    squares += rest * rest
  }
  return { residuals, squares }
}
