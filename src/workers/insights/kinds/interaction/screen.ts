/** Cells and lines of the sample in memory, to see which interactions are worth a pass over all rows. */
import type { CodedColumn } from '../../../analysis/controls/coded-sample.ts'
import { noCode } from '../../../analysis/controls/coded-sample.ts'
import type { Cell } from '../../../analysis/derive/interaction.ts'
import type { GroupLine } from '../../../analysis/derive/slopes.ts'

/** Means and variances of `values` by two dimensions. O(n). */
export function cellsOf(first: CodedColumn, second: CodedColumn, values: Float64Array): Cell[] {
  const width = second.labels.length
  const rows = values.length
  const [cells, n, means, squares] = [
    new Int32Array(rows).fill(-1),
    ...[0, 1, 2].map(() => new Float64Array(first.labels.length * width)),
  ] as [Int32Array, Float64Array, Float64Array, Float64Array]
  for (let row = 0; row < rows; row++) {
    const a = first.codes[row] ?? noCode
    const b = second.codes[row] ?? noCode
    const value = values[row] ?? Number.NaN
    if (a === noCode || b === noCode || Number.isNaN(value)) continue
    const cell = a * width + b
    cells[row] = cell
    n[cell] = (n[cell] ?? 0) + 1
    means[cell] = (means[cell] ?? 0) + value
  }
  for (let cell = 0; cell < n.length; cell++) means[cell] = (means[cell] ?? 0) / (n[cell] ?? 0)
  for (let row = 0; row < rows; row++) {
    const cell = cells[row] ?? -1
    if (cell < 0) continue
    const off = (values[row] ?? 0) - (means[cell] ?? 0)
    squares[cell] = (squares[cell] ?? 0) + off * off
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
  const [n, meansX, meansY, squaresX, products, squaresY] = Array.from(
    { length: 6 },
    () => new Float64Array(noCode + 1),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]
  for (let row = 0; row < codes.length; row++) {
    const group = codes[row] ?? noCode
    const a = x[row] ?? Number.NaN
    const b = y[row] ?? Number.NaN
    if (Number.isNaN(a + b)) continue
    n[group] = (n[group] ?? 0) + 1
    meansX[group] = (meansX[group] ?? 0) + a
    meansY[group] = (meansY[group] ?? 0) + b
  }
  for (let group = 0; group < labels.length; group++) {
    meansX[group] = (meansX[group] ?? 0) / (n[group] ?? 0)
    meansY[group] = (meansY[group] ?? 0) / (n[group] ?? 0)
  }
  for (let row = 0; row < codes.length; row++) {
    const group = codes[row] ?? noCode
    const offX = (x[row] ?? Number.NaN) - (meansX[group] ?? 0)
    const offY = (y[row] ?? Number.NaN) - (meansY[group] ?? 0)
    if (Number.isNaN(offX + offY)) continue
    squaresX[group] = (squaresX[group] ?? 0) + offX * offX
    products[group] = (products[group] ?? 0) + offX * offY
    squaresY[group] = (squaresY[group] ?? 0) + offY * offY
  }
  return labels.map((group, index) => ({
    group,
    n: n[index] ?? 0,
    squaresX: squaresX[index] ?? 0,
    products: products[index] ?? 0,
    squaresY: squaresY[index] ?? 0,
  }))
}
