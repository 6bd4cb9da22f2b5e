/** Which columns predict a target best, judged on rows that the model has not seen. */
import {
  type BinnedColumn,
  type BoostedTrees,
  type BoostingLoss,
  fitBoostedTrees,
  predictionsOf,
  scoresByTree,
  scoresWithout,
} from './boosted-trees.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import { studentTTwoSidedP } from './student-t-distribution.ts'

export interface Driver {
  /** Position among the columns given. */
  readonly column: number
  /** Held-out loss that comes back when this column is shuffled, over the loss of the plain mean. */
  readonly importance: number
  /** One-sided p, over held-out rows, that shuffling it does no harm. */
  readonly p: number
  /** Whether it matters more than every shuffled copy does. */
  readonly aboveShadows: boolean
}

export interface KeyDrivers {
  /** 1 − loss / loss of the plain mean, on held-out rows: R² with squared loss; may be below 0. */
  readonly explained: number
  /** One-sided p that the model predicts no better than the mean. */
  readonly p: number
  /** The largest importance first. */
  readonly drivers: readonly Driver[]
  /** The largest importance that a shuffled copy of a column reached. */
  readonly shadow: number
  readonly heldOut: number
}

/** Least rows in either half. */
const leastRows = 50

/**
 * Fits boosted trees on half of the rows, with a shuffled copy ("shadow") of each column beside it, and measures on the
 * other half how much worse the predictions become when a column is shuffled. `inFirstHalf` is 1 for rows that train
 * (chosen by a hash, so that it does not change; rows of one key must lie in the same half). Null where a half has fewer
 * than 50 rows or the target no spread. O(rounds · rows · columns).
 *
 * Source: permutation importance of Breiman, Machine Learning 45 (2001), held out as in Fisher, Rudin & Dominici, JMLR 20
 * (2019); shadows of Kursa & Rudnicki, J. Statist. Software 36 (2010).
 */
export function keyDrivers(
  columns: readonly BinnedColumn[],
  target: ArrayLike<number>,
  inFirstHalf: ArrayLike<number>,
  loss: BoostingLoss,
  seed = 1,
): KeyDrivers | null {
  const random = seededRandom(seed)
  const all = Uint32Array.from({ length: target.length }, (_, row) => row)
  const training = all.filter((row) => inFirstHalf[row] === 1)
  const heldOut = all.filter((row) => inFirstHalf[row] !== 1)
  if (Math.min(training.length, heldOut.length) < leastRows) return null
  const shadows = columns.map((column) => shuffledWithin(shuffledWithin(column, training, random), heldOut, random))
  const both = [...columns, ...shadows]
  const model = fitBoostedTrees(both, target, training, { loss, seed })
  const lossesOf = (predictions: Float64Array): Float64Array =>
    predictions.map((prediction, index) => lossOf(loss, prediction, target[heldOut[index] ?? 0] ?? 0))
  const mean = training.reduce((sum, row) => sum + (target[row] ?? 0), 0) / training.length
  const plain = lossesOf(new Float64Array(heldOut.length).fill(mean))
  const byTree = scoresByTree(model, both, heldOut)
  const full = lossesOf(predictionsOf(model, byTree, heldOut.length))
  const plainTotal = total(plain)
  if (!(plainTotal > 0)) return null
  const used = usedColumns(model)
  const harm = both.map((column, position) => {
    if (!used.has(position)) return { importance: 0, p: 1 }
    const changed = both.with(position, shuffledWithin(column, heldOut, random))
    const scores = scoresWithout(model, byTree, changed, position, heldOut)
    const more = lossesOf(predictionsOf(model, scores, heldOut.length)).map((one, index) => one - (full[index] ?? 0))
    return { importance: total(more) / plainTotal, p: oneSidedP(more) }
  })
  const shadow = Math.max(0, ...harm.slice(columns.length).map(({ importance }) => importance))
  const better = plain.map((value, index) => value - (full[index] ?? 0))
  return {
    explained: total(better) / plainTotal,
    p: oneSidedP(better),
    drivers: harm
      .slice(0, columns.length)
      .map((one, column) => ({ column, ...one, aboveShadows: one.importance > shadow }))
      .sort((left, right) => right.importance - left.importance),
    shadow,
    heldOut: heldOut.length,
  }
}

/** Squared error, or the negative log likelihood of a 0/1 outcome. */
function lossOf(loss: BoostingLoss, prediction: number, actual: number): number {
  if (loss === 'squared') return (prediction - actual) ** 2
  const bounded = Math.min(1 - 1e-9, Math.max(1e-9, prediction))
  return -(actual * Math.log(bounded) + (1 - actual) * Math.log(1 - bounded))
}

/** A copy whose values at `rows` have changed places among themselves. */
function shuffledWithin(column: BinnedColumn, rows: Uint32Array, random: SeededRandom): BinnedColumn {
  const copy = column.slice()
  const order = random.shuffle(rows.slice())
  rows.forEach((row, index) => {
    copy[row] = column[order[index] ?? 0] ?? 0
  })
  return copy
}

function usedColumns({ trees }: BoostedTrees): Set<number> {
  return new Set(trees.flatMap((tree) => Array.from(tree.columns).filter((column) => column >= 0)))
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** p of a mean of 0 or less, by Student's t. */
function oneSidedP(values: Float64Array): number {
  const n = values.length
  const mean = total(values) / n
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1)
  if (!(variance > 0)) return mean > 0 ? 0 : 1
  const t = mean / Math.sqrt(variance / n)
  const half = studentTTwoSidedP(t, n - 1) / 2
  return t > 0 ? half : 1 - half
}
