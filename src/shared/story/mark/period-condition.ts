/** The rows of a calendar period, as a condition. */
import { isGrain } from '../../format/periods.ts'
import type { Condition } from '../condition.ts'

const dayMs = 86_400_000

/** `location`: the ISO text of its start. Null where that is none, or `grain` is no length of a period. */
export function periodCondition(column: string, location: string, grain: unknown): Condition | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(location) ?? []
  if (year === '' || !isGrain(grain)) return null
  const equals = (value: string): Condition => ({ kind: 'compare', column, operator: '=', value })
  const between = (low: string, high: string): Condition => ({ kind: 'between', column, low, high })
  switch (grain) {
    case 'year':
      return equals(year)
    case 'half-year':
    case 'quarter':
      return between(`${year}-${month}`, `${year}-${twoDigits(Number(month) + (grain === 'quarter' ? 2 : 5))}`)
    case 'month':
      return equals(`${year}-${month}`)
    case 'week': {
      const first = Date.UTC(Number(year), Number(month) - 1, Number(day))
      return between(`${year}-${month}-${day}`, new Date(first + 6 * dayMs).toISOString().slice(0, 10))
    }
    case 'day':
      return equals(`${year}-${month}-${day}`)
    case 'hour':
    case 'minute':
    case 'second': {
      const clock = { hour: /T\d\d/u, minute: /T\d\d:\d\d/u, second: /T\d\d:\d\d:\d\d/u }[grain].exec(location)?.[0]
      if (clock === undefined) return null
      const moment = `${year}-${month}-${day}${clock}`
      return grain === 'hour' ? between(`${moment}:00`, `${moment}:59`) : equals(moment)
    }
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
