/** Does one smooth wave of a given length run through a series? */
import { firstOrderAutoregression, prewhiten } from './first-order-autoregression.ts'
import { fisherFUpperP } from './fisher-f-distribution.ts'
import { dot, OrthogonalBasis } from './least-squares.ts'

/** Less than this of all there is around its mean is rounding. */
const rounding = 1e-24

/**
 * p of the F test that sine and cosine of one wave of `period` steps explain nothing beyond a mean, in a series already
 * free of its trend; series, mean and wave are pre-whitened by the AR(1) of what wave and mean leave. Two degrees of
 * freedom, where means of every phase take `period` − 1: the stronger test of a season without corners, such as rain by
 * month. Null for fewer than four cycles, below which the AR(1) is too uncertain, and without variance.
 *
 * Source: harmonic regression, e.g. Wilks, Statistical Methods in the Atmospheric Sciences (2011), 9.4; Cochrane & Orcutt
 * (1949) for the pre-whitening. O(n).
 */
export function firstHarmonicP(detrended: Float64Array, period: number): number | null {
  if (detrended.length < 4 * period) return null
  const columns = [() => 1, Math.cos, Math.sin].map((column) =>
    Float64Array.from(detrended, (_value, index) => column((2 * Math.PI * index) / period)),
  )
  const wave = new OrthogonalBasis()
  for (const column of columns) wave.add(column)
  const autoregression = firstOrderAutoregression(wave.residuals(detrended))
  const whitened = prewhiten(detrended, autoregression)
  const basis = new OrthogonalBasis()
  const [mean, ...waves] = columns.map((column) => prewhiten(column, autoregression))
  if (mean !== undefined) basis.add(mean)
  const around = squares(basis.residuals(whitened))
  for (const column of waves) basis.add(column)
  const left = squares(basis.residuals(whitened))
  const freedom = whitened.length - 3
  if (!(around > rounding * squares(whitened))) return null
  return fisherFUpperP((around - left) / 2 / (left / freedom), 2, freedom)
}

function squares(values: Float64Array): number {
  return dot(values, values)
}
