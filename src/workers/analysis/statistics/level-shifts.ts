/** Where the level of a series changes, with the noise judged by the series itself. */
import { firstOrderAutoregression } from './first-order-autoregression.ts'
import { moments } from './moments.ts'
import { optimalPartitioning } from './optimal-partitioning.ts'

export interface LevelShiftOptions {
  readonly shortestSegment?: number
  /** Cost of a shift in units of ln n times the variance that a mean of autocorrelated values has, times its n. */
  readonly penalty?: number
}

export interface LevelShifts {
  /** First indices of the segments after the first, ascending. */
  readonly shifts: readonly number[]
  /** Means of the segments, one more than there are shifts. */
  readonly levels: readonly number[]
  /** AR(1) coefficient and variance of what the levels leave. */
  readonly autoregression: number
  readonly variance: number
}

/**
 * Shifts of the mean of an evenly spaced series of finite values without season. A first cut takes the whole spread of
 * the series for noise and so finds only the plainest shifts; what it leaves gives σ̂² and φ̂, and the final cut costs
 * 3·ln n·σ̂²·(1 + φ̂)/(1 − φ̂) a shift. Null for fewer than two segments' values or without spread. Cost as
 * `optimalPartitioning`.
 *
 * Source: penalty after Zhang & Siegmund, Biometrics 63 (2007) (3·ln n a change), with the long-run variance of an AR(1)
 * in place of σ² as in Lavielle & Moulines, J. Time Series Analysis 21 (2000).
 */
export function levelShifts(values: ArrayLike<number>, options: LevelShiftOptions = {}): LevelShifts | null {
  const { shortestSegment = 3, penalty = 3 } = options
  const n = values.length
  const whole = moments(values)
  if (whole === null || n < 2 * shortestSegment || !(whole.variance > 0)) return null
  const cost = (variance: number) => penalty * Math.log(n) * variance
  const plainest = optimalPartitioning(values, cost(whole.variance), shortestSegment)
  const noise = noiseOf(values, plainest)
  const longRun = (noise.variance * (1 + noise.autoregression)) / (1 - noise.autoregression)
  const shifts = optimalPartitioning(values, cost(longRun), shortestSegment)
  return { shifts, levels: levelsOf(values, shifts), ...noiseOf(values, shifts) }
}

/** Values less the mean of their segment. O(n). */
export function withoutLevels(values: ArrayLike<number>, shifts: readonly number[]): Float64Array {
  const levels = levelsOf(values, shifts)
  let segment = 0
  const rest = new Float64Array(values.length)
  for (let index = 0; index < rest.length; index++) {
    if (index === shifts[segment]) segment++
    rest[index] = (values[index] ?? 0) - (levels[segment] ?? 0)
  }
  return rest
}

function levelsOf(values: ArrayLike<number>, shifts: readonly number[]): number[] {
  return [0, ...shifts].map((start, segment) => {
    const end = shifts[segment] ?? values.length
    let level = 0
    for (let index = start; index < end; index++) level += ((values[index] ?? 0) - level) / (index - start + 1)
    return level
  })
}

function noiseOf(values: ArrayLike<number>, shifts: readonly number[]) {
  const residuals = withoutLevels(values, shifts)
  const freedom = Math.max(1, values.length - 1 - shifts.length)
  let sum = 0
  for (const residual of residuals) sum += residual * residual
  return { autoregression: firstOrderAutoregression(residuals), variance: sum / freedom }
}
