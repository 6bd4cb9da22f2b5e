/** Times that a file holds as numbers, as the texts of cells. */

/** Null where no calendar has such a moment. */
function isoOf(milliseconds: number): string | null {
  const time = new Date(milliseconds)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** The day of a moment in ms since 1970, as `2026-03-31`; the number itself where no calendar has it. */
export function dayText(milliseconds: number): string {
  return isoOf(milliseconds)?.slice(0, 10) ?? String(milliseconds)
}

/** A moment in ms since 1970, as `2026-03-31 12:30:00`, with thousandths where there are any; a smaller part is let go. */
export function momentText(milliseconds: number): string {
  const iso = isoOf(milliseconds)
  if (iso === null) return String(milliseconds)
  return `${iso.slice(0, 10)} ${iso.slice(11, iso.endsWith('.000Z') ? 19 : 23)}`
}

/** A time of day, in seconds from midnight, as `12:30:00`. */
export function clockText(seconds: number): string {
  const iso = isoOf(Math.round(seconds * 1000))
  return iso === null ? String(seconds) : iso.slice(11, iso.endsWith('.000Z') ? 19 : 23)
}

/** A span, in seconds, as `36:05:00` or `-0:30:00.5`. */
export function spanText(seconds: number): string {
  const milliseconds = Math.round(Math.abs(seconds) * 1000)
  const whole = Math.floor(milliseconds / 1000)
  const two = (part: number): string => String(part).padStart(2, '0')
  const rest = milliseconds % 1000
  const fraction = rest === 0 ? '' : String(rest / 1000).slice(1)
  const sign = seconds < 0 && milliseconds > 0 ? '-' : ''
  return `${sign}${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${fraction}`
}
