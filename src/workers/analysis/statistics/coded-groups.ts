/** Number, mean and spread of an outcome in the groups that rows form by the codes of one column or of two. */

/** Code of missing values: never a group. */
export const missingBin = 255

export interface Summary {
  readonly n: number
  readonly mean: number
  /** Σ(x − mean)². */
  readonly squares: number
}

/** Rows whose `column` has the code `code`. */
export interface Code {
  readonly column: number
  readonly code: number
}

/** Rows side by side, with their code in each column. */
export interface CodedRows {
  readonly codes: readonly Uint8Array[]
  /** By column: one above its highest code, missing ones apart. */
  readonly sizes: readonly number[]
  /** The outcome less `offset`, about which sums keep their digits. */
  readonly off: Float64Array
  readonly offset: number
}

export function codedRows(
  columns: readonly Uint8Array[],
  rows: Uint32Array,
  outcome: ArrayLike<number>,
  offset: number,
): CodedRows {
  const off = new Float64Array(rows.length)
  for (let index = 0; index < rows.length; index++) off[index] = (outcome[rows[index] ?? 0] ?? 0) - offset
  const codes = columns.map((column) => codesAt(column, rows))
  return { codes, sizes: codes.map(sizeOf), off, offset }
}

function codesAt(column: Uint8Array, rows: Uint32Array): Uint8Array {
  const codes = new Uint8Array(rows.length)
  for (let index = 0; index < rows.length; index++) codes[index] = column[rows[index] ?? 0] ?? missingBin
  return codes
}

function sizeOf(codes: Uint8Array): number {
  let size = 0
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? missingBin
    if (code !== missingBin && code >= size) size = code + 1
  }
  return size
}

/** By code. */
export function groupsOfColumn({ codes, sizes, off, offset }: CodedRows, column: number): Summary[] {
  const size = sizes[column] ?? 0
  const sums = sumsByCell(new Uint8Array(off.length), codes[column] ?? new Uint8Array(), size, 1, off)
  return Array.from({ length: size }, (_, code) => summaryOfCell(sums, code, offset))
}

/** Gives the group of two conditions. One pass over the rows makes all groups of a pair of columns. */
export function groupsOfPairs({ codes, sizes, off, offset }: CodedRows): (first: Code, second: Code) => Summary {
  const known = new Map<number, CellSums>()
  return (first, second) => {
    const key = first.column * sizes.length + second.column
    const width = sizes[second.column] ?? 0
    let sums = known.get(key)
    if (sums === undefined) {
      const [one, other] = [codes[first.column] ?? new Uint8Array(), codes[second.column] ?? new Uint8Array()]
      sums = sumsByCell(one, other, width, sizes[first.column] ?? 0, off)
      known.set(key, sums)
    }
    return summaryOfCell(sums, first.code * width + second.code, offset)
  }
}

interface CellSums {
  readonly counts: Float64Array
  readonly sums: Float64Array
  readonly squares: Float64Array
}

/** Counts and sums of `off` by both codes: the cell of codes a and b is a · width + b. */
function sumsByCell(first: Uint8Array, second: Uint8Array, width: number, height: number, off: Float64Array): CellSums {
  const counts = new Float64Array(height * width)
  const sums = new Float64Array(height * width)
  const squares = new Float64Array(height * width)
  for (let index = 0; index < off.length; index++) {
    const [a, b] = [first[index] ?? missingBin, second[index] ?? missingBin]
    if (a === missingBin || b === missingBin) continue
    const cell = a * width + b
    const value = off[index] ?? 0
    counts[cell] = (counts[cell] ?? 0) + 1
    sums[cell] = (sums[cell] ?? 0) + value
    squares[cell] = (squares[cell] ?? 0) + value * value
  }
  return { counts, sums, squares }
}

function summaryOfCell({ counts, sums, squares }: CellSums, cell: number, offset: number): Summary {
  const n = counts[cell] ?? 0
  if (n === 0) return { n: 0, mean: 0, squares: 0 }
  const [sum, square] = [sums[cell] ?? 0, squares[cell] ?? 0]
  const own = square - (sum * sum) / n
  // What rounding alone leaves is no spread.
  return { n, mean: offset + sum / n, squares: own > 1e-12 * square ? own : 0 }
}
