/** Dates as they are written, each as ISO 8601 and as exact as the text is. */
import { languagesWithStopWords, stopWordsOf } from '../words/stop-words.ts'
import { monthPattern, months } from './months.ts'

export interface FoundDate {
  /** In the text. */
  readonly start: number
  readonly end: number
  /** 2021, 2021-05, 2021-05-03 or 2020-Q3. */
  readonly date: string
}

/** Whether 03/04/2021 is the third of April; `null` where the document leaves it open. */
export type DayOrder = 'day-first' | 'month-first' | null

const month = `(?<month>${monthPattern()})\\b\\.?`
const year = '(?<year>1[5-9]\\d{2}|20\\d{2})'
const edge = '(?<![\\p{L}\\p{N}./-])'
const after = '(?![\\p{L}\\p{N}]|[./:-]\\d)'
const day = '(?<day>0?[1-9]|[12]\\d|3[01])'
/** Words before a year alone that make it a date; a number alone is none. */
const beforeYear =
  'in|since|by|until|during|year|im\\s+jahre?|jahr|seit|bis|en|depuis|année|desde|hasta|año|nel|dal|fino\\s+al|anno|em|até|ano|sinds|tot|jaar'

type Reader = readonly [
  pattern: RegExp,
  read: (groups: Readonly<Record<string, string | undefined>>, order: DayOrder) => string | null,
]

const readers: readonly Reader[] = [
  [
    expression(`${edge}${year}-(?<number>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?=T\\d|${after})`),
    (of) => iso(of.year, of.number, of.day),
  ],
  [
    expression(
      `${edge}${day}(?:st|nd|rd|th|er|º|°|ª|\\.)?\\s+(?:of\\s+|de\\s+)?${month},?\\s+(?:de\\s+|del\\s+)?${year}${after}`,
    ),
    (of) => iso(of.year, numberOf(of.month), of.day),
  ],
  [
    expression(`${edge}${month}\\s+${day}(?:st|nd|rd|th)?,?\\s+${year}${after}`),
    (of) => iso(of.year, numberOf(of.month), of.day),
  ],
  [expression(`${edge}${day}-${month}-${year}${after}`), (of) => iso(of.year, numberOf(of.month), of.day)],
  [
    expression(`${edge}${day}\\.\\s?(?<number>0?[1-9]|1[0-2])\\.\\s?${year}${after}`),
    (of) => iso(of.year, of.number, of.day),
  ],
  [
    expression(`${edge}(?<a>\\d{1,2})(?<sign>[/-])(?<b>\\d{1,2})\\k<sign>${year}${after}`),
    (of, order) => slashed(of, order),
  ],
  [expression(`${edge}${month},?\\s+(?:de\\s+|del\\s+)?${year}${after}`), (of) => iso(of.year, numberOf(of.month))],
  [expression(`${edge}Q(?<quarter>[1-4])[\\s/-]?${year}${after}`), (of) => `${of.year}-Q${of.quarter}`],
  [expression(`${edge}${year}[\\s-]?Q(?<quarter>[1-4])${after}`), (of) => `${of.year}-Q${of.quarter}`],
  [
    expression(`(?<=${edge}(?:${beforeYear})\\s+)${year}(?=\\s?[–-]\\s?(?:1[5-9]|20)\\d{2}\\b|${after})`),
    (of) => of.year ?? null,
  ],
]

function expression(source: string): RegExp {
  return new RegExp(source, 'giu')
}

/** In order of place, none within another. */
export function findDates(text: string, order: DayOrder): FoundDate[] {
  const found: FoundDate[] = []
  for (const [pattern, read] of readers) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.end && end > other.start)) continue
      // Half of a word in capitals or "may" as a verb: a month has a capital, or a day before it.
      const name = match.groups?.month
      if (name !== undefined && /^(?:may|march|mars|set|mag|mar)$/u.test(name) && !/^\d/u.test(match[0])) continue
      if (isAlone(match) && !mayEndYear(text.slice(end, end + 40))) continue
      const date = read(match.groups ?? {}, order)
      if (date !== null) found.push({ start, end, date })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function isAlone(match: RegExpMatchArray): boolean {
  return /^\d{4}$/u.test(match[0])
}

/** `in 2000 cases` counts something, `in 2000 they met` and `in 2000.` do not. */
function mayEndYear(rest: string): boolean {
  const next = /^\s+(\p{Ll}+)/u.exec(rest)?.[1]
  return next === undefined || languagesWithStopWords.some((language) => stopWordsOf(language).has(next))
}

/** What the document's own unmistakable dates say of the order of day and month; null where they say nothing or both. */
export function dayOrderOf(texts: Iterable<string>): DayOrder {
  let [dayFirst, monthFirst] = [0, 0]
  for (const text of texts) {
    for (const { groups } of text.matchAll(
      expression(`${edge}(?<a>\\d{1,2})(?<sign>[/-])(?<b>\\d{1,2})\\k<sign>${year}${after}`),
    )) {
      const [a, b] = [Number(groups?.a), Number(groups?.b)]
      if (a > 12 && a <= 31 && b >= 1 && b <= 12) dayFirst += 1
      if (b > 12 && b <= 31 && a >= 1 && a <= 12) monthFirst += 1
    }
  }
  if (dayFirst > 0 === monthFirst > 0) return null
  return dayFirst > 0 ? 'day-first' : 'month-first'
}

function slashed(of: Readonly<Record<string, string | undefined>>, order: DayOrder): string | null {
  const [a, b] = [Number(of.a), Number(of.b)]
  if (a > 12) return iso(of.year, of.b, of.a)
  if (b > 12) return iso(of.year, of.a, of.b)
  // 04/04/2021 is one day in either order.
  if (order === null) return a === b ? iso(of.year, of.a, of.b) : null
  return order === 'day-first' ? iso(of.year, of.b, of.a) : iso(of.year, of.a, of.b)
}

function numberOf(name: string | undefined): string {
  return String(months().get(name?.toLowerCase() ?? '') ?? 0)
}

/** Null for a day that no calendar has. */
function iso(year: string | undefined, monthNumber: string | undefined, dayNumber?: string): string | null {
  const [y, m] = [Number(year), Number(monthNumber)]
  if (!(m >= 1 && m <= 12)) return null
  const prefix = `${y}-${String(m).padStart(2, '0')}`
  if (dayNumber === undefined) return prefix
  const d = Number(dayNumber)
  const made = new Date(Date.UTC(y, m - 1, d))
  return made.getUTCMonth() === m - 1 && made.getUTCDate() === d ? `${prefix}-${String(d).padStart(2, '0')}` : null
}
