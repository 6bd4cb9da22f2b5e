/** Names of columns that hold a part of a date: the year, the month, the day of the month. */

const names = {
  year: /^(?:year|yr|jahr|ann[ée]e|a[ñn]o|anno|år|jaar|rok|год)$/iu,
  month:
    /^(?:month|mnth|mon|mo|month (?:no|nr|num|number)|monat|mois|mes|mese|m[êe]s|maand|måned|månad|miesiąc|месяц)$/iu,
  day: /^(?:day|dom|mday|day ?of ?month|date of month|tag|jour|d[íi]a|giorno|dag|dzień|день)$/iu,
} as const

export type DatePart = keyof typeof names

/** Null for a column of anything else. */
export function datePartNamed(name: string): DatePart | null {
  const words = name.trim().replaceAll(/[\s._-]+/gu, ' ')
  return (['year', 'month', 'day'] as const).find((part) => names[part].test(words)) ?? null
}
