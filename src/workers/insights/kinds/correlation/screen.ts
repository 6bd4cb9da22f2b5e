/** Rank correlations of many pairs, quickly: the ranks of a column are made once, and a pair without gaps is one product. */
import { pairs } from '../../../analysis/derive/correlation.ts'
import { fastRanks } from '../../../analysis/ranks.ts'
import { orderOfColumn } from '../../../analysis/remembered-order.ts'
import { type SpearmanResult, spearman, spearmanOfRanks } from '../../../analysis/statistics/correlation.ts'

export interface RankedColumn {
  /** Average ranks from 1, NaN where there is no value. */
  readonly ranks: Float64Array
  /** Null where values are missing or all the same. */
  readonly centred: CentredRanks | null
  /** Ranks of the values rounded as `pairs` rounds them, made when they are first asked for; null with gaps. */
  exactRanks(): Float64Array | null
}

/** Ranks around their mean, with the root of their sum of squares. */
interface CentredRanks {
  readonly ranks: Float64Array
  readonly norm: number
}

/** Null with gaps: then the ranks of two columns are over different rows. */
function centredRanks(ranks: Float64Array): CentredRanks | null {
  const mean = (ranks.length + 1) / 2
  let squares = 0
  const centred = new Float64Array(ranks.length)
  for (let index = 0; index < ranks.length; index++) {
    const value = (ranks[index] ?? Number.NaN) - mean
    squares += value * value
    centred[index] = value
  }
  return squares > 0 ? { ranks: centred, norm: Math.sqrt(squares) } : null
}

export function rankedColumn(values: Float64Array): RankedColumn {
  const ranks = fastRanks(values, orderOfColumn(values))
  const hasGaps = values.some((value) => !Number.isFinite(value))
  let exact: Float64Array | null = null
  return {
    ranks,
    centred: hasGaps ? null : centredRanks(ranks),
    exactRanks() {
      if (!hasGaps) exact ??= ranksOfRounded(values, ranks)
      return exact
    },
  }
}

/** Most columns are of few digits, and are ranked as they are. */
function ranksOfRounded(values: Float64Array, ranks: Float64Array): Float64Array {
  const { left: rounded } = pairs(values, values)
  return rounded.length === values.length && rounded.every((value, index) => value === values[index])
    ? ranks
    : fastRanks(rounded)
}

/** Spearman's ρ of two columns with its p and interval: what `spearman` gives of their pairs. O(n) without gaps. */
export function exactRho(
  first: RankedColumn,
  second: RankedColumn,
  x: Float64Array,
  y: Float64Array,
): SpearmanResult | null {
  const [ranksX, ranksY] = [first.exactRanks(), second.exactRanks()]
  if (ranksX !== null && ranksY !== null) return spearmanOfRanks(ranksX, ranksY)
  const { left, right } = pairs(x, y)
  return spearman(left, right)
}

/**
 * ρ and the rows it rests on: exact without gaps; with gaps, of ranks over all values of each. Null without spread or
 * rows. O(n).
 */
export function quickRho(
  first: RankedColumn,
  second: RankedColumn,
): { readonly rho: number; readonly n: number } | null {
  const found =
    first.centred !== null && second.centred !== null
      ? { rho: product(first.centred, second.centred), n: first.ranks.length }
      : withGaps(first.ranks, second.ranks)
  return found === null ? null : { ...found, rho: Math.max(-1, Math.min(1, found.rho)) }
}

function product(first: CentredRanks, second: CentredRanks): number {
  let sum = 0
  for (let index = 0; index < first.ranks.length; index++) {
    sum += (first.ranks[index] ?? 0) * (second.ranks[index] ?? 0)
  }
  return sum / (first.norm * second.norm)
}

function withGaps(ranksX: Float64Array, ranksY: Float64Array): { readonly rho: number; readonly n: number } | null {
  let n = 0
  let sumX = 0
  let sumY = 0
  for (let index = 0; index < ranksX.length; index++) {
    const a = ranksX[index] ?? Number.NaN
    const b = ranksY[index] ?? Number.NaN
    if (Number.isNaN(a) || Number.isNaN(b)) continue
    n++
    sumX += a
    sumY += b
  }
  const meanX = sumX / n
  const meanY = sumY / n
  let xx = 0
  let yy = 0
  let xy = 0
  for (let index = 0; index < ranksX.length; index++) {
    const a = (ranksX[index] ?? Number.NaN) - meanX
    const b = (ranksY[index] ?? Number.NaN) - meanY
    if (Number.isNaN(a) || Number.isNaN(b)) continue
    xx += a * a
    yy += b * b
    xy += a * b
  }
  return xx > 0 && yy > 0 ? { rho: xy / Math.sqrt(xx * yy), n } : null
}
