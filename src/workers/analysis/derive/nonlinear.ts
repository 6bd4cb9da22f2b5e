/** How nearly one measure follows from another, along whatever curve, from their paired values. */
import { correlationOfRanks } from '../controls/held.ts'
import { fastRanks } from '../ranks.ts'
import { ascendingOrder } from '../statistics/ascending-order.ts'
import { chatterjeeXi, type XiResult, type XiSizes, xiOf, xiOrder, xiSizes } from '../statistics/chatterjee-xi.ts'
import { spearman } from '../statistics/correlation.ts'
import { type CurveForm, curveForm } from '../statistics/curve-form.ts'
import { normalLowerP } from '../statistics/normal-distribution.ts'
import { pairs } from './correlation.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

/** More pairs tell a curve no better. */
export const mostPairs = 5_000
/** Share of what the means of the bins of x differ by that a form must hold, to be named. */
const leastHeld = 0.6
/** Variance of √n·ξ where y does not depend on x and has no ties. */
const nullVariance = 0.4

export interface Dependence {
  readonly xi: number
  readonly rho: number
  /** p of no dependence, as if only `share` of the pairs were independent. */
  readonly p: number
  readonly n: number
}

/** ξ of y on x beside their rank correlation; null where either is not defined. Ties in x are broken by a fixed seed. */
export function dependence(x: Float64Array, y: Float64Array, share: number): Dependence | null {
  const result = chatterjeeXi(x, y)
  const ranks = spearman(x, y)
  return result === null || ranks === null ? null : dependenceOf(result, ranks.rho, share)
}

function dependenceOf({ xi, p, n }: XiResult, rho: number, share: number): Dependence {
  const fewer = normalLowerP(-xi / Math.sqrt(nullVariance / (n * share)))
  return { xi, rho, p: share < 1 ? Math.max(p, fewer) : p, n }
}

/** A column without gaps as one of many pairs: what each takes of it, made once. */
export interface Screened {
  readonly order: Uint32Array
  readonly sizes: XiSizes
  readonly ranks: Float64Array
}

/** Null with gaps or without spread: then only pair by pair. O(n log n). */
export function screened(values: Float64Array): Screened | null {
  if (values.some((value) => !Number.isFinite(value))) return null
  const rounded = pairs(values, values).left
  const sizes = xiSizes(rounded)
  return sizes === null ? null : { order: xiOrder(rounded), sizes, ranks: fastRanks(rounded) }
}

/** As `dependence`, of y on x. O(n). */
export function screenedDependence(x: Screened, y: Screened, share: number): Dependence | null {
  const rho = correlationOfRanks(x.ranks, y.ranks)
  return rho === null ? null : dependenceOf(xiOf(x.order, y.sizes), rho, share)
}

/** The form that y takes over ascending x and where it turns or bends; null where no simple form holds most of it. */
export function formOf(
  x: Float64Array,
  y: Float64Array,
): { readonly form: CurveForm; readonly place: number | null; readonly direction: 1 | -1 } | null {
  const result = curveForm(x, y)
  const none = result?.fits.find(({ form }) => form === 'none')
  if (result === null || none === undefined) return null
  const { form, bic, place, direction } = result.best
  const held = 1 - bic / none.bic
  if (form === 'none' || held < leastHeld) return null
  const range = (x.at(-1) ?? 0) - (x[0] ?? 0)
  return { form, place: place === null ? null : rounded(place, range), direction }
}

/** To a hundredth of the range or so: no finer than bins can tell. */
function rounded(place: number, range: number): number {
  const unit = 10 ** Math.floor(Math.log10(range / 50))
  return Number((Math.round(place / unit) * unit).toPrecision(12))
}

/** Pairs in the order of x, then y, evenly thinned: the order in which a query gives its rows is no matter. */
export function orderedPairs(
  columns: readonly ArrayLike<unknown>[],
  most = mostPairs,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const { left, right } = pairs(columns[0] ?? [], columns[1] ?? [])
  const order = ascendingOrder(left, ascendingOrder(right))
  const count = Math.min(most, order.length)
  const at = (index: number): number => order[Math.floor(((index + 0.5) * order.length) / count)] ?? 0
  return {
    x: Float64Array.from({ length: count }, (_, index) => left[at(index)] ?? 0),
    y: Float64Array.from({ length: count }, (_, index) => right[at(index)] ?? 0),
  }
}

/** `independent` is the share of the pairs that counts as independent. */
export function nonlinearNumbers(columns: Columns, parameters: Parameters): Numbers {
  const share = typeof parameters.independent === 'number' ? parameters.independent : 1
  const { x, y } = orderedPairs(columns)
  const result = dependence(x, y, share)
  return { xi: result?.xi ?? null, rho: result?.rho ?? null, p: result?.p ?? null, place: formOf(x, y)?.place ?? null }
}
