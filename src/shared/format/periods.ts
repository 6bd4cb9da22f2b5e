/** Dates and periods in words, by how fine they are. All in UTC: a day of a table has no time zone. */

export const grains = ['year', 'half-year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const
export type Grain = (typeof grains)[number]

export function isGrain(value: unknown): value is Grain {
  return grains.some((grain) => grain === value)
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** Milliseconds since 1970 of an ISO 8601 date or time (UTC where it names no zone), or null when it is none. */
export function parseInstant(iso: string): number | null {
  const match = /^([+-]?\d{4,6})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?Z?$/.exec(
    iso.trim(),
  )
  if (match === null) return null
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match
  const time = Date.UTC(2000, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  // Years under 100 must not become 19xx.
  return new Date(time).setUTCFullYear(Number(year), Number(month) - 1, Number(day))
}

/** How a column itself names its periods, where that is not the calendar's way. */
export const periodNamings = ['year-pair', 'fiscal', 'iso-week'] as const
export type PeriodNaming = (typeof periodNamings)[number]

/** From a column's `format`, in the notation of strptime with the directives of the readers of tables. */
export function namingOfColumn(format: string | null | undefined): PeriodNaming | null {
  if (typeof format !== 'string' || !format.includes('%')) return null
  if (/%[iJ]/.test(format)) return 'year-pair'
  if (format.includes('%V')) return 'iso-week'
  return /\bFY|FY\b|fiscal/i.test(format.replace(/%(?:\{[^}]*\})?[A-Za-z]/g, ' ')) ? 'fiscal' : null
}

/** The periods a column names by its `format`; null where it has days, moments, or no format that tells. */
export function grainOfColumn(format: string | null | undefined): Grain | null {
  if (typeof format !== 'string' || !format.includes('%') || /%(?:\{[^}]*\})?[dHIuj]/.test(format)) return null
  if (format.includes('%V')) return 'week'
  if (format.includes('%q')) return 'quarter'
  if (format.includes('%h')) return 'half-year'
  return /%(?:\{[^}]*\})?[mbB]/.test(format) ? 'month' : 'year'
}

export function namingOf(text: string | undefined): PeriodNaming | null {
  return periodNamings.find((naming) => naming === text) ?? null
}

/** Year and number of a week by ISO 8601: its year is that of its Thursday. */
function isoWeekOf(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000)
  const year = thursday.getUTCFullYear()
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1 }
}

/** Null where the naming says nothing of that grain. */
function namedPeriod(date: Date, grain: Grain, naming: PeriodNaming | null): string | null {
  const year = date.getUTCFullYear()
  if (naming === 'year-pair' && grain === 'year') return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
  if (naming === 'fiscal' && grain === 'year') return `FY${year}`
  if (naming === 'fiscal' && grain === 'quarter') return `Q${Math.floor(date.getUTCMonth() / 3) + 1} FY${year}`
  if (naming === 'fiscal' && grain === 'half-year') return `H${date.getUTCMonth() < 6 ? 1 : 2} FY${year}`
  if (naming !== 'iso-week' || grain !== 'week') return null
  const { year: weekYear, week } = isoWeekOf(date)
  return `week ${week} of ${weekYear}`
}

/** A period as a person says it: `2020`, `Q2 2020`, `March 2021`, `the week of 4 May 2020`, `4 May 2020`. */
export function formatPeriod(iso: string, grain: Grain, naming: PeriodNaming | null = null): string {
  const instant = parseInstant(iso)
  if (instant === null) return iso
  const date = new Date(instant)
  const year = date.getUTCFullYear()
  const named = namedPeriod(date, grain, naming)
  if (named !== null) return named
  switch (grain) {
    case 'year':
      return String(year)
    case 'half-year':
      return `H${date.getUTCMonth() < 6 ? 1 : 2} ${year}`
    case 'quarter':
      return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${year}`
    case 'month':
      return `${months[date.getUTCMonth()]} ${year}`
    case 'week':
      return `the week of ${dayOf(date)}`
    case 'day':
      return dayOf(date)
    case 'hour':
    case 'minute':
      return `${clock(date, false)} on ${dayOf(date)}`
    case 'second':
      return `${clock(date, true)} on ${dayOf(date)}`
  }
}

/** The same, as short as an axis needs: `2020`, `Q2 2020`, `Mar 2021`, `4 May 2020`, `4 May, 14:00`. */
export function formatPeriodShort(iso: string, grain: Grain, naming: PeriodNaming | null = null): string {
  const instant = parseInstant(iso)
  if (instant === null) return iso
  const date = new Date(instant)
  const month = months[date.getUTCMonth()]?.slice(0, 3)
  switch (grain) {
    case 'year':
    case 'half-year':
    case 'quarter':
      return formatPeriod(iso, grain, naming)
    case 'month':
      return `${month} ${date.getUTCFullYear()}`
    case 'week':
    case 'day':
      if (naming === 'iso-week' && grain === 'week') {
        const { year, week } = isoWeekOf(date)
        return `${year}-W${String(week).padStart(2, '0')}`
      }
      return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`
    case 'hour':
    case 'minute':
      return `${date.getUTCDate()} ${month}, ${clock(date, false)}`
    case 'second':
      return `${date.getUTCDate()} ${month}, ${clock(date, true)}`
  }
}

/** How the grain is said: `monthly`. */
export function grainAdverb(grain: Grain): string {
  switch (grain) {
    case 'day':
      return 'daily'
    case 'minute':
      return 'by the minute'
    case 'second':
      return 'by the second'
    default:
      return `${grain}ly`
  }
}

/** The part of a cycle a period falls in: `December`, `Fridays`, `17:00`, `Q4`; null where the cycle has no names. */
export function cyclePosition(position: number, grain: Grain, period: number): string | null {
  if (grain === 'month' && period === 12) return months[position] ?? null
  if (grain === 'quarter' && period === 4) return position >= 0 && position < 4 ? `Q${position + 1}` : null
  if (grain === 'half-year' && period === 2) return position >= 0 && position < 2 ? `H${position + 1}` : null
  if (grain === 'day' && period === 7) {
    const weekday = weekdays[position]
    return weekday === undefined ? null : `${weekday}s`
  }
  if (grain === 'hour' && period === 24 && position >= 0 && position < 24)
    return `${String(position).padStart(2, '0')}:00`
  return null
}

/** The finest grain the two ends can honestly be told in: dates without a time of day are days. */
export function grainOfRange(first: string, last: string): Grain {
  const ends = [first, last].map((iso) => parseInstant(iso))
  if (ends.some((instant) => instant === null)) return 'day'
  return ends.every((instant) => instant !== null && instant % 86_400_000 === 0) ? 'day' : 'minute'
}

function dayOf(date: Date): string {
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

function clock(date: Date, seconds: boolean): string {
  const parts = [date.getUTCHours(), date.getUTCMinutes(), ...(seconds ? [date.getUTCSeconds()] : [])]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
