/** Decides whether a column holds times of day or lengths of time, and in which form. */
import { type Note, note } from '../../../shared/story/note.ts'
import type { Decision } from './decision.ts'
import { type LengthForm, parseLength } from './durations.ts'
import type { LengthReading } from './reading.ts'

type Entries = readonly (readonly [text: string, weight: number])[]

const share = 0.95
const couldBeLength = /^[-−+]?(?:[0-9.,]+ ?)?[0-9]{1,5}[:h][0-9]{2}|^[-−+]?[pP]T?[0-9]|^[-−+]?[0-9.,]+ ?\p{L}/u
const lengthName =
  /dura|dauer|length|länge|elapsed|lap|runtime|laufzeit|took|worked|pace|split|interval|mmss|mm.ss|tempo|duur|wait|delay|uptime|talk|spent/iu
const clockName =
  /start|end|begin|open|clos|arriv|depart|uhr|clock|heure|hora|zeitpunkt|time.?of|check|from|until|von|bis/iu

const ratioName = /(?:^|[^a-z])(?:ratio|aspect|score|result|odds|verse|scale|maßstab|ergebnis)/iu

export function decideLength(entries: Entries, total: number, name: string): Decision | null {
  const [first = ''] = entries[0] ?? []
  const [second = first] = entries[1] ?? []
  if ((!couldBeLength.test(first) && !couldBeLength.test(second)) || ratioName.test(name)) return null
  const weightOf = (form: LengthForm): number =>
    entries.reduce((sum, [text, weight]) => sum + (parseLength(text, form) === null ? 0 : weight), 0)
  const fits = (form: LengthForm): boolean => weightOf(form) >= share * total
  if (fits('iso')) return decided('iso', 'length')
  if (fits('words') && !isOfSides(entries))
    return entries.some(([text]) => isCompound(text)) || isMixed(entries) ? decided('words', 'length') : null
  const clock = fits('clock')
  if (fits('hoursMinutesSeconds')) {
    // A length is written without a nought before its hours, and may be under an hour.
    const isLength =
      !clock || lengthName.test(name) || (!clockName.test(name) && entries.some(([text]) => /^0:/u.test(text)))
    return isLength ? decided('hoursMinutesSeconds', 'length') : decided('clock', 'day')
  }
  if (!clockName.test(name) && fits('hoursIfAny') && isOfBoth(entries, name)) {
    const [example = first] = entries.find(([text]) => !hasThreeParts(text)) ?? []
    return decided('hoursIfAny', 'length', [note('columns.minutesAndSeconds', { example })])
  }
  // Two parts may be hours and minutes, of the day or not, or minutes and seconds.
  const padded = entries.filter(([text]) => /^0[0-9][:h]/u.test(text)).length
  const isDay =
    clock &&
    !lengthName.test(name) &&
    (clockName.test(name) ||
      padded > 0 ||
      entries.some(([text]) => /m\.?$|uhr$/iu.test(text)) ||
      entries.some(([text]) => (parseLength(text, 'clock') ?? 0) >= 46_800))
  if (isDay) return decided('clock', 'day')
  // A ratio like 16:10 stands under no name of time.
  if (!lengthName.test(name) && !/time|zeit|temps|tiempo|tempo|hour|stunde|min/iu.test(name))
    return clock && padded > 0 ? decided('clock', 'day') : null
  const inHours = /hour|stunde|std|hrs|h:mm|worked|heure/iu.test(name)
  const form: LengthForm = inHours ? 'hoursMinutes' : 'minutesSeconds'
  if (!fits(form)) return null
  const code = inHours ? 'columns.hoursAndMinutes' : 'columns.minutesAndSeconds'
  return decided(form, 'length', [note(code, { example: first })])
}

function hasThreeParts(text: string): boolean {
  return text.split(':').length > 2
}

/** `58:12` beside `1:02:33`, where the shorter are no times of day or the name says that time was taken. */
function isOfBoth(entries: Entries, name: string): boolean {
  const short = entries.filter(([text]) => !hasThreeParts(text))
  if (short.length === 0 || short.length === entries.length) return false
  return lengthName.test(name) || short.some(([text]) => parseLength(text, 'clock') === null)
}

/** `100,00 H` beside `25,50 S`: credit and debit of a German bank. */
function isOfSides(entries: Entries): boolean {
  const letters = new Set(entries.map(([text]) => text.replaceAll(/[^\p{L}]/gu, '')))
  return letters.size === 2 && letters.has('H') && letters.has('S')
}

/** `1h 30m`: two units in one value. */
function isCompound(text: string): boolean {
  return (text.match(/[0-9]+(?:[.,][0-9]+)? ?\p{L}/gu) ?? []).length > 1
}

/** `2 h` beside `45 min`: only seconds can be compared. */
function isMixed(entries: Entries): boolean {
  const units = new Set(
    entries.map(([text]) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}]/gu, '')
        .charAt(0),
    ),
  )
  return units.size > 1
}

function decided(form: LengthForm, of: LengthReading['of'], notes: readonly Note[] = []): Decision {
  return { reading: { kind: 'length', form, of }, notes, evidence: {}, ambiguous: null }
}
