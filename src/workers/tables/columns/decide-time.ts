/** Decides whether a column holds dates or time stamps, and in which notation. */
import { type Note, note } from '../../../shared/story/note.ts'
import { decideNamed } from './decide-named.ts'
import { decidePeriod } from './decide-period.ts'
import type { Decision, WritingHints } from './decision.ts'
import { neededWeight } from './readable.ts'
import { formatHasTime, formatHasZone } from './time-notation.ts'
import { compactFormats, dateFormats, epochFormats, exchangedFormat, parseTime, timestampFormats } from './times.ts'
import { pivotOf } from './two-digit-years.ts'

type Entries = readonly (readonly [text: string, weight: number])[]

const share = 0.95
const dayMs = 86_400_000
/** A column may mix this many notations (an export that was edited by hand); more is text. */
const maxFormats = 3
/** ISO 8601 has many forms, from a day to a fraction of a second, and none is mistaken for another. */
const maxIsoFormats = 8
const dateName = /date|datum|fecha|day|tag$|jour|dia$|_dt$|^dt|time|stamp|month|monat|mois|mes$|period|^ym$/iu
const epochName = /time|stamp|epoch|unix|date|datum|zeit|(?:^|[^a-z])ts(?:$|[^a-z])|(?:[_ ]|[a-z])(?:at|on)$|At$/u

/** Digits, with something a date is parted by; or eight digits. A decimal number alone is none. */
const couldBeTime = /^[0-9]{8}$|[0-9].*[-/: ,T]|[-/: ,].*[0-9]|[0-9]\..*\./u

/** `entries` are distinct trimmed texts with their weight, in the order they first stand in the file. */
export function decideTime(entries: Entries, total: number, name: string, hints: WritingHints): Decision | null {
  const found =
    decidePeriod(entries, total, name, share) ??
    decideCompact(entries, total, name) ??
    decideEpoch(entries, total, name) ??
    decideUsual(entries, total) ??
    decideNamed(entries, total, share)
  return found === null ? null : settleDayFirst(found, entries, name, hints)
}

function decideUsual(entries: Entries, total: number): string[] | null {
  const isLikely = (text: string): boolean => text.length >= 6 && text.length <= 40 && couldBeTime.test(text)
  const likely = entries.filter(([text]) => isLikely(text))
  if (likely.length === 0) return null
  const odd = entries.filter(([text]) => !isLikely(text))
  if (weigh(likely) < neededWeight(total, textsOf(odd))) return null
  const chosen: string[] = []
  let open: Entries = likely
  const isEnough = (): boolean => {
    const unread = [...odd, ...open]
    return total - weigh(unread) >= neededWeight(total, textsOf(unread))
  }
  const most = (): number => (chosen.every((format) => format.startsWith('%Y-%m-%d')) ? maxIsoFormats : maxFormats)
  while (chosen.length < most() && !isEnough()) {
    const best = bestFormat(open)
    if (best === null) return null
    chosen.push(best)
    open = open.filter(([text]) => parseTime(text, best) === null)
  }
  if (chosen.length === 0 || !isEnough()) return null
  // One that fits what is left costs nothing: fractions of a second on some rows only.
  while (chosen.length < most() && open.length > 0) {
    const best = bestFormat(open)
    if (best === null || exchangedFormat(best) !== null) break
    chosen.push(best)
    open = open.filter(([text]) => parseTime(text, best) === null)
  }
  return chosen
}

function textsOf(entries: Entries): string[] {
  return entries.map(([text]) => text)
}

function weigh(entries: Entries): number {
  return entries.reduce((sum, [, weight]) => sum + weight, 0)
}

/** The notation that reads most of the values; the first few values say which are worth trying. */
function bestFormat(entries: Entries): string | null {
  const candidates = new Set<string>()
  for (const [text] of entries.slice(0, 6)) {
    const formats = /[0-9]:[0-9]|[0-9] ?[ap]m$/iu.test(text) ? timestampFormats : dateFormats
    for (const format of formats) {
      if (beginsAlike(text, format) && parseTime(text, format) !== null) candidates.add(format)
    }
  }
  let best: string | null = null
  let bestWeight = 0
  for (const format of candidates) {
    const weight = weigh(entries.filter(([text]) => parseTime(text, format) !== null))
    if (weight > bestWeight) {
      best = format
      bestWeight = weight
    }
  }
  return best
}

/** Same kind of first part and same first separator. Spares compiling hundreds of patterns for one column. */
function beginsAlike(text: string, format: string): boolean {
  const [found = ''] = /[^\p{L}\p{N}]/u.exec(text) ?? []
  const [expected = ''] = /[^A-Za-z0-9]/u.exec(format.replace(/%[A-Za-z]/gu, '0')) ?? []
  const namedFirst = /^%[aAbB]/u.test(format)
  return (
    found === expected && namedFirst === /^\p{L}/u.test(text) && format.startsWith('%Y') === /^[0-9]{4}/u.test(text)
  )
}

/** Digits alone are a time only when all of them are, of a believable year, and there are enough to not be by chance. */
function decideCompact(entries: Entries, total: number, name: string): string[] | null {
  const [first = ''] = entries[0] ?? []
  const format = compactFormats.find((one) => /^(?:19|20)/u.test(first) && parseTime(first, one) !== null)
  if (format === undefined) return null
  // Six digits are a small number, too: months need a name or a run of them.
  const least = format === '%Y%m' ? 12 : 5
  if (entries.length < least && !dateName.test(name)) return null
  const all = entries.every(([text]) => /^(?:19|20)/u.test(text) && parseTime(text, format) !== null)
  return all && weigh(entries) >= total ? [format] : null
}

