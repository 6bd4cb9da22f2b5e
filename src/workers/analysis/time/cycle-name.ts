/** What the calendar calls a cycle. */
import type { SeriesUnit } from './series.ts'

/** Calendar name of a cycle of so many units, where it has one. */
export function cycleName(period: number, unit: SeriesUnit): string | null {
  const cycles: Partial<Record<SeriesUnit, Readonly<Record<number, string>>>> = {
    hour: { 24: 'day', 168: 'week' },
    day: { 7: 'week' },
    week: { 52: 'year' },
    month: { 12: 'year' },
    quarter: { 4: 'year' },
    'half-year': { 2: 'year' },
  }
  return cycles[unit]?.[period] ?? null
}
