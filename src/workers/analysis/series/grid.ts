/** Calendar periods as whole numbers, and rows of a period query as a series without holes. */
import { twelveDigits } from '../statistics/significant-digits.ts'
import type { RegularSeries, SeriesUnit } from '../time/series.ts'

export type Grain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A regular grid: every `step`-th period of `grain`. Weekly figures on Fridays are every seventh day. */
export interface Grid {
  readonly grain: Grain
  readonly step: number
}

/** How holes in a series are filled: with 0 where no rows means nothing happened, else along a line. */
export type Fill = 'zero' | 'line'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Number of the period that starts at `start` (ISO text, or a year as a number); consecutive periods differ by 1. */
export function periodIndex(start: unknown, grain: Grain): number {
  if (typeof start === 'number') return start
  const ms = Date.parse(String(start))
  const date = new Date(ms)
  switch (grain) {
    case 'hour':
      return Math.floor(ms / hourMs)
    case 'day':
      return Math.floor(ms / dayMs)
    case 'week':
      // Weeks start on Mondays, and 1970 began on a Thursday.
      return Math.floor((ms / dayMs + 3) / 7)
    case 'month':
      return date.getUTCFullYear() * 12 + date.getUTCMonth()
    case 'quarter':
      return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3)
    case 'year':
      return date.getUTCFullYear()
  }
}

/** ISO text of the start of a period: a date, or a time stamp for hours. */
export function periodStart(index: number, grain: Grain): string {
  switch (grain) {
    case 'hour':
      return new Date(index * hourMs).toISOString()
    case 'day':
      return isoDate(index * dayMs)
    case 'week':
      return isoDate((index * 7 - 3) * dayMs)
    case 'month':
      return isoDate(Date.UTC(Math.floor(index / 12), index % 12))
    case 'quarter':
      return isoDate(Date.UTC(Math.floor(index / 4), 3 * (index % 4)))
    case 'year': {
      const date = new Date(Date.UTC(2000, 0))
      date.setUTCFullYear(index)
      return isoDate(date.getTime())
    }
  }
}

function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** What a person would call a period of the grid: every seventh day is a week, every third month a quarter. */
export function unitOf({ grain, step }: Grid): SeriesUnit {
  if (grain === 'day' && step === 7) return 'week'
  if (grain === 'month' && step === 3) return 'quarter'
  if (grain === 'month' && step === 6) return 'half-year'
  if (grain === 'month' && step === 12) return 'year'
  if (grain === 'quarter' && step === 2) return 'half-year'
  if (grain === 'quarter' && step === 4) return 'year'
  return grain
}

export interface GridSeries extends RegularSeries {
  /** The values as they are: `values` are these, or these as they would be were all periods equally long. */
  readonly raw: Float64Array<ArrayBuffer>
  /** Length of each period by the mean length; 1 where lengths are not evened out. */
  readonly lengths: Float64Array<ArrayBuffer>
  /** Periods that had a value of their own. */
  readonly observed: number
  /** Positions of those that had none and are on a line between their neighbours. */
  readonly bridged: ReadonlySet<number>
  /** Rows behind the values. */
  readonly rows: number
}

/**
 * The series of a period query on its grid. Values are first rounded to twelve digits, so that sums that differ in the
 * last bit cannot make or break a tie. `evenLengths` for sums and counts over months, whose February is short without
 * being a low season. Null below two values.
 */
export function gridSeries(
  periods: readonly unknown[],
  values: readonly unknown[],
  rowCounts: readonly unknown[],
  grid: Grid,
  fill: Fill,
  evenLengths = false,
): GridSeries | null {
  const known = new Map<number, number>()
  let rows = 0
  for (const [position, period] of periods.entries()) {
    const value = values[position]
    if (typeof value !== 'number' || !Number.isFinite(value)) continue
    known.set(periodIndex(period, grid.grain), twelveDigits(value))
    rows += Number(rowCounts[position] ?? 0)
  }
  const indexes = [...known.keys()].sort((left, right) => left - right)
  const first = indexes[0]
  const last = indexes.at(-1)
  if (first === undefined || last === undefined || known.size < 2) return null
  const length = Math.floor((last - first) / grid.step) + 1
  const filled = new Float64Array(length)
  const bridged = new Set<number>()
  let previous = first
  for (let position = 0; position < length; position++) {
    const index = first + position * grid.step
    const value = known.get(index)
    if (value !== undefined) {
      filled[position] = value
      if (fill === 'line') drawLine(filled, (previous - first) / grid.step, position)
      previous = index
    } else if (fill === 'line') bridged.add(position)
  }
  const index = (position: number): number => first + position * grid.step
  const lengths = new Float64Array(length).fill(1)
  if (evenLengths) {
    const edge = (position: number): number => Date.parse(periodStart(index(position), grid.grain))
    const mean = (edge(length) - edge(0)) / length
    for (let position = 0; position < length; position++) {
      lengths[position] = (edge(position + 1) - edge(position)) / mean
    }
  }
  return {
    raw: filled,
    lengths,
    starts: Array.from({ length }, (_, position) => periodStart(first + position * grid.step, grid.grain)),
    values: filled.map((value, position) => value / (lengths[position] ?? 1)),
    unit: unitOf(grid),
    observed: known.size,
    bridged,
    rows,
  }
}

/** Fills the hole between two known positions. */
function drawLine(values: Float64Array, from: number, to: number): void {
  const start = values[from] ?? 0
  const slope = ((values[to] ?? 0) - start) / Math.max(1, to - from)
  for (let position = from + 1; position < to; position++) values[position] = start + slope * (position - from)
}
