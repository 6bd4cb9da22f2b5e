/** Excel's date serials: days since a base, in one of two date systems. ECMA-376 part 1, 18.17.4.1. */

const dayMs = 86_400_000
const base1900Ms = Date.UTC(1899, 11, 31)
const base1904Ms = Date.UTC(1904, 0, 1)
/** 1900 was no leap year, but Lotus 1-2-3 and so Excel have a 29 February 1900 with this serial. */
const phantomDay = 60
/** 31 December 9999, the last day Excel can show. */
const lastDay1900 = 2_958_465
const days1900To1904 = 1462

/**
 * Milliseconds since 1970 UTC, to the nearest millisecond; null for what is no date: negative, past 9999, day 0 and the
 * 29 February 1900 of the 1900 system.
 */
export function serialToMs(serial: number, date1904: boolean): number | null {
  if (!(serial >= 0)) return null
  if (date1904) {
    if (serial >= lastDay1900 - days1900To1904 + 1) return null
    return base1904Ms + Math.round(serial * dayMs)
  }
  if (serial >= lastDay1900 + 1) return null
  const day = Math.floor(serial)
  if (day === 0 || day === phantomDay) return null
  return base1900Ms + Math.round((serial - (day > phantomDay ? 1 : 0)) * dayMs)
}

/** The serial of an ISO 8601 date or date and time, as strict workbooks store it; null when it is none. */
export function isoToSerial(text: string, date1904: boolean): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(text)
  if (match === null) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  if (new Date(midnight).getUTCDate() !== Number(day)) return null
  const time = (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000
  if (date1904) return (midnight - base1904Ms + time) / dayMs
  const days = (midnight - base1900Ms + time) / dayMs
  return days >= phantomDay ? days + 1 : days
}
