/** What predicts a measure best, from the rows of its evidence query. */
import { type KeyDrivers, keyDrivers } from '../statistics/key-drivers.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

/** Ranges that a measure is cut into: more tell a tree nothing. */
const bins = 32
const missing = 255
/** Values of a category that are told apart; the rest are one. */
const mostCategories = 60
const seed = 1

export interface Predictors {
  /** In the order of the columns given. */
  readonly result: KeyDrivers | null
  readonly n: number
}

/** Columns: the target, then those that predict it; `kinds` has a letter for each of these, `n` numbers, `c` categories. */
export function predictorsOf([target = [], ...columns]: Columns, kinds: string): Predictors {
  const rows = target.flatMap((value, row) => (typeof value === 'number' && Number.isFinite(value) ? [row] : []))
  const values = Float64Array.from(rows, (row) => Number(target[row]))
  // Every second row by a scrambled number, so that no order of the file decides which half a row is in.
  const inFirstHalf = Uint8Array.from(rows, (_, index) => (Math.imul(index + 1, 0x9e3779b1) >>> 16) & 1)
  const coded = columns.map((column, index) => {
    const own = rows.map((row) => column[row])
    return kinds[index] === 'n' ? binned(own) : ordered(own, values, inFirstHalf)
  })
  return { result: keyDrivers(coded, values, inFirstHalf, 'squared', seed), n: rows.length }
}

export function keyDriversNumbers(columns: Columns, parameters: Parameters): Numbers {
  const { result, n } = predictorsOf(columns, String(parameters.kinds))
  const [first, second] = result?.drivers ?? []
  return {
    explained: result?.explained ?? null,
    first_importance: first?.importance ?? null,
    second_importance: second?.importance ?? null,
    held_out: result?.heldOut ?? null,
    columns: columns.length - 1,
    n,
    p: result?.p ?? null,
  }
}

function binned(values: readonly unknown[]): Uint8Array {
  const numbers = values.map((value) => (typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN))
  const sorted = Float64Array.from(numbers.filter((value) => !Number.isNaN(value))).sort()
  const limits = Array.from(
    { length: bins - 1 },
    (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / bins)] ?? 0,
  )
  return Uint8Array.from(numbers, (value) => {
    if (Number.isNaN(value)) return missing
    let [low, high] = [0, limits.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((limits[middle] ?? 0) <= value) low = middle + 1
      else high = middle
    }
    return low
  })
}

/** Categories in the order of their means of the target, on the half that trains: so that a tree may cut between them. */
function ordered(values: readonly unknown[], target: Float64Array, inFirstHalf: Uint8Array): Uint8Array {
  const sums = new Map<unknown, { n: number; sum: number; all: number }>()
  for (const [row, value] of values.entries()) {
    if (value === null || value === undefined) continue
    const entry = sums.get(value) ?? { n: 0, sum: 0, all: 0 }
    entry.all++
    if (inFirstHalf[row] === 1) {
      entry.n++
      entry.sum += target[row] ?? 0
    }
    sums.set(value, entry)
  }
  const kept = [...sums].toSorted(([, left], [, right]) => right.all - left.all).slice(0, mostCategories)
  const codes = new Map(
    kept
      .toSorted(([, left], [, right]) => left.sum / Math.max(1, left.n) - right.sum / Math.max(1, right.n))
      .map(([value], code) => [value, code] as const),
  )
  return Uint8Array.from(values, (value) => codes.get(value) ?? missing)
}
