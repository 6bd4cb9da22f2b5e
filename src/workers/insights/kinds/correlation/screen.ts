/** Rank correlations of many pairs, quickly: the ranks of a column are made once, and a pair without gaps is one product. */
import { pairs } from '../../../analysis/derive/correlation.ts'
import { fastRanks } from '../../../analysis/ranks.ts'
import { orderOfColumn } from '../../../analysis/remembered-order.ts'
import { type SpearmanResult, spearman, spearmanOfRanks } from '../../../analysis/statistics/correlation.ts'

export interface RankedColumn {
  /** Average ranks from 1, NaN where there is no value. */
  readonly ranks: Float64Array
  /** Root of the sum of squares of the ranks around their mean; null where values are missing or all the same. */
  readonly norm: number | null
  /** Ranks of the values rounded as `pairs` rounds them, made when they are first asked for; null with gaps. */
  exactRanks(): Float64Array | null
}

/** Null without spread. Only of ranks without gaps: else those of two columns are over different rows. */
function normOf(ranks: Float64Array): number | null {
  const mean = meanRank(ranks)
  let squares = 0
  for (let index = 0; index < ranks.length; index++) {
    const value = (ranks[index] ?? Number.NaN) - mean
    squares += value * value
  }
  return squares > 0 ? Math.sqrt(squares) : null
}

function meanRank({ length }: Float64Array): number {
  return (length + 1) / 2
}

export function rankedColumn(values: Float64Array): RankedColumn {
  const ranks = fastRanks(values, orderOfColumn(values))
  const hasGaps = !allFinite(values)
  let exact: Float64Array | null = null
  return {
    ranks,
    norm: hasGaps ? null : normOf(ranks),
    exactRanks() {
      if (!hasGaps) exact ??= ranksOfRounded(values, ranks)
      return exact
    },
  }
}

function allFinite(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index++) if (!Number.isFinite(values[index])) return false
  return true
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
    first.norm !== null && second.norm !== null
      ? { rho: product(first.ranks, second.ranks) / (first.norm * second.norm), n: first.ranks.length }
      : withGaps(first.ranks, second.ranks)
  return found === null ? null : { ...found, rho: Math.max(-1, Math.min(1, found.rho)) }
}

/** Of ranks around their mean, which is a whole number or a half, so that differences from it are exact. */
function product(first: Float64Array, second: Float64Array): number {
  const mean = meanRank(first)
  let sum = 0
  for (let index = 0; index < first.length; index++) {
    sum += ((first[index] ?? 0) - mean) * ((second[index] ?? 0) - mean)
  }
  return sum
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
