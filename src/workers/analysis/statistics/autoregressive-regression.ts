/** A regression of a series whose errors resemble their neighbours. */
import { firstOrderAutoregression } from './first-order-autoregression.ts'
import { OrthogonalBasis } from './least-squares.ts'

export interface AutoregressiveFit {
  /** Bias-corrected AR(1) coefficient of the errors, 0 to .97. */
  readonly autoregression: number
  /** Variance of the innovations of the errors (divisor n), in squared units of the values. */
  readonly innovationVariance: number
  readonly logLikelihood: number
  /** Values less the fit. */
  readonly residuals: Float64Array
}

/** A series with most of its AR(1) dependence taken out: uncorrelated with equal variance if φ is right. O(n). */
export function decorrelate(values: ArrayLike<number>, autoregression: number): Float64Array {
  const result = new Float64Array(values.length)
  let previous = 0
  for (let index = 0; index < result.length; index++) {
    const value = values[index] ?? 0
    result[index] =
      index === 0 ? Math.sqrt(1 - autoregression * autoregression) * value : value - autoregression * previous
    previous = value
  }
  return result
}

/**
 * Regression of an evenly spaced series on `columns` (constant included by the caller) with AR(1) errors: φ from the
 * residuals, then least squares on the decorrelated series, a few times over. A perfect fit is taken to have the
 * variance of rounding, so that its likelihood stays finite. O(n · columns²).
 *
 * Source: Prais & Winsten (1954); φ corrected after Marriott & Pope (1954).
 */
export function autoregressiveRegression(
  columns: readonly ArrayLike<number>[],
  values: ArrayLike<number>,
): AutoregressiveFit {
  const n = values.length
  let autoregression = 0
  let residuals = fitResiduals(columns, values, 0)
  for (let pass = 0; pass < 3; pass++) {
    const next = firstOrderAutoregression(residuals)
    const settled = Math.abs(next - autoregression) < 1e-4
    autoregression = next
    residuals = fitResiduals(columns, values, autoregression)
    if (settled) break
  }
  let sum = 0
  const innovations = decorrelate(residuals, autoregression)
  for (let index = 0; index < n; index++) sum += (innovations[index] ?? 0) * (innovations[index] ?? 0)
  let largest = 0
  for (let index = 0; index < n; index++) largest = Math.max(largest, Math.abs(values[index] ?? 0))
  const innovationVariance = Math.max(sum / n, (1e-12 * largest) ** 2, Number.MIN_VALUE)
  const logLikelihood =
    -0.5 * n * (Math.log(2 * Math.PI * innovationVariance) + 1) + 0.5 * Math.log(1 - autoregression * autoregression)
  return { autoregression, innovationVariance, logLikelihood, residuals }
}

/** Residuals, in the unit of the values, of the fit that is best after decorrelating. */
function fitResiduals(
  columns: readonly ArrayLike<number>[],
  values: ArrayLike<number>,
  autoregression: number,
): Float64Array {
  const basis = new OrthogonalBasis()
  for (const column of columns) basis.add(decorrelate(column, autoregression))
  const innovations = basis.residuals(decorrelate(values, autoregression))
  // Undoing the decorrelation gives back values less fit, without forming the coefficients.
  const first = Math.sqrt(1 - autoregression * autoregression)
  let previous = 0
  for (let index = 0; index < innovations.length; index++) {
    const innovation = innovations[index] ?? 0
    previous = index === 0 ? innovation / first : innovation + autoregression * previous
    innovations[index] = previous
  }
  return innovations
}
