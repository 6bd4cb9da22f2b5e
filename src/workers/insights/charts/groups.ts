/** Bars of groups, each with its interval, against the overall level: what charts of means and of rates share. */
import { formatNumber } from '../../../shared/format/numbers.ts'
import type { Scalar } from '../../../shared/story/insight.ts'
import { type ProfiledTable, rowNounOf } from '../../../shared/story/table.ts'

const mostBars = 12
export const interval = { low: 'low', high: 'high', label: '95% interval' } as const

export interface Group {
  readonly category: string
  readonly rows: number
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The groups with most rows, those the claim is about among them, in the order given. */
export function largest(groups: readonly Group[], always: readonly string[]): readonly Group[] {
  if (groups.length <= mostBars) return groups
  const named = groups.filter(({ category }) => always.includes(category))
  const others = groups
    .filter((group) => !named.includes(group))
    .toSorted((left, right) => right.rows - left.rows)
    .slice(0, mostBars - named.length)
  const kept = new Set([...named, ...others])
  return groups.filter((group) => kept.has(group))
}

export function shownOf(shown: readonly Group[], all: readonly Group[]): string {
  return shown.length === all.length ? '' : ` (${shown.length} of ${all.length} groups, those with most rows)`
}

export function rowOf({ category, value, low, high, rows }: Group): readonly Scalar[] {
  return [category, value, low, high, rows]
}

/** `344 penguins`: what a chart rests on. */
export function base(rows: number, table: Pick<ProfiledTable, 'rowNoun'>): string {
  const { one, many } = rowNounOf(table)
  return `${formatNumber(rows, { kind: 'count' })} ${rows === 1 ? one : many}`
}

export function reference(y: number | null, label: string): { reference?: { y: number; label: string } } {
  return y === null ? {} : { reference: { y, label } }
}
