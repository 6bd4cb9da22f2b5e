/** Times of day and lengths of time as people write them, each in seconds. */
import { trimmed } from './missing.ts'

/** What the groups of a form's pattern count, in their order; `half` is am or pm. */
type Part = 'sign' | 'days' | 'hours' | 'minutes' | 'seconds' | 'half'

interface Form {
  /** For RE2 and JavaScript alike, over a trimmed text in lower case. */
  readonly pattern: string
  readonly parts: readonly Part[]
}

const amount = '([0-9]+(?:[.,][0-9]+)?)'
const sixty = '([0-5]?[0-9](?:[.,][0-9]+)?)'

const forms = {
  /** A time of day: 08:00, 9:05 pm, 17:23:05. */
  clock: {
    pattern: '([01]?[0-9]|2[0-4])[:h]([0-5][0-9])(?::([0-5][0-9](?:[.,][0-9]+)?))?(?: ?([ap])\\.?m\\.?| ?uhr| ?h)?',
    parts: ['hours', 'minutes', 'seconds', 'half'],
  },
  /** 25:00:00, 1:39:51.5, 2.03:00:00 with days before the point. */
  hoursMinutesSeconds: {
    pattern: '([-−+])?(?:([0-9]{1,4})[. ](?:days? )?)?([0-9]{1,5}):([0-5][0-9]):([0-5][0-9](?:[.,][0-9]+)?)',
    parts: ['sign', 'days', 'hours', 'minutes', 'seconds'],
  },
  hoursMinutes: {
    pattern: '([-−+])?([0-9]{1,5}):([0-5][0-9])(?: ?(?:h|hrs|std\\.?))?',
    parts: ['sign', 'hours', 'minutes'],
  },
  minutesSeconds: {
    pattern: '([-−+])?([0-9]{1,5}):([0-5][0-9](?:[.,][0-9]+)?)(?: ?min\\.?)?',
    parts: ['sign', 'minutes', 'seconds'],
  },
  /** 58:12 beside 1:02:33: what is under an hour has no hours. */
  hoursIfAny: {
    pattern: '([-−+])?(?:([0-9]{1,4}):)?([0-5]?[0-9]):([0-5][0-9](?:[.,][0-9]+)?)',
    parts: ['sign', 'hours', 'minutes', 'seconds'],
  },
  /** ISO 8601: PT1H2M, P1DT30S. */
  iso: {
    pattern: `([-−+])?p(?:${amount}d)?t?(?:${amount}h)?(?:${amount}m)?(?:${amount}s)?`,
    parts: ['sign', 'days', 'hours', 'minutes', 'seconds'],
  },
  /** 1h 30m, 2 d 4 h, 45 min, 1 Std. 5 Min. */
  words: {
    pattern:
      `([-−+])?(?:${amount} ?(?:d|days?|tage?|jours?|j)\\.?,? ?)?(?:${amount} ?(?:h|hr|hrs|hours?|std|stunden?|heures?|時間)\\.?,? ?)?` +
      `(?:${amount} ?(?:m|min|mins|minutes?|minuten?|分)\\.?,? ?)?(?:${sixty} ?(?:s|sec|secs|seconds?|sek|sekunden?|秒)\\.?)?`,
    parts: ['sign', 'days', 'hours', 'minutes', 'seconds'],
  },
} as const satisfies Record<string, Form>

export type LengthForm = keyof typeof forms

const compiled = new Map<LengthForm, RegExp>()
const unitSeconds = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 } as const

/** Seconds, or null where the text is not in the form. */
export function parseLength(text: string, form: LengthForm): number | null {
  let pattern = compiled.get(form)
  if (pattern === undefined) {
    pattern = new RegExp(`^(?:${forms[form].pattern})$`, 'u')
    compiled.set(form, pattern)
  }
  const word = trimmed(text).toLowerCase()
  if (!/[0-9]/u.test(word)) return null
  const match = pattern.exec(word)
  if (match === null) return null
  let seconds = 0
  let negative = false
  for (const [index, part] of forms[form].parts.entries()) {
    const found = match[index + 1] ?? ''
    if (part === 'sign') negative = /[-−]/u.test(found)
    else if (part === 'half') {
      const hours = Number(match[1] ?? 0)
      if (found !== '' && (hours < 1 || hours > 12)) return null
      if (found !== '') seconds += (found === 'p' ? 12 : 0) * 3600 - (hours === 12 ? 12 * 3600 : 0)
    } else if (found !== '') seconds += Number(found.replace(',', '.')) * unitSeconds[part]
  }
  if (form === 'clock' && seconds > 86_400) return null
  return negative ? -seconds : seconds
}

/** The same as SQL of a trimmed text; `quote` makes a literal of it. */
export function lengthExpression(form: LengthForm, word: string, quote: (text: string) => string): string {
  const { pattern, parts } = forms[form]
  const names = parts.map((part) => `'${part}'`).join(', ')
  const groups = `regexp_extract(lower(${word}), ${quote(`^(?:${pattern})$`)}, [${names}])`
  const terms = (Object.keys(unitSeconds) as (keyof typeof unitSeconds)[]).flatMap((unit) =>
    parts.some((part) => part === unit)
      ? [`coalesce(TRY_CAST(replace(${groups}.${unit}, ',', '.') AS DOUBLE), 0) * ${unitSeconds[unit]}`]
      : [],
  )
  const matches = `regexp_full_match(lower(${word}), ${quote(pattern)}) AND regexp_matches(${word}, '[0-9]')`
  const sum = terms.join(' + ')
  if (form !== 'clock') {
    return `CASE WHEN ${matches} THEN (CASE WHEN ${groups}.sign IN ('-', '−') THEN -1 ELSE 1 END) * (${sum}) END`
  }
  const hours = `TRY_CAST(${groups}.hours AS INTEGER)`
  const shift = `CASE WHEN ${groups}.half = '' THEN 0 ELSE CASE ${groups}.half WHEN 'p' THEN 43200 ELSE 0 END - CASE ${hours} WHEN 12 THEN 43200 ELSE 0 END END`
  const valid = `(${groups}.half = '' OR ${hours} BETWEEN 1 AND 12) AND (${sum}) <= 86400`
  return `CASE WHEN ${matches} AND ${valid} THEN ${sum} + ${shift} END`
}