/** Unix times of 2001 to 2033, all of them, under a name of time: counters and telephone numbers have others. */
function decideEpoch(entries: Entries, total: number, name: string): string[] | null {
  if (!epochName.test(name)) return null
  const format = epochFormats.find((one) => parseTime(entries[0]?.[0] ?? '', one) !== null)
  if (format === undefined) return null
  const all = entries.every(([text]) => text.startsWith('1') && parseTime(text, format) !== null)
  return all && weigh(entries) >= total ? [format] : null
}

function decided(
  formats: readonly string[],
  entries: Entries,
  name: string,
  notes: readonly Note[] = [],
  evidence: Partial<WritingHints> = {},
  ambiguous: 'dayFirst' | null = null,
): Decision {
  const storage = formats.some(formatHasTime) ? 'TIMESTAMP' : 'DATE'
  const zoned = formats.filter(formatHasZone).length
  const zone = zoned > 0 ? [note('columns.toUtc')] : []
  const timed = formats.filter(formatHasTime).length
  if (zoned > 0 && zoned < timed) zone.push(note('columns.withoutZone'))
  const unix = formats.some((format) => epochFormats.includes(format)) ? [note('columns.unixTime')] : []
  const mixed = formats.length > 1 ? [note('columns.severalNotations', { count: formats.length })] : []
  const { formats: full, notes: years } = withCentury(formats, entries, name)
  return {
    reading: { kind: 'time', storage, formats: full },
    notes: [...notes, ...years, ...zone, ...unix, ...mixed],
    evidence,
    ambiguous,
  }
}

/** Formats with two digits for a year, told which century they are of. */
function withCentury(
  formats: readonly string[],
  entries: Entries,
  name: string,
): { readonly formats: readonly string[]; readonly notes: readonly Note[] } {
  const short = formats.filter((format) => format.includes('%y'))
  if (short.length === 0) return { formats, notes: [] }
  const yearOf = (text: string, list: readonly string[]): number | null => {
    const time = list.map((format) => parseTime(text, format)).find((found) => found !== null) ?? null
    return time === null ? null : new Date(time).getUTCFullYear()
  }
  const years = entries.flatMap(([text]) => yearOf(text, short) ?? [])
  const thisYear = new Date().getUTCFullYear()
  const pivot = pivotOf(
    years.map((year) => year % 100),
    name,
    thisYear,
  )
  const full = formats.map((format) => format.replaceAll('%y', `%{${pivot}}y`))
  const read = entries.flatMap(
    ([text]) =>
      yearOf(
        text,
        full.filter((format) => format.includes('}y')),
      ) ?? [],
  )
  const [first, last] = [Math.min(...read), Math.max(...read)]
  // Years of one century up to now leave no doubt worth a note.
  const plain = first >= 2000 && last <= thisYear
  const notes =
    plain || read.length === 0 ? [] : [note('columns.shortYears', { first: String(first), last: String(last) })]
  return { formats: full, notes }
}

/** `03/04/2024`: settled over the whole column, then by its order, then by the file, then by custom; the last two say so. */
function settleDayFirst(formats: readonly string[], entries: Entries, name: string, hints: WritingHints): Decision {
  const [first = ''] = formats
  const other = exchangedFormat(first)
  if (other === null) return decided(formats, entries, name)
  const texts = entries.map(([text]) => text)
  const fits = (format: string): number => texts.filter((text) => parseTime(text, format) !== null).length
  const isDayFirst = first.startsWith('%d')
  if (fits(other) < fits(first)) return decided(formats, entries, name, [], { dayFirst: isDayFirst })
  const [turns, turnsExchanged] = [disorder(texts, first), disorder(texts, other)]
  if (turns !== turnsExchanged && texts.length >= 3) {
    const chosen = turns < turnsExchanged ? first : other
    return decided([chosen, ...formats.slice(1)], entries, name, [], { dayFirst: chosen.startsWith('%d') })
  }
  const custom = !first.slice(2, 3).includes('/')
  const dayFirst = hints.dayFirst ?? dailyOrder(texts, first, other) ?? (custom || hints.pointOdds < 0)
  const chosen = dayFirst === isDayFirst ? first : other
  const why = note(hints.dayFirst !== null ? 'columns.asElsewhere' : 'columns.notSettled')
  const example = texts[0] ?? ''
  const notes = [note(dayFirst ? 'columns.dayFirst' : 'columns.monthFirst', { example, why })]
  return decided([chosen, ...formats.slice(1)], entries, name, notes, {}, 'dayFirst')
}

/** So many days one after another are no months that begin on the same day by chance. */
const fewestDays = 5

/** Whether the day stands first, where only so the values are days one after another; null where neither or both are. */
function dailyOrder(texts: readonly string[], format: string, other: string): boolean | null {
  if (texts.length < fewestDays) return null
  const runs = (one: string): boolean => {
    const times = texts.map((text) => parseTime(text, one))
    const step = (times[1] ?? 0) - (times[0] ?? 0)
    return Math.abs(step) === dayMs && times.every((time, at) => time === (times[0] ?? 0) + at * step)
  }
  const [own, exchanged] = [runs(format), runs(other)]
  return own === exchanged ? null : own === format.startsWith('%d')
}

/** How many times a column that should run one way turns round: the right reading of sorted dates never does. */
function disorder(texts: readonly string[], format: string): number {
  let ups = 0
  let downs = 0
  let last: number | null = null
  for (const text of texts) {
    const time = parseTime(text, format)
    if (time === null) continue
    if (last !== null && time > last) ups += 1
    if (last !== null && time < last) downs += 1
    last = time
  }
  const turns = Math.min(ups, downs)
  // Only an order that is nearly perfect is an order.
  return turns * 20 <= ups + downs ? turns : Number.POSITIVE_INFINITY
}
