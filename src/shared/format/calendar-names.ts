/** Parts of a calendar by their names in a language: `March`, `Saturday`, `14:00`. */

/** Parts of a calendar that come round again: months and quarters from 1, weekdays from Monday (1) to Sunday (7), hours from 0. */
export const calendarParts = ['month', 'quarter', 'weekday', 'hour'] as const
export type CalendarPart = (typeof calendarParts)[number]

/** `value` counts as in a calendar condition: months and quarters from 1, weekdays from Monday (1), hours from 0. */
export function calendarName(locale: string, part: CalendarPart, value: number): string {
  switch (part) {
    case 'month':
      return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, value - 1, 1))
    case 'weekday':
      // The first of January 2024 was a Monday.
      return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, value))
    case 'quarter':
      return `Q${value}`
    case 'hour':
      return `${String(value).padStart(2, '0')}:00`
  }
}
