/** One regression tree over binned columns. */

/** Nodes in the order of a heap: node i has the children 2i + 1 (bins up to its cut) and 2i + 2. */
export interface Tree {
  /** Column of the split, −1 for a leaf. */
  readonly columns: Int16Array
  readonly cuts: Uint8Array
  readonly values: Float64Array
}

export interface TreeOptions {
  readonly depth: number
  readonly learningRate: number
  /** Least number of rows in a leaf. */
  readonly leastLeaf: number
}

const mostBins = 256
/** Added to every leaf's weight, so that few rows say less. */
const ridge = 1

/**
 * Grows a tree that sorts the given rows by `gradients` (what is left to explain) with weights `hessians`, each split the
 * one of largest gain. Null where no split helps. O(depth · rows · columns).
 *
 * Source: second-order gain and histograms after Chen & Guestrin, KDD (2016).
 */
export function growTree(
  columns: readonly Uint8Array[],
  gradients: Float64Array,
  hessians: Float64Array,
  rows: Uint32Array,
  { depth, learningRate, leastLeaf }: TreeOptions,
): Tree | null {
  const size = 2 ** (depth + 1) - 1
  const tree = { columns: new Int16Array(size).fill(-1), cuts: new Uint8Array(size), values: new Float64Array(size) }
  const inNode: Uint32Array[] = [rows]
  for (let node = 0; node < size; node++) {
    const own = inNode[node]
    if (own === undefined || own.length === 0) continue
    const total = sums(own, gradients, hessians)
    tree.values[node] = (learningRate * total.gradient) / (total.hessian + ridge)
    if (2 * node + 2 >= size || own.length < 2 * leastLeaf) continue
    const split = bestSplit(columns, gradients, hessians, own, leastLeaf)
    if (split === null) continue
    tree.columns[node] = split.column
    tree.cuts[node] = split.cut
    const [low, high] = parted(own, columns[split.column] ?? new Uint8Array(), split.cut)
    inNode[2 * node + 1] = low
    inNode[2 * node + 2] = high
  }
  return tree.columns[0] === -1 ? null : tree
}

/** The leaf value for one row. O(depth). */
export function predictTree(tree: Tree, columns: readonly Uint8Array[], row: number): number {
  let node = 0
  for (let column = tree.columns[0] ?? -1; column >= 0; column = tree.columns[node] ?? -1) {
    node = 2 * node + ((columns[column]?.[row] ?? 0) <= (tree.cuts[node] ?? 0) ? 1 : 2)
  }
  return tree.values[node] ?? 0
}

/** Rows with bins up to `cut`, and the others, each in their order. */
function parted(rows: Uint32Array, bins: Uint8Array, cut: number): readonly [Uint32Array, Uint32Array] {
  const [low, high] = [new Uint32Array(rows.length), new Uint32Array(rows.length)]
  let lows = 0
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    if ((bins[row] ?? 0) <= cut) low[lows++] = row
    else high[index - lows] = row
  }
  return [low.subarray(0, lows), high.subarray(0, rows.length - lows)]
}

function sums(rows: Uint32Array, gradients: Float64Array, hessians: Float64Array) {
  let gradient = 0
  let hessian = 0
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    gradient += gradients[row] ?? 0
    hessian += hessians[row] ?? 0
  }
  return { gradient, hessian }
}

interface Split {
  readonly column: number
  readonly cut: number
}

function bestSplit(
  columns: readonly Uint8Array[],
  gradients: Float64Array,
  hessians: Float64Array,
  rows: Uint32Array,
  leastLeaf: number,
): Split | null {
  const total = sums(rows, gradients, hessians)
  const score = (gradient: number, hessian: number) => (gradient * gradient) / (hessian + ridge)
  const whole = score(total.gradient, total.hessian)
  let most = 1e-9 * Math.abs(whole) + 1e-12
  let best: Split | null = null
  const binGradients = new Float64Array(mostBins)
  const binHessians = new Float64Array(mostBins)
  const binRows = new Uint32Array(mostBins)
  // Side by side, so that the loop over the columns reads them in order.
  const [ownGradients, ownHessians] = [taken(gradients, rows), taken(hessians, rows)]
  for (const [column, bins] of columns.entries()) {
    binGradients.fill(0)
    binHessians.fill(0)
    binRows.fill(0)
    for (let index = 0; index < rows.length; index++) {
      const bin = bins[rows[index] ?? 0] ?? 0
      binGradients[bin] = (binGradients[bin] ?? 0) + (ownGradients[index] ?? 0)
      binHessians[bin] = (binHessians[bin] ?? 0) + (ownHessians[index] ?? 0)
      binRows[bin] = (binRows[bin] ?? 0) + 1
    }
    let gradient = 0
    let hessian = 0
    let count = 0
    for (let cut = 0; cut < mostBins - 1; cut++) {
      gradient += binGradients[cut] ?? 0
      hessian += binHessians[cut] ?? 0
      count += binRows[cut] ?? 0
      if (count < leastLeaf || binRows[cut] === 0) continue
      if (rows.length - count < leastLeaf) break
      const gain = score(gradient, hessian) + score(total.gradient - gradient, total.hessian - hessian) - whole
      if (gain > most) {
        most = gain
        best = { column, cut }
      }
    }
  }
  return best
}

function taken(values: Float64Array, rows: Uint32Array): Float64Array {
  const own = new Float64Array(rows.length)
  for (let index = 0; index < rows.length; index++) own[index] = values[rows[index] ?? 0] ?? 0
  return own
}
