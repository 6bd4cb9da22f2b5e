/** Dates are numbers in such a file; the format of the cell tells them. */
import { serialToMs } from '../workbook/serial-date.ts'

/** Letters of days, months and years outside of texts in quotes, brackets and escapes. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '')
  return /[dy]/iu.test(bare) || /^(?:[hms:/ .-]|am\/pm)+$/iu.test(bare)
}

/** ISO 8601; null where it is no number of a day. */
export function textOfSerial(written: string): string | null {
  const serial = Number(written)
  if (written.trim() === '' || Number.isNaN(serial)) return null
  const time = serialToMs(serial, false)
  if (time === null) return null
  const iso = new Date(time).toISOString()
  if (serial < 1) return iso.slice(11, 19)
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ')
}
