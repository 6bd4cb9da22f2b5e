/** Whether a difference between groups is another one in the levels of a second dimension. */
import { fisherFUpperP } from '../statistics/fisher-f-distribution.ts'
import { normalQuantile } from '../statistics/normal-distribution.ts'
import type { GroupSummary } from '../statistics/welch-anova.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { combined } from './groups.ts'

/** Rows of one group in one level. */
export interface Cell extends GroupSummary {
  readonly group: string
  readonly level: string
}

export interface Contrast {
  readonly group: string
  readonly level: string
  /** The group and all other rows, in the level and in all other levels. */
  readonly ownHere: GroupSummary
  readonly otherHere: GroupSummary
  readonly ownElsewhere: GroupSummary
  readonly otherElsewhere: GroupSummary
  /** How much more the group differs from the others in the level than elsewhere. */
  readonly difference: number
  readonly low: number
  readonly high: number
}

/** Fewer rows in a cell say nothing of it. */
export const leastCellRows = 5
const sweeps = 200

/**
 * F test that the means of all cells are the sum of an effect of their group and one of their level: weighted least
 * squares by alternating means, cells of fewer than 5 rows left out. `explained` is the part of the variance within
 * groups and levels that the rest accounts for. As if only `share` of the rows were independent. Null below two groups or
 * levels, or without spread.
 *
 * Source: Scheffé, The Analysis of Variance (1959), chapter 4, for unequal numbers. O(cells · sweeps).
 */
export function interactionTest(
  cells: readonly Cell[],
  share = 1,
): { readonly p: number; readonly explained: number } | null {
  const used = cells.filter(({ n }) => n >= leastCellRows)
  const groups = [...new Set(used.map(({ group }) => group))]
  const levels = [...new Set(used.map(({ level }) => level))]
  const between = used.length - groups.length - levels.length + 1
  const n = used.reduce((sum, cell) => sum + cell.n, 0)
  if (groups.length < 2 || levels.length < 2 || between < 1) return null
  const within = used.reduce((sum, cell) => sum + (cell.n - 1) * cell.variance, 0)
  const rest = restOfAdditive(used)
  const freedom = n * share - used.length
  if (!(within > 0) || freedom < 1) return null
  const f = ((rest * share) / between / ((within * share) / freedom)) * 1
  const explained = Math.max(0, (rest - (between * within) / (n - used.length)) / (rest + within))
  return { p: fisherFUpperP(f, between, freedom), explained }
}

/** Σ n·(mean − group effect − level effect)² at its least. */
function restOfAdditive(cells: readonly Cell[]): number {
  const groups = new Map<string, number>()
  const levels = new Map<string, number>()
  const settle = (effects: Map<string, number>, key: 'group' | 'level', other: (cell: Cell) => number): number => {
    const sums = new Map<string, { weight: number; sum: number }>()
    for (const cell of cells) {
      const entry = sums.get(cell[key]) ?? { weight: 0, sum: 0 }
      entry.weight += cell.n
      entry.sum += cell.n * (cell.mean - other(cell))
      sums.set(cell[key], entry)
    }
    let moved = 0
    for (const [name, { weight, sum }] of sums) {
      moved = Math.max(moved, Math.abs(sum / weight - (effects.get(name) ?? 0)))
      effects.set(name, sum / weight)
    }
    return moved
  }
  const scale = Math.max(...cells.map(({ mean }) => Math.abs(mean)), Number.MIN_VALUE)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    settle(groups, 'group', ({ level }) => levels.get(level) ?? 0)
    if (settle(levels, 'level', ({ group }) => groups.get(group) ?? 0) < 1e-12 * scale) break
  }
  return cells.reduce(
    (sum, { n, mean, group, level }) => sum + n * (mean - (groups.get(group) ?? 0) - (levels.get(level) ?? 0)) ** 2,
    0,
  )
}

/** The group and level that are most surely out of line; null where no cell has others to compare with. O(cells²). */
export function surestContrast(cells: readonly Cell[], share = 1): Contrast | null {
  const used = cells.filter(({ n }) => n >= leastCellRows)
  let best: { contrast: Contrast; surely: number } | null = null
  for (const { group, level } of used) {
    const contrast = contrastOf(used, group, level, share)
    if (contrast === null) continue
    const size = Math.abs(contrast.difference)
    const error = (contrast.high - contrast.low) / 2
    const { ownElsewhere, otherElsewhere } = contrast
    // Where groups are two, or levels, the same is said from either side: from the one that is higher elsewhere.
    const plain = ownElsewhere.mean >= otherElsewhere.mean ? 1e-6 : 0
    const surely = size / error + plain
    if (best === null || surely > best.surely + 1e-9) best = { contrast, surely }
  }
  return best?.contrast ?? null
}

/** Null where one of the four sides has fewer than 5 rows. */
export function contrastOf(cells: readonly Cell[], group: string, level: string, share: number): Contrast | null {
  const side = (own: boolean, here: boolean) =>
    combined(cells.filter((cell) => (cell.group === group) === own && (cell.level === level) === here))
  const [ownHere, otherHere, ownElsewhere, otherElsewhere] = [
    side(true, true),
    side(false, true),
    side(true, false),
    side(false, false),
  ]
  if (ownHere === null || otherHere === null || ownElsewhere === null || otherElsewhere === null) return null
  const all = [ownHere, otherHere, ownElsewhere, otherElsewhere]
  if (all.some(({ n }) => n < leastCellRows)) return null
  const difference = ownHere.mean - otherHere.mean - (ownElsewhere.mean - otherElsewhere.mean)
  const error = Math.sqrt(all.reduce((sum, { n, variance }) => sum + variance / (n * share), 0))
  const margin = normalQuantile(0.975) * error
  if (!(error > 0)) return null
  const interval = { difference, low: difference - margin, high: difference + margin }
  return { group, level, ownHere, otherHere, ownElsewhere, otherElsewhere, ...interval }
}

/** Columns: group, level, n, mean, variance. Parameters: the group and level named, and the independent share. */
export function interactionNumbers(columns: Columns, parameters: Parameters): Numbers {
  const cells = cellsFrom(columns)
  const share = typeof parameters.independent === 'number' ? parameters.independent : 1
  const used = cells.filter(({ n }) => n >= leastCellRows)
  const contrast = contrastOf(used, String(parameters.group), String(parameters.level), share)
  const test = interactionTest(cells, share)
  return {
    own_here: contrast?.ownHere.mean ?? null,
    other_here: contrast?.otherHere.mean ?? null,
    own_elsewhere: contrast?.ownElsewhere.mean ?? null,
    other_elsewhere: contrast?.otherElsewhere.mean ?? null,
    here_n: contrast === null ? null : contrast.ownHere.n + contrast.otherHere.n,
    difference: contrast?.difference ?? null,
    difference_low: contrast?.low ?? null,
    difference_high: contrast?.high ?? null,
    explained: test?.explained ?? null,
    p: test?.p ?? null,
    slope_here: null,
    slope_elsewhere: null,
    levels: new Set(used.map(({ level }) => level)).size,
    n: used.reduce((sum, { n }) => sum + n, 0),
  }
}

export function cellsFrom([groups = [], levels = [], sizes = [], means = [], variances = []]: Columns): Cell[] {
  return groups.map((group, row) => ({
    group: String(group),
    level: String(levels[row]),
    n: Number(sizes[row]),
    mean: Number(means[row]),
    variance: Number(variances[row] ?? 0),
  }))
}
