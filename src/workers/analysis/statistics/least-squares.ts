/** Ordinary least squares on a few columns, by orthogonal columns, so that further columns can be tried cheaply. */

/** Below this share of its length, what is left of a column after the others is rounding. */
const dependent = 1e-9

/** An orthonormal basis of the columns given so far; a column that depends on the others adds nothing. */
export class OrthogonalBasis {
  readonly vectors: Float64Array[] = []

  /** Adds a column; false where it depends on those before it. O(n · columns). */
  add(column: ArrayLike<number>): boolean {
    const rest = this.remainder(column)
    if (rest === null) return false
    this.vectors.push(rest.direction)
    return true
  }

  /** The part of a column that is orthogonal to the basis, of length one; null where there is none. */
  remainder(column: ArrayLike<number>): { readonly direction: Float64Array; readonly length: number } | null {
    const rest = new Float64Array(column)
    const before = Math.sqrt(dot(rest, rest))
    // Twice is enough: the second pass takes away what rounding left of the first.
    for (let pass = 0; pass < 2; pass++) this.removeFrom(rest)
    const length = Math.sqrt(dot(rest, rest))
    if (!(length > dependent * before)) return null
    for (let index = 0; index < rest.length; index++) rest[index] = (rest[index] ?? 0) / length
    return { direction: rest, length }
  }

  /** What the columns leave of `values`. O(n · columns). */
  residuals(values: ArrayLike<number>): Float64Array {
    const rest = new Float64Array(values)
    this.removeFrom(rest)
    return rest
  }

  private removeFrom(values: Float64Array): void {
    for (const vector of this.vectors) {
      const along = dot(vector, values)
      for (let index = 0; index < values.length; index++) {
        values[index] = (values[index] ?? 0) - along * (vector[index] ?? 0)
      }
    }
  }
}

/** Σ xᵢyᵢ. O(n). */
export function dot(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < left.length; index++) sum += (left[index] ?? 0) * (right[index] ?? 0)
  return sum
}

/** Fitted values of the least-squares regression of `values` on `columns`, all of equal length. O(n · columns²). */
export function leastSquaresFit(columns: readonly ArrayLike<number>[], values: ArrayLike<number>): Float64Array {
  const basis = new OrthogonalBasis()
  for (const column of columns) basis.add(column)
  const residuals = basis.residuals(values)
  return residuals.map((residual, index) => (values[index] ?? 0) - residual)
}

/**
 * Solves the symmetric positive definite system `matrix` · x = `right` by Cholesky's method; null where the matrix is
 * not positive definite to 1 part in 10¹². O(k³).
 *
 * Source: Golub & Van Loan, Matrix Computations (2013), 4.2.
 */
export function solveSymmetric(matrix: readonly ArrayLike<number>[], right: ArrayLike<number>): Float64Array | null {
  const size = right.length
  const lower = Array.from({ length: size }, () => new Float64Array(size))
  const at = (row: number, column: number) => lower[row]?.[column] ?? 0
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row]?.[column] ?? 0
      for (let inner = 0; inner < column; inner++) sum -= at(row, inner) * at(column, inner)
      if (row === column && !(sum > 1e-12 * Math.abs(matrix[row]?.[row] ?? 0))) return null
      const line = lower[row]
      if (line !== undefined) line[column] = row === column ? Math.sqrt(sum) : sum / at(column, column)
    }
  }
  const forward = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    let sum = right[row] ?? 0
    for (let inner = 0; inner < row; inner++) sum -= at(row, inner) * (forward[inner] ?? 0)
    forward[row] = sum / at(row, row)
  }
  const solution = new Float64Array(size)
  for (let row = size - 1; row >= 0; row--) {
    let sum = forward[row] ?? 0
    for (let inner = row + 1; inner < size; inner++) sum -= at(inner, row) * (solution[inner] ?? 0)
    solution[row] = sum / at(row, row)
  }
  return solution
}
