/** How far the first or the last of several amounts stands from the next. */
import { normalQuantile } from '../statistics/normal-distribution.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

export interface Amount {
  readonly category: string
  /** Total of a measure, or the number of rows. */
  readonly amount: number
  /** Sum of the squared values; of rows, their number. */
  readonly squares: number
  readonly rows: number
}

export interface Standing {
  readonly best: Amount
  readonly next: Amount
  readonly gap: number
  readonly low: number
  readonly high: number
  /** The larger of the two over the smaller. */
  readonly ratio: number
}

/**
 * The first by amount against the second, or the last against the one before. The interval of the gap takes rows as
 * drawn one by one, so that the variance of a total is the sum of the squared values (a compound Poisson sum), and is
 * wide enough for the choice among all. Null below three amounts. O(k log k).
 */
export function standingOf(amounts: readonly Amount[], end: 'first' | 'last'): Standing | null {
  const ordered = amounts.toSorted(
    (left, right) => right.amount - left.amount || (left.category < right.category ? -1 : 1),
  )
  const [best, next] = end === 'first' ? ordered : ordered.toReversed()
  if (best === undefined || next === undefined || ordered.length < 3) return null
  const reach = normalQuantile(1 - 0.025 / (ordered.length - 1))
  const margin = reach * Math.sqrt(best.squares + next.squares)
  const gap = best.amount - next.amount
  const [larger, smaller] = gap >= 0 ? [best, next] : [next, best]
  return { best, next, gap, low: gap - margin, high: gap + margin, ratio: larger.amount / smaller.amount }
}

export function standingNumbers(columns: Columns, parameters: Parameters): Numbers {
  const [categories = [], amounts = [], squares = [], rows = []] = columns
  const list = categories.map(
    (category, index): Amount => ({
      category: String(category),
      amount: Number(amounts[index]),
      squares: Number(squares[index]),
      rows: Number(rows[index]),
    }),
  )
  const found = standingOf(list, parameters.end === 'last' ? 'last' : 'first')
  if (found === null) throw new Error('There are too few categories')
  const total = list.reduce((sum, { amount }) => sum + amount, 0)
  return {
    amount: found.best.amount,
    next_amount: found.next.amount,
    share: found.best.amount / total,
    ratio: found.ratio,
    gap: found.gap,
    gap_low: found.low,
    gap_high: found.high,
    total,
    groups: list.length,
    n: list.reduce((sum, { rows: own }) => sum + own, 0),
  }
}
