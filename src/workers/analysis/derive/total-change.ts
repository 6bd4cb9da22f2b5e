/** What changed in a total from one version of a table to another, and which parts account for it. */
import { additiveContributions } from '../statistics/additive-contributions.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { changeShare } from './series.ts'

export interface PartChange {
  /** Null: rows without a value. */
  readonly part: string | null
  readonly before: number
  readonly after: number
  readonly change: number
  readonly share: number | null
}

export interface WholeChange {
  readonly before: number
  readonly after: number
  readonly change: number
  readonly share: number | null
  readonly parts: readonly PartChange[]
}

/**
 * Of the columns part, before, after: one row a part, 0 where a version has none of it. With `decimals`, the places that
 * the values themselves have, all numbers are rounded to them, so that the parts add up to the whole to the last digit;
 * without, to one rounding a number. O(parts).
 */
export function totalChange(columns: Columns, decimals: number | null): WholeChange {
  const [names = [], before = [], after = []] = columns
  const numbers = (values: readonly unknown[]): number[] => names.map((_name, at) => Number(values[at] ?? 0))
  const [first, last] = [numbers(before), numbers(after)]
  const whole = additiveContributions(first, last)
  const change = rounded(whole.change, decimals)
  const total = rounded(whole.before, decimals)
  return {
    before: total,
    after: rounded(whole.after, decimals),
    change,
    share: changeShare(total, rounded(whole.after, decimals), Math.abs(total)),
    parts: names.map((name, at) => {
      const own = rounded(whole.parts[at]?.change ?? 0, decimals)
      return {
        part: name === null || name === undefined ? null : String(name),
        before: first[at] ?? 0,
        after: last[at] ?? 0,
        change: own,
        share: change === 0 ? null : own / change,
      }
    }),
  }
}

/** Parameters: `decimals`, or null; `best`, the part that is named, or null; `named`, whether one is. */
export function totalChangeNumbers(columns: Columns, { decimals, best, named }: Parameters): Numbers {
  const { before, after, change, share, parts } = totalChange(columns, typeof decimals === 'number' ? decimals : null)
  const own = named === true ? parts.find(({ part }) => part === best) : undefined
  return {
    before,
    after,
    change,
    change_share: share,
    best_before: own?.before ?? null,
    best_after: own?.after ?? null,
    best_change: own?.change ?? null,
    best_share: own?.share ?? null,
  }
}

function rounded(value: number, decimals: number | null): number {
  if (decimals === null) return value
  const text = value.toFixed(decimals)
  return Number(text) === 0 ? 0 : Number(text)
}
