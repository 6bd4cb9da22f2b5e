/** Columns that hold the same in other units, and columns that all but do. */
import { pairs } from '../derive/correlation.ts'
import { pearsonCoefficient, spearman } from '../statistics/correlation.ts'
import { fits, type NumberColumn, type Relation, rounding } from './relation.ts'

type Line = Extract<Relation, { kind: 'linear' | 'close' }>

/** From here on one of two columns tells what the other does. */
const leastClose = 0.98
/** Ranks that agree so closely are those of a function, however curved. */
const leastCloseRanks = 0.99
const leastCloseToo = 0.95
/** Below, ranks are not worth looking at. */
const leastToRank = 0.7
const leastRows = 20
const leastSameRows = 8
const leastSameValues = 5
/** Part of the different values of the one that the other has at least. */
const leastAlike = 0.2

/** `isClose` decides whether columns that only nearly agree are told: not of rows in time, which drift together. O(k²·n). */
export function findLines(columns: readonly NumberColumn[], isClose: boolean): Line[] {
  const found: Line[] = []
  for (const [index, first] of columns.entries()) {
    for (const second of columns.slice(index + 1)) {
      const { left, right } = pairs(first.values, second.values)
      if (isSame(left, right)) {
        found.push({ kind: 'linear', first: first.name, second: second.name, factor: 1, offset: 0 })
        continue
      }
      if (left.length < leastRows) continue
      const r = Math.abs(pearsonCoefficient(left, right) ?? 0)
      if (r < leastToRank) continue
      const rho = Math.abs(spearman(left, right)?.rho ?? 0)
      // One point far out makes a correlation of the values, but none of the ranks.
      const close = (r >= leastClose && rho >= leastCloseToo) || rho >= leastCloseRanks
      if (!close) continue
      const line = lineOf(first, second)
      if (line !== null) found.push(line)
      else if (isClose && areAlike(first, second)) found.push({ kind: 'close', first: first.name, second: second.name })
    }
  }
  return found
}

/**
 * Whether two columns may measure nearly the same thing: neither has but a few values beside the other's many. What grows
 * with six ages is no second measure of age.
 */
function areAlike(first: NumberColumn, second: NumberColumn): boolean {
  const [one = 0, other = 0] = [first, second].map(({ values }) => new Set(values).size)
  return Math.min(one, other) >= leastAlike * Math.max(one, other)
}

/** Whether two columns hold the same in every row: of few rows that tells enough, where the values are various. */
function isSame(left: ArrayLike<number>, right: ArrayLike<number>): boolean {
  if (left.length < leastSameRows || left.length >= leastRows) return false
  const values = new Set<number>()
  for (let row = 0; row < left.length; row++) {
    if (left[row] !== right[row]) return false
    values.add(left[row] ?? Number.NaN)
  }
  return values.size >= leastSameValues
}

/** The line through the two rows farthest apart, with factor and offset as round as the values allow; null where it misses. */
function lineOf(first: NumberColumn, second: NumberColumn): Line | null {
  const rows = Array.from(first.values.keys()).filter(
    (row) => !Number.isNaN((first.values[row] ?? Number.NaN) + (second.values[row] ?? Number.NaN)),
  )
  const at = (row: number | undefined): readonly [number, number] => [
    first.values[row ?? -1] ?? Number.NaN,
    second.values[row ?? -1] ?? Number.NaN,
  ]
  const low = rows.reduce((best, row) => (at(row)[0] < at(best)[0] ? row : best), rows[0] ?? 0)
  const high = rows.reduce((best, row) => (at(row)[0] > at(best)[0] ? row : best), rows[0] ?? 0)
  const [[x0, y0], [x1, y1]] = [at(low), at(high)]
  const slope = (y1 - y0) / (x1 - x0)
  if (!Number.isFinite(slope) || slope === 0) return null
  for (let figures = 2; figures <= 9; figures++) {
    const factor = Number(slope.toPrecision(figures))
    // Where the values end, so does the precision of what is added: 32 and not 31.9998.
    const rest = y0 - factor * x0
    const offset =
      Math.abs(rest) <= second.step || Math.abs(rest) < 1e-9 * Math.abs(y0) ? 0 : roundTo(rest, second.step)
    if (isLine(first, second, factor, offset)) {
      return { kind: 'linear', first: first.name, second: second.name, factor, offset }
    }
  }
  return null
}

function roundTo(value: number, step: number): number {
  return step > 0 ? Number((Math.round(value / step) * step).toPrecision(12)) : Number(value.toPrecision(9))
}

function isLine(first: NumberColumn, second: NumberColumn, factor: number, offset: number): boolean {
  return fits(
    second,
    (row) => factor * (first.values[row] ?? Number.NaN) + offset,
    (row) => 0.5 * (second.step + Math.abs(factor) * first.step) * 1.001 + rounding(second.values[row] ?? 0),
  )
}
