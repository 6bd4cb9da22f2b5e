/** Do values gather in several places, and where does one heap end and the next begin? */
import { dipP } from '../statistics/dip-p.ts'
import { hartiganDip } from '../statistics/hartigan-dip.ts'
import { deepestValley, kernelDensity } from '../statistics/kernel-density.ts'
import { shareOnSpikes } from './spikes.ts'
import { spreadTies } from './values.ts'

export interface Modes {
  /** Places between the heaps, ascending, in the unit of the values; none for a single heap. */
  readonly valleys: readonly number[]
  /** 1 less the density in the shallowest of these valleys over that of its lower peak; 0 without one. */
  readonly depth: number
  /** Hartigan's dip of all values, of 20,000 evenly among them where there are more. */
  readonly dip: number
  /** p of a single heap. */
  readonly p: number
}

export const leastDepth = 0.2
/** Rows on single values beyond which it is these that make the heaps. */
const mostOnSpikes = 0.2
const leastRows = 30
/** A part is divided once more only where that is beyond doubt. */
const surelyDivided = 1e-3
const mostParts = 4
/** Of more values every k-th is looked at: their dip differs by less than 0.001, far below any that counts. */
const mostValues = 20_000

/**
 * Heaps of ascending values of which `share` count as independent. Null below 30 values, without spread, or where single
 * values hold a fifth of the rows.
 *
 * Source: dip of Hartigan & Hartigan, Ann. Statist. 13 (1985); valleys of a Gaussian kernel density. O(n log n).
 */
export function modesOf(ascending: Float64Array, share = 1): Modes | null {
  const n = ascending.length
  if (n < leastRows || shareOnSpikes(ascending) >= mostOnSpikes) return null
  const step = Math.ceil(n / mostValues)
  const thinned = step === 1 ? ascending : ascending.filter((_value, index) => index % step === 0)
  const spread = spreadTies(thinned)
  const whole = dividedAt(spread, share)
  if (whole === null) return null
  const { dip, p } = whole
  if (whole.valley === null) return { valleys: [], depth: 0, dip, p }
  const valleys = [whole.valley]
  let depth = whole.depth
  for (let index = 0; index <= valleys.length && valleys.length < mostParts; ) {
    const [from, to] = [valleys[index - 1] ?? Number.NEGATIVE_INFINITY, valleys[index] ?? Number.POSITIVE_INFINITY]
    const part = dividedAt(
      spread.filter((value) => value >= from && value < to),
      share,
    )
    if (part === null || part.valley === null || part.p > surelyDivided) {
      index++
      continue
    }
    valleys.splice(index, 0, part.valley)
    depth = Math.min(depth, part.depth)
  }
  return { valleys, depth, dip, p }
}

function dividedAt(ascending: Float64Array, share: number) {
  if (ascending.length < leastRows) return null
  const result = hartiganDip(ascending)
  const density = kernelDensity(ascending)
  if (result === null || density === null) return null
  const p = dipP(result.dip, ascending.length * share)
  const valley = deepestValley(density)
  const deep = valley !== null && valley.depth >= leastDepth
  return {
    dip: result.dip,
    p: Number.isNaN(p) ? 1 : p,
    valley: deep ? rounded(valley.place, density.bandwidth) : null,
    depth: valley?.depth ?? 0,
  }
}

/** To a tenth of the bandwidth: no finer than the density can tell. */
function rounded(place: number, bandwidth: number): number {
  const unit = 10 ** Math.floor(Math.log10(bandwidth / 5))
  return Number((Math.round(place / unit) * unit).toPrecision(12))
}
