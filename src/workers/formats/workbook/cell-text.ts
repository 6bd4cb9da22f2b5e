/** A cell as text, as it stood: numbers in the shortest form that reads back the same, dates in ISO 8601. */
import type { Cell } from './cell-store.ts'
import { codeText } from './number-format.ts'
import { serialToMs } from './serial-date.ts'

export function cellText(cell: Cell, date1904: boolean): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE'
    case 'error':
      return cell.code
    case 'number':
      if (cell.meaning.kind === 'code') return codeText(cell.value, cell.meaning.pattern)
      return numberText(cell.value, cell.meaning.kind, date1904)
  }
}

/** A serial that is no date stands as the number it is. */
function numberText(value: number, kind: string, date1904: boolean): string {
  if (kind === 'date' || kind === 'timestamp') {
    const time = serialToMs(value, date1904)
    if (time !== null) return kind === 'date' && time % 86_400_000 === 0 ? isoDate(time) : isoTimestamp(time)
  }
  if (kind === 'time' && value >= 0 && value < 1) return clockText(value)
  if (kind === 'time' && looksLikeDate(value)) {
    const time = serialToMs(value, date1904)
    if (time !== null) return isoTimestamp(time)
  }
  return String(value)
}

/** A number shown as a time of day that is far above a day is a moment of which only the time is shown. */
export function looksLikeDate(value: number): boolean {
  return value > 10_000
}

export function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** Without a zone, because a workbook knows none; fractions of a second only where there are any. */
export function isoTimestamp(time: number): string {
  return new Date(time).toISOString().replace(/(?:\.000)?Z$/, '')
}

/** `HH:MM:SS` of a fraction of a day. */
export function clockText(fraction: number): string {
  return new Date(Math.min(Math.round(fraction * 86_400_000), 86_399_999))
    .toISOString()
    .slice(11)
    .replace(/(?:\.000)?Z$/, '')
}
