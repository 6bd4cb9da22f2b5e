/** A weekly rhythm that is no more than the weekend: the five other days are alike, and so are Saturday and Sunday. */
import type { RegularSeries } from './series.ts'

/** Part of the differences between the days of the week that the weekend alone must account for. */
const nearlyAll = 0.95
const saturday = 6
const sunday = 0

/** Whether the value at a position belongs to a Saturday or a Sunday. */
export function isWeekend({ starts }: RegularSeries, index: number): boolean {
  const day = new Date(String(starts[index])).getUTCDay()
  return day === saturday || day === sunday
}

/** Whether the profile of a week of days, by phase, is that of its weekend. */
export function isWeekendRhythm(series: RegularSeries, profile: Float64Array): boolean {
  if (series.unit !== 'day' || profile.length !== 7) return false
  const mean = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0) / Math.max(1, of.length)
  const days = Array.from(profile)
  const weekend = days.filter((_value, phase) => isWeekend(series, phase))
  const others = days.filter((_value, phase) => !isWeekend(series, phase))
  const all = mean(days)
  const squares = (of: readonly number[], center: number): number =>
    of.reduce((sum, value) => sum + (value - center) ** 2, 0)
  const left = squares(weekend, mean(weekend)) + squares(others, mean(others))
  return left <= (1 - nearlyAll) * squares(days, all)
}
