/** Names of months in the languages known here, as dates have them. */

const locales = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']

/** Written otherwise than the locale data has it. */
const further: Readonly<Record<string, number>> = {
  sept: 9,
  jänner: 1,
  maerz: 3,
  mrz: 3,
  juin: 6,
  juil: 7,
  aout: 8,
  fevrier: 2,
  decembre: 12,
  setiembre: 9,
  marco: 3,
  mrt: 3,
  dic: 12,
}

function tabulate(): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: style, day: 'numeric', timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2020, month - 1, 15)).find(({ type }) => type === 'month')
        const name = part?.value.toLowerCase().replace(/\.$/u, '') ?? ''
        if (/^\p{L}{3,}$/u.test(name)) names.set(name, month)
      }
    }
  }
  for (const [name, month] of Object.entries(further)) names.set(name, month)
  return names
}

let known: ReadonlyMap<string, number> | null = null

/** Lower case, without a full stop. */
export function months(): ReadonlyMap<string, number> {
  known ??= tabulate()
  return known
}

let pattern: string | null = null

/** Alternatives for a regular expression, the longest first. */
export function monthPattern(): string {
  pattern ??= [...months().keys()].sort((a, b) => b.length - a.length).join('|')
  return pattern
}
