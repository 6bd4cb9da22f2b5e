/** Kruskal–Wallis: do groups differ in rank, whatever the shape of their values? */
import { chiSquareUpperP } from './chi-square-distribution.ts'
import { rankWithTies } from './ranks.ts'

export interface KruskalWallisResult {
  /** H, corrected for ties. */
  readonly statistic: number
  readonly df: number
  readonly p: number
  /** ε² = H / (n − 1): share of the variance of ranks that lies between the groups, 0 to 1. */
  readonly epsilonSquared: number
}

/**
 * H test over groups of finite values; empty groups are left out. Null with fewer than two groups or all values equal.
 * The p is the chi-square approximation, good from about five values a group.
 *
 * Source: Kruskal & Wallis, JASA 47 (1952); ε² after Tomczak & Tomczak (2014). O(n log n).
 */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): KruskalWallisResult | null {
  const filled = groups.filter((group) => group.length > 0)
  const n = filled.reduce((sum, group) => sum + group.length, 0)
  if (filled.length < 2) return null
  const values = new Float64Array(n)
  let offset = 0
  for (const group of filled) {
    values.set(group, offset)
    offset += group.length
  }
  const { ranks, tieCorrection } = rankWithTies(values)
  const correction = 1 - tieCorrection / (n * n * n - n)
  if (!(correction > 0)) return null
  const expected = (n + 1) / 2
  let between = 0
  offset = 0
  for (const group of filled) {
    let sum = 0
    for (let index = 0; index < group.length; index++) sum += (ranks[offset + index] ?? 0) - expected
    between += (sum * sum) / group.length
    offset += group.length
  }
  const statistic = (12 * between) / (n * (n + 1)) / correction
  const df = filled.length - 1
  return { statistic, df, p: chiSquareUpperP(statistic, df), epsilonSquared: statistic / (n - 1) }
}
