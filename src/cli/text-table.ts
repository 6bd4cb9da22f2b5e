/** Rows set in columns for a terminal. */
import { terminalTexts } from './language.ts'

/** Each column as wide as its widest cell, two blanks between; the last one is not padded. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows]
  const widths = header.map((_, column) => Math.max(...all.map((row) => lengthOf(row[column] ?? ''))))
  const lines = all.map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - lengthOf(cell)),
      )
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

function lengthOf(text: string): number {
  return [...text].length
}

/** As `2.5 MB`, in steps of 1,000. */
export function bytesText(bytes: number): string {
  const { lists } = terminalTexts().terminal
  const units = ['', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000
    unit += 1
  }
  return unit === 0 ? lists.bytes({ bytes }) : lists.bytesIn({ size: value, unit: units[unit] ?? '' })
}

/** As `1.2 s` or `340 ms`; a dash for nothing. */
export function durationText(elapsedMs: number | null): string {
  if (elapsedMs === null) return '–'
  const { lists } = terminalTexts().terminal
  return elapsedMs < 1_000
    ? lists.milliseconds({ milliseconds: Math.round(elapsedMs) })
    : lists.seconds({ seconds: elapsedMs / 1_000 })
}

/** Date and time to the minute, in the time zone of the machine. */
export function timeText(iso: string): string {
  const at = new Date(iso)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}
