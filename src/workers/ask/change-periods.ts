/** The two periods a change is looked at between: the one that was asked for, or the last whole one, and the one before. */
import type { AskedGrain } from '../../shared/ask/question.ts'
import type { Condition } from '../../shared/story/condition.ts'
import type { ProfiledColumn } from '../../shared/story/table.ts'

export interface ChangePeriods {
  readonly grain: Extract<AskedGrain, 'year' | 'quarter' | 'month' | 'day'>
  /** ISO texts of their starts. */
  readonly earlier: string
  readonly later: string
  readonly isEarlier: Condition
  readonly isLater: Condition
}

const day = 86_400_000

/** `2024`, `2024-Q2`, `2024-03`, `2024-03-05`; null for what is none of them. */
export function periodsBefore(time: ProfiledColumn, period: string): ChangePeriods | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(period)
  if (match === null) return null
  const [, year = '', quarter, month, date] = match
  if (quarter !== undefined) return between(time, 'quarter', Date.UTC(Number(year), 3 * Number(quarter) - 3, 1))
  if (month === undefined) return between(time, 'year', Date.UTC(Number(year), 0, 1))
  if (time.type === 'integer') return null
  const start = Date.UTC(Number(year), Number(month) - 1, Number(date ?? 1))
  return between(time, date === undefined ? 'month' : 'day', start)
}

/** The last two whole years, or quarters or months where there are not as many years. Null where there are no two. */
export function lastPeriods(time: ProfiledColumn): ChangePeriods | null {
  const { min, max } = time.stats
  if (time.type === 'integer') return typeof max === 'number' ? between(time, 'year', Date.UTC(max, 0, 1)) : null
  const [first, last] = [Date.parse(String(min)), Date.parse(String(max))]
  if (!Number.isFinite(first) || !Number.isFinite(last)) return null
  for (const grain of ['year', 'quarter', 'month'] as const) {
    // A period is whole if the rows reach into its last days.
    let start = startOf(grain, last)
    if (next(grain, start) - last > 7 * day) start = before(grain, start)
    if (before(grain, start) >= first - 7 * day) return between(time, grain, start)
  }
  return null
}

/** Between two periods by the ISO texts of their starts; null where these are no dates. */
export function periodsBetween(
  time: ProfiledColumn,
  { grain, earlier, later }: { readonly grain: AskedGrain; readonly earlier: string; readonly later: string },
): ChangePeriods | null {
  if (grain === 'week' || grain === 'hour') return null
  const [first, last] = [Date.parse(earlier), Date.parse(later)]
  if (!Number.isFinite(first) || !Number.isFinite(last)) return null
  return {
    grain,
    earlier: iso(first),
    later: iso(last),
    isEarlier: conditionOf(time, grain, first),
    isLater: conditionOf(time, grain, last),
  }
}

function between(time: ProfiledColumn, grain: ChangePeriods['grain'], start: number): ChangePeriods {
  const earlier = before(grain, start)
  return {
    grain,
    earlier: iso(earlier),
    later: iso(start),
    isEarlier: conditionOf(time, grain, earlier),
    isLater: conditionOf(time, grain, start),
  }
}

function conditionOf({ name: column, type }: ProfiledColumn, grain: ChangePeriods['grain'], start: number): Condition {
  const text = iso(start)
  if (type === 'integer') return { kind: 'compare', column, operator: '=', value: Number(text.slice(0, 4)) }
  if (grain === 'quarter') {
    return { kind: 'between', column, low: text.slice(0, 7), high: iso(next('quarter', start) - day).slice(0, 7) }
  }
  const length = grain === 'year' ? 4 : grain === 'month' ? 7 : 10
  return { kind: 'compare', column, operator: '=', value: text.slice(0, length) }
}

function startOf(grain: 'year' | 'quarter' | 'month', moment: number): number {
  const date = new Date(moment)
  const month = date.getUTCMonth()
  return Date.UTC(date.getUTCFullYear(), grain === 'year' ? 0 : grain === 'quarter' ? month - (month % 3) : month, 1)
}

function moved(grain: ChangePeriods['grain'], start: number, by: 1 | -1): number {
  if (grain === 'day') return start + by * day
  const date = new Date(start)
  const months = { year: 12, quarter: 3, month: 1 }[grain]
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by * months, 1)
}

function before(grain: ChangePeriods['grain'], start: number): number {
  return moved(grain, start, -1)
}

function next(grain: ChangePeriods['grain'], start: number): number {
  return moved(grain, start, 1)
}

function iso(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}
