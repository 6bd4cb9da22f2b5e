/** Whether one measure rises with another at another rate in the groups of a dimension. */
import { fisherFUpperP } from '../statistics/fisher-f-distribution.ts'
import { normalQuantile } from '../statistics/normal-distribution.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

/** Rows of one group: sums of squares and of products about its own means. */
export interface GroupLine {
  readonly group: string
  readonly n: number
  readonly squaresX: number
  readonly products: number
  readonly squaresY: number
}

export interface SlopeContrast {
  readonly group: string
  readonly slope: number
  /** The common slope of all other groups. */
  readonly elsewhere: number
  readonly difference: number
  readonly low: number
  readonly high: number
}

export const leastLineRows = 10

/**
 * F test that the lines of all groups are parallel; `explained` is the part of what one common slope leaves that slopes
 * of their own account for. As if only `share` of the rows were independent. Null below two groups or without spread.
 *
 * Source: analysis of covariance, e.g. Scheffé, The Analysis of Variance (1959), chapter 6. O(groups).
 */
export function slopesTest(
  lines: readonly GroupLine[],
  share = 1,
): { readonly p: number; readonly explained: number } | null {
  const used = lines.filter(usable)
  if (used.length < 2) return null
  const n = used.reduce((sum, line) => sum + line.n, 0)
  const [common, own] = [leftBy(used), used.reduce((sum, line) => sum + leftBy([line]), 0)]
  const freedom = n * share - 2 * used.length
  if (!(own > 0) || freedom < 1) return null
  const gained = common - own
  const f = gained / (used.length - 1) / (own / (n - 2 * used.length))
  return { p: fisherFUpperP(f * share, used.length - 1, freedom), explained: Math.max(0, gained / common) }
}

function usable({ n, squaresX }: GroupLine): boolean {
  return n >= leastLineRows && squaresX > 0
}

/** Σ of squares that a common slope leaves, each group about its own means. */
function leftBy(lines: readonly GroupLine[]): number {
  const [x, xy, y] = totals(lines)
  return Math.max(0, y - (xy * xy) / x)
}

function totals(lines: readonly GroupLine[]): readonly [number, number, number] {
  return lines.reduce(
    ([x, xy, y], line): [number, number, number] => [x + line.squaresX, xy + line.products, y + line.squaresY],
    [0, 0, 0] as [number, number, number],
  )
}

/** The group whose slope is most surely another than that of all others. O(groups²). */
export function surestSlope(lines: readonly GroupLine[], share = 1): SlopeContrast | null {
  const found = lines.flatMap(({ group }) => slopeContrast(lines, group, share) ?? [])
  const surely = ({ difference, low, high }: SlopeContrast): number => Math.abs(difference) / (high - low)
  return found.sort((left, right) => surely(right) - surely(left))[0] ?? null
}

export function slopeContrast(lines: readonly GroupLine[], group: string, share: number): SlopeContrast | null {
  const used = lines.filter(usable)
  const [own, others] = [used.filter((line) => line.group === group), used.filter((line) => line.group !== group)]
  if (own.length !== 1 || others.length === 0) return null
  const [a, b] = [own, others].map((part) => {
    const [x, xy] = totals(part)
    const n = part.reduce((sum, line) => sum + line.n, 0)
    const variance = leftBy(part) / Math.max(1, n - part.length - 1)
    return { slope: xy / x, variance: variance / x / share }
  }) as [{ slope: number; variance: number }, { slope: number; variance: number }]
  const difference = a.slope - b.slope
  const margin = normalQuantile(0.975) * Math.sqrt(a.variance + b.variance)
  if (!(margin > 0)) return null
  return { group, slope: a.slope, elsewhere: b.slope, difference, low: difference - margin, high: difference + margin }
}

/** Columns: group, n, variance of x, covariance, variance of y. Parameters: the group named, and the independent share. */
export function slopesNumbers(columns: Columns, parameters: Parameters): Numbers {
  const lines = linesFrom(columns)
  const share = typeof parameters.independent === 'number' ? parameters.independent : 1
  const contrast = slopeContrast(lines, String(parameters.group), share)
  const used = lines.filter(usable)
  const test = slopesTest(lines, share)
  return {
    own_here: null,
    other_here: null,
    own_elsewhere: null,
    other_elsewhere: null,
    here_n: used.find(({ group }) => group === parameters.group)?.n ?? null,
    difference: contrast?.difference ?? null,
    difference_low: contrast?.low ?? null,
    difference_high: contrast?.high ?? null,
    explained: test?.explained ?? null,
    p: test?.p ?? null,
    slope_here: contrast?.slope ?? null,
    slope_elsewhere: contrast?.elsewhere ?? null,
    levels: used.length,
    n: used.reduce((sum, { n }) => sum + n, 0),
  }
}

export function linesFrom([groups = [], sizes = [], xs = [], products = [], ys = []]: Columns): GroupLine[] {
  return groups.map((group, row) => {
    const n = Number(sizes[row])
    const at = (values: readonly unknown[]): number => Number(values[row] ?? 0) * (n - 1)
    return { group: String(group), n, squaresX: at(xs), products: at(products), squaresY: at(ys) }
  })
}
