/** Groups compared within blocks in which each occurs equally often. */
import { fisherFUpperP } from '../statistics/fisher-f-distribution.ts'
import { studentTQuantile } from '../statistics/student-t-distribution.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

export interface Cell {
  readonly group: string
  readonly block: string
  readonly n: number
  readonly mean: number
  /** Sample variance of the rows of the cell; 0 for a single one. */
  readonly variance: number
}

export interface BlockedDifference {
  readonly difference: number
  readonly low: number
  readonly high: number
  readonly p: number
  /** Part of the variance within blocks that the groups account for, less what chance alone puts there. */
  readonly omegaSquared: number
  readonly blocks: number
  /** Blocks in which the named group differs from the mean of the others in the direction in which it does over all. */
  readonly agreeing: number
}

/**
 * Additive analysis of variance of a complete, balanced table of groups by blocks, and the interval of one group against
 * all others. The error is what groups and blocks together leave; between cells alone where `repeated` says that a block
 * is one subject, whose rows in a cell resemble each other. With two groups and one row a cell this is the paired t test.
 * Null where the table is not complete and balanced, or leaves no error. O(cells).
 *
 * Source: Fisher, The Design of Experiments (1935).
 */
export function blockedDifference(cells: readonly Cell[], best: string, repeated: boolean): BlockedDifference | null {
  const groups = meansBy(cells, ({ group }) => group)
  const blocks = meansBy(cells, ({ block }) => block)
  const n = cells[0]?.n ?? 0
  const [k, b] = [groups.size, blocks.size]
  const bestMean = groups.get(best)
  if (k < 2 || b < 2 || cells.length !== k * b || cells.some((cell) => cell.n !== n) || bestMean === undefined)
    return null
  const mean = cells.reduce((sum, cell) => sum + cell.mean, 0) / cells.length
  const between = n * b * [...groups.values()].reduce((sum, own) => sum + (own - mean) ** 2, 0)
  const left = cells.reduce(
    (sum, cell) => sum + n * (cell.mean - (groups.get(cell.group) ?? 0) - (blocks.get(cell.block) ?? 0) + mean) ** 2,
    0,
  )
  const inCells = repeated ? 0 : cells.reduce((sum, cell) => sum + (n - 1) * cell.variance, 0)
  const freedom = (k - 1) * (b - 1) + (repeated ? 0 : k * b * (n - 1))
  const error = (left + inCells) / freedom
  if (!(error > 0)) return null
  const f = between / (k - 1) / error
  const difference = (bestMean - mean) * (k / (k - 1))
  const margin = studentTQuantile(0.975, freedom) * Math.sqrt(error / (n * b) + error / (n * b * (k - 1)))
  return {
    difference,
    low: difference - margin,
    high: difference + margin,
    p: fisherFUpperP(f, k - 1, freedom),
    omegaSquared: Math.max(0, ((k - 1) * (f - 1)) / ((k - 1) * (f - 1) + n * k * b)),
    blocks: b,
    agreeing: agreeingBlocks(cells, blocks, best, k, Math.sign(difference)),
  }
}

function meansBy(cells: readonly Cell[], keyOf: (cell: Cell) => string): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const cell of cells) {
    const entry = sums.get(keyOf(cell)) ?? { sum: 0, count: 0 }
    entry.sum += cell.mean
    entry.count++
    sums.set(keyOf(cell), entry)
  }
  return new Map([...sums].map(([key, { sum, count }]) => [key, sum / count]))
}

function agreeingBlocks(
  cells: readonly Cell[],
  blocks: ReadonlyMap<string, number>,
  best: string,
  k: number,
  sign: number,
): number {
  // Differences in the last bits are none.
  return cells.filter(({ group, block, mean }) => {
    const gap = (mean - (blocks.get(block) ?? 0)) * (k / (k - 1))
    return group === best && sign * gap > 1e-9 * Math.abs(mean)
  }).length
}

export function cellsOfBlocks(columns: Columns): Cell[] {
  const [groups = [], blocks = [], sizes = [], means = [], variances = []] = columns
  return groups.map((group, index) => ({
    group: String(group),
    block: String(blocks[index]),
    n: Number(sizes[index]),
    mean: Number(means[index]),
    variance: Number(variances[index] ?? 0),
  }))
}

export function blockedGroupNumbers(columns: Columns, parameters: Parameters): Numbers {
  const found = blockedDifference(cellsOfBlocks(columns), String(parameters.best), parameters.repeated === true)
  if (found === null) throw new Error('The groups of this statement are not balanced within their blocks')
  return {
    difference_low: found.low,
    difference_high: found.high,
    omega_squared: found.omegaSquared,
    p: found.p,
    blocks: found.blocks,
    blocks_agreeing: found.agreeing,
  }
}
