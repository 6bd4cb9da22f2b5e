/** Cells and lines of the sample in memory, to see which interactions are worth a pass over all rows. */
import type { CodedColumn } from '../../../analysis/controls/coded-sample.ts'
import { noCode } from '../../../analysis/controls/coded-sample.ts'
import type { Cell } from '../../../analysis/derive/interaction.ts'
import type { GroupLine } from '../../../analysis/derive/slopes.ts'

/** Means and variances of `values` by two dimensions. O(n). */
export function cellsOf(first: CodedColumn, second: CodedColumn, values: Float64Array): Cell[] {
  const width = second.labels.length
  const [n, means, squares] = [0, 1, 2].map(() => new Float64Array(first.labels.length * width)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let row = 0; row < values.length; row++) {
    const [a, b, value] = [first.codes[row] ?? noCode, second.codes[row] ?? noCode, values[row] ?? Number.NaN]
    if (a === noCode || b === noCode || Number.isNaN(value)) continue
    const cell = a * width + b
    const count = (n[cell] ?? 0) + 1
    const off = value - (means[cell] ?? 0)
    n[cell] = count
    means[cell] = (means[cell] ?? 0) + off / count
    squares[cell] = (squares[cell] ?? 0) + off * (value - (means[cell] ?? 0))
  }
  return first.labels.flatMap((group, a) =>
    second.labels.flatMap((level, b) => {
      const cell = a * width + b
      const count = n[cell] ?? 0
      const variance = count > 1 ? (squares[cell] ?? 0) / (count - 1) : 0
      return count === 0 ? [] : [{ group, level, n: count, mean: means[cell] ?? 0, variance }]
    }),
  )
}

/** Sums of squares and products of x and y about the means of each group. O(n). */
export function linesOf({ labels, codes }: CodedColumn, x: Float64Array, y: Float64Array): GroupLine[] {
  const sums = labels.map(() => ({ n: 0, meanX: 0, meanY: 0, squaresX: 0, products: 0, squaresY: 0 }))
  for (let row = 0; row < codes.length; row++) {
    const sum = sums[codes[row] ?? noCode]
    const [a, b] = [x[row] ?? Number.NaN, y[row] ?? Number.NaN]
    if (sum === undefined || Number.isNaN(a + b)) continue
    sum.n++
    const [offX, offY] = [a - sum.meanX, b - sum.meanY]
    sum.meanX += offX / sum.n
    sum.meanY += offY / sum.n
    sum.squaresX += offX * (a - sum.meanX)
    sum.products += offX * (b - sum.meanY)
    sum.squaresY += offY * (b - sum.meanY)
  }
  return labels.map((group, index) => ({ group, ...(sums[index] ?? { n: 0, squaresX: 0, products: 0, squaresY: 0 }) }))
}
