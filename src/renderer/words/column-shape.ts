/** A column's statistics as places along its range, for the small pictures in the tables of columns. */
import type { ColumnStats, ProfiledColumn } from '../../shared/story/table.ts'

export interface Box {
  /** Each from 0 (the smallest value) to 1 (the largest). */
  readonly q1: number
  readonly median: number
  readonly q3: number
}

/** Null where the quartiles are not known or every value is the same. */
export function boxOf(stats: ColumnStats): Box | null {
  const { min, max, q1, median, q3 } = stats
  if (typeof min !== 'number' || typeof max !== 'number' || !(max > min)) return null
  if (typeof q1 !== 'number' || typeof median !== 'number' || typeof q3 !== 'number') return null
  const place = (value: number): number => Math.min(1, Math.max(0, (value - min) / (max - min)))
  return { q1: place(q1), median: place(median), q3: place(q3) }
}

/** The most frequent values with their share of all rows, largest first; at most six. */
export function sharesOf(column: ProfiledColumn, rows: number): readonly { value: string; share: number }[] {
  const top = column.stats.top ?? []
  if (rows <= 0 || column.type === 'identifier') return []
  return [...top]
    .sort((a, b) => b.count - a.count)
    .slice(0, 6)
    .map(({ value, count }) => ({ value, share: count / rows }))
}
