/** Small gradient-boosted trees over binned columns: a prediction that may bend and interact. */
import { growTree, predictTree, type Tree } from './regression-tree.ts'
import { seededRandom } from './seeded-random.ts'

/** A column as bin numbers 0 to 255, in the order of its values; missing values have a bin of their own. */
export type BinnedColumn = Uint8Array

/** What is fitted: a measure by squared error, or a 0/1 outcome by its log odds. */
export type BoostingLoss = 'squared' | 'logistic'

export interface BoostingOptions {
  readonly loss: BoostingLoss
  readonly rounds?: number
  readonly depth?: number
  readonly learningRate?: number
  readonly leastLeaf?: number
  /** Share of the rows that each tree sees. */
  readonly subsample?: number
  readonly seed?: number
}

export interface BoostedTrees {
  readonly loss: BoostingLoss
  readonly start: number
  readonly trees: readonly Tree[]
}

/**
 * Fits trees one after the other to what those before leave. `rows` are indices into the columns and `target` (finite;
 * 0 or 1 with logistic loss). The same for the same seed. O(rounds · depth · rows · columns).
 *
 * Source: Friedman, Ann. Statist. 29 (2001) and Comput. Statist. Data Anal. 38 (2002).
 */
export function fitBoostedTrees(
  columns: readonly BinnedColumn[],
  target: ArrayLike<number>,
  rows: Uint32Array,
  options: BoostingOptions,
): BoostedTrees {
  const { loss, rounds = 60, depth = 3, learningRate = 0.12, leastLeaf = 20, subsample = 0.6, seed = 1 } = options
  const random = seededRandom(seed)
  let mean = 0
  rows.forEach((row, index) => {
    mean += ((target[row] ?? 0) - mean) / (index + 1)
  })
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, mean))
  const start = loss === 'squared' ? mean : Math.log(bounded / (1 - bounded))
  const scores = new Float64Array(target.length).fill(start)
  const gradients = new Float64Array(target.length)
  const hessians = new Float64Array(target.length).fill(1)
  const trees: Tree[] = []
  for (let round = 0; round < rounds; round++) {
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0
      const prediction = loss === 'squared' ? (scores[row] ?? 0) : logistic(scores[row] ?? 0)
      gradients[row] = (target[row] ?? 0) - prediction
      if (loss === 'logistic') hessians[row] = Math.max(1e-6, prediction * (1 - prediction))
    }
    const sample = rows.filter(() => random.uniform() < subsample)
    const tree = growTree(columns, gradients, hessians, sample, { depth, learningRate, leastLeaf })
    if (tree === null) break
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0
      scores[row] = (scores[row] ?? 0) + predictTree(tree, columns, row)
    }
    trees.push(tree)
  }
  return { loss, start, trees }
}

/** What each tree adds to the score of each of `rows`: an array a tree. O(trees · rows · depth). */
export function scoresByTree(
  { trees }: BoostedTrees,
  columns: readonly BinnedColumn[],
  rows: Uint32Array,
): Float64Array[] {
  return trees.map((tree) => scoresOfTree(tree, columns, rows))
}

/** `byTree` with one column of other values: only the trees that split by it are walked again. */
export function scoresWithout(
  { trees }: BoostedTrees,
  byTree: readonly Float64Array[],
  columns: readonly BinnedColumn[],
  changed: number,
  rows: Uint32Array,
): readonly Float64Array[] {
  return byTree.map((scores, index) => {
    const tree = trees[index]
    return tree?.columns.includes(changed) === true ? scoresOfTree(tree, columns, rows) : scores
  })
}

function scoresOfTree(tree: Tree, columns: readonly BinnedColumn[], rows: Uint32Array): Float64Array {
  const scores = new Float64Array(rows.length)
  for (let index = 0; index < rows.length; index++) scores[index] = predictTree(tree, columns, rows[index] ?? 0)
  return scores
}

/** Predictions in the unit of the target, or as probabilities, from what each tree adds. O(trees · rows). */
export function predictionsOf({ loss, start }: BoostedTrees, byTree: readonly Float64Array[], rows: number) {
  const predictions = new Float64Array(rows).fill(start)
  for (const scores of byTree) {
    for (let row = 0; row < rows; row++) predictions[row] = (predictions[row] ?? 0) + (scores[row] ?? 0)
  }
  if (loss === 'squared') return predictions
  for (let row = 0; row < rows; row++) predictions[row] = logistic(predictions[row] ?? 0)
  return predictions
}

/** Prediction for one row: in the unit of the target, or as a probability. O(trees · depth). */
export function predictBoostedTrees(model: BoostedTrees, columns: readonly BinnedColumn[], row: number): number {
  let score = model.start
  for (const tree of model.trees) score += predictTree(tree, columns, row)
  return model.loss === 'squared' ? score : logistic(score)
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
