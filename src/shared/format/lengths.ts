/** Times of day and lengths of time, both in seconds, as a person reads them; and read back from their texts. */

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** `08:00`, or `08:00:05` where seconds count. Rounded to the minute unless it is told to the second. */
export function formatClock(seconds: number, exact: boolean): string {
  const whole = exact ? Math.round(seconds) : Math.round(seconds / minute) * minute
  const parts = [
    Math.floor(whole / hour),
    Math.floor((whole % hour) / minute),
    ...(whole % minute === 0 ? [] : [whole % minute]),
  ]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** `2 d 3 h`, `1 h 13 min`, `3 min 7 s`: its two largest units; null below a minute, where a plain number is read best. */
export function formatLength(seconds: number): string | null {
  if (Math.round(seconds) < minute) return null
  const pairs = [
    [day, 'd', hour, 'h'],
    [hour, 'h', minute, 'min'],
    [minute, 'min', 1, 's'],
  ] as const
  for (const [large, largeName, small, smallName] of pairs) {
    const whole = Math.round(seconds / small)
    if (whole * small >= large) {
      const perLarge = large / small
      return `${Math.floor(whole / perLarge).toLocaleString('en')} ${largeName} ${whole % perLarge} ${smallName}`
    }
  }
  return null
}

const secondsOf: Readonly<Record<string, number>> = { d: day, h: hour, min: minute, s: 1 }

/** Seconds and half a unit of the last part written; null where `text` begins with neither form. */
export function readLength(text: string): { readonly seconds: number; readonly halfUnit: number } | null {
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text)
  if (clock !== null) {
    const [, hours = '0', minutes = '0', seconds] = clock
    const total = Number(hours) * hour + Number(minutes) * minute + Number(seconds ?? 0)
    return { seconds: total, halfUnit: seconds === undefined ? minute / 2 : 0.5 }
  }
  const pair = /^(\d[\d,]*) (d|h|min) (\d+) (h|min|s)\b/.exec(text)
  if (pair === null) return null
  const [, large = '0', largeName = '', small = '0', smallName = ''] = pair
  const [unit, smaller] = [secondsOf[largeName] ?? 0, secondsOf[smallName] ?? 0]
  return { seconds: Number(large.replaceAll(',', '')) * unit + Number(small) * smaller, halfUnit: smaller / 2 }
}
