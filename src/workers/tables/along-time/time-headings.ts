/** Names of columns that are the periods of a series: months, quarters, years or days across a table. */
import { bareName, commonestLanguages, monthsOf } from '../../../shared/format/month-names.ts'
import { decideTime } from '../columns/decide-time.ts'
import { noHints } from '../columns/decision.ts'
import { parseTime } from '../columns/times.ts'

export type Grain = 'year' | 'quarter' | 'month' | 'week' | 'day'

export interface TimeHeadings {
  readonly grain: Grain
  /** Years as such, all else as the first day (milliseconds since 1970, UTC); one a name, each later or each earlier. */
  readonly values: readonly number[]
}

/** Fewer say too little of a course in time, and may as well be read side by side. */
export const fewestPeriods = 4

/** `2019`, and as statistical offices and programs write it: `2019 [YR2019]`, `X2019`, `FY2019`. */
const yearName = /^(?:x|y|yr|fy)?_?((?:1[5-9]|2[01])[0-9]{2})(?:\s*\[yr\1\])?$/iu

export type PeriodName = 'dated' | 'month'

/**
 * What the name of a column could be: a period with its year, or, where `monthsToo`, the name of a month alone. To know
 * the months of all languages takes a tenth of a second once, which only a table with a column of years is worth.
 */
export function periodName(name: string, monthsToo: boolean): PeriodName | null {
  if (/[0-9]{2}/u.test(name)) return 'dated'
  if (!monthsToo || !/^\p{L}{3,12}\.?$/u.test(name.trim())) return null
  const bare = bareName(name.trim().toLowerCase())
  return commonestLanguages.some((language) => monthsOf(language).has(bare)) ? 'month' : null
}

/** Null where the names are no periods, or do not follow each other. */
export function timeHeadings(names: readonly string[]): TimeHeadings | null {
  if (names.length < fewestPeriods) return null
  const years = names.map((name) => Number(yearName.exec(name.trim())?.[1] ?? Number.NaN))
  if (years.every((year) => !Number.isNaN(year))) return follow(years) ? { grain: 'year', values: years } : null
  const entries = names.map((name) => [name.trim(), 1] as const)
  const decision = decideTime(entries, entries.length, '', noHints)
  if (decision === null || decision.reading.kind !== 'time' || decision.reading.storage !== 'DATE') return null
  if (decision.ambiguous === 'dayFirst') return null
  const { formats } = decision.reading
  const values: number[] = []
  for (const [name] of entries) {
    const value = formats.map((format) => parseTime(name, format)).find((time) => time !== null)
    if (value === undefined || value === null) return null
    values.push(value)
  }
  return follow(values) ? { grain: grainOf(values), values } : null
}

/**
 * The months, 1 to 12, that names without a year stand for, in one language and one after the other; null where they are
 * none. `Jan`, `Feb` … beside a column of years.
 */
export function monthHeadings(names: readonly string[]): number[] | null {
  if (names.length < fewestPeriods || names.length > 12) return null
  const bare = names.map((name) => bareName(name.trim().toLowerCase()))
  for (const language of commonestLanguages) {
    const months = monthsOf(language)
    const found = bare.map((name) => months.get(name) ?? 0)
    if (found.every((month, index) => month > 0 && (index === 0 || month === (found[index - 1] ?? 0) + 1))) return found
  }
  return null
}

function follow(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
  return steps.every((step) => step > 0) || steps.every((step) => step < 0)
}

function grainOf(values: readonly number[]): Grain {
  const dates = values.map((value) => new Date(value))
  const months = dates.map((date) => date.getUTCFullYear() * 12 + date.getUTCMonth())
  const isFirst = dates.every((date) => date.getUTCDate() === 1)
  const apart = (unit: number): boolean => months.every((month) => (month - (months[0] ?? 0)) % unit === 0)
  if (isFirst) return apart(12) ? 'year' : apart(3) ? 'quarter' : 'month'
  const days = values.map((value) => Math.round(value / 86_400_000))
  return days.every((day) => (day - (days[0] ?? 0)) % 7 === 0) ? 'week' : 'day'
}
