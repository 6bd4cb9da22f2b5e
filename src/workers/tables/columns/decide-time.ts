/** Decides whether a column holds dates or time stamps, and in which notation. */
import type { Decision, WritingHints } from './decision.ts'
import {
  compactDateFormat,
  dateFormats,
  exchangedFormat,
  formatHasTime,
  formatHasZone,
  parseTime,
  timestampFormats,
} from './times.ts'

type Entries = readonly (readonly [text: string, weight: number])[]

const share = 0.95
/** A column may mix this many notations (an export that was edited by hand); more is text. */
const maxFormats = 3
const dateName = /date|datum|fecha|day|tag$|jour|dia$|_dt$|^dt/iu

/** Digits, with something a date is parted by; or eight digits. A decimal number alone is none. */
const couldBeTime = /^[0-9]{8}$|[0-9].*[-/: ,T]|[-/: ,].*[0-9]|[0-9]\..*\./u

/** `entries` are distinct trimmed texts with their weight, in the order they first stand in the file. */
export function decideTime(entries: Entries, total: number, name: string, hints: WritingHints): Decision | null {
  const likely = entries.filter(([text]) => text.length >= 6 && text.length <= 40 && couldBeTime.test(text))
  if (weigh(likely) < share * total) return null
  const compact = decideCompact(likely, total, name)
  if (compact !== null) return compact
  const chosen: string[] = []
  let open: Entries = likely
  while (chosen.length < maxFormats && weigh(open) > (1 - share) * total) {
    const best = bestFormat(open)
    if (best === null) return null
    chosen.push(best)
    open = open.filter(([text]) => parseTime(text, best) === null)
  }
  if (chosen.length === 0) return null
  // One that fits what is left costs nothing: fractions of a second on some rows only.
  while (chosen.length < maxFormats && open.length > 0) {
    const best = bestFormat(open)
    if (best === null || exchangedFormat(best) !== null) break
    chosen.push(best)
    open = open.filter(([text]) => parseTime(text, best) === null)
  }
  const mixed = chosen.filter(formatHasTime).length
  if (mixed > 0 && mixed < chosen.length && chosen.every((format) => formatHasZone(format))) return null
  return settleDayFirst(chosen, likely, hints)
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

/** Eight digits are a date only when all of them are, of a believable year, and there are enough to not be by chance. */
function decideCompact(entries: Entries, total: number, name: string): Decision | null {
  if (weigh(entries) < total) return null
  const all = entries.every(
    ([text]) => /^(?:19|20)[0-9]{6}$/u.test(text) && parseTime(text, compactDateFormat) !== null,
  )
  if (!all || (entries.length < 5 && !dateName.test(name))) return null
  return decided([compactDateFormat], [], {}, null)
}

function decided(
  formats: readonly string[],
  notes: readonly string[],
  evidence: Partial<WritingHints>,
  ambiguous: 'dayFirst' | null,
): Decision {
  const storage = formats.some(formatHasTime) ? 'TIMESTAMP' : 'DATE'
  const zone = formats.some(formatHasZone) ? ['times are converted to UTC'] : []
  const mixed = formats.length > 1 ? [`dates are written in ${formats.length} ways`] : []
  return { reading: { kind: 'time', storage, formats }, notes: [...notes, ...zone, ...mixed], evidence, ambiguous }
}

/** `03/04/2024`: settled over the whole column, then by its order, then by the file, then by custom; the last two say so. */
function settleDayFirst(formats: readonly string[], entries: Entries, hints: WritingHints): Decision {
  const [first = ''] = formats
  const other = exchangedFormat(first)
  if (other === null) return decided(formats, [], {}, null)
  const texts = entries.map(([text]) => text)
  const fits = (format: string): number => texts.filter((text) => parseTime(text, format) !== null).length
  const isDayFirst = first.startsWith('%d')
  if (fits(other) < fits(first)) return decided(formats, [], { dayFirst: isDayFirst }, null)
  const [turns, turnsExchanged] = [disorder(texts, first), disorder(texts, other)]
  if (turns !== turnsExchanged && texts.length >= 3) {
    const chosen = turns < turnsExchanged ? first : other
    return decided([chosen, ...formats.slice(1)], [], { dayFirst: chosen.startsWith('%d') }, null)
  }
  const custom = !first.slice(2, 3).includes('/')
  const dayFirst = hints.dayFirst ?? (custom || hints.pointOdds < 0)
  const chosen = dayFirst === isDayFirst ? first : other
  const why = hints.dayFirst !== null ? 'as elsewhere in the file' : 'nothing in the file settles it'
  const example = texts[0] ?? ''
  const notes = [`dates like "${example}" are read with the ${dayFirst ? 'day' : 'month'} first; ${why}`]
  return decided([chosen, ...formats.slice(1)], notes, {}, 'dayFirst')
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
