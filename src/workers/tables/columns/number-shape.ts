/** What a text would be as a number, whatever its marks mean: digits, and what people write around them. */
import { anyCase } from '../../../shared/format/any-case.ts'
import { literalPattern } from '../../../shared/format/literal-pattern.ts'
import { currencyCodes, currencyOf, currencySigns, currencyWords } from '../../../shared/quantity/currencies.ts'
import { scaleLetters, scaleWords } from '../../../shared/quantity/scales.ts'

/** Longest first, so that `US$` is not read as `$`. */
export const currencyAlternatives = alternatives([...Object.keys(currencySigns), ...currencyCodes])
export const percentAlternatives =
  '%|％|per ?cent|percent|pct\\.?|Prozent|procent|por ciento|pour cent|per cento|por cento'

/** A hyphen in the word would be taken for a minus. */
export const plainCurrencyWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(currencyWords).filter(([word]) => !word.includes('-')),
)

/** Marks of a provisional, estimated or significant value; letters among them in brackets only. */
export const markPattern =
  '±[ ]?[0-9]+(?:[.,][0-9]+)?|[*†‡§¶#]{1,4}|[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉᵖʳ]{1,3}|\\([a-zA-Z*]{1,3}\\)|\\[[a-zA-Z0-9*]{1,3}\\]'
/** Before a number that is only about right. Longer words are remarks: `about 5` among numbers is told as one. */
export const approximatePattern = `[~≈∼]|(?:${anyCase(['circa', 'approx', 'ca'])})(?:\\. ?| )`
/** Side of an account: debit takes away. */
export const sidePattern = 'CR|DR|Cr|Dr|cr|dr|Haben|Soll|HABEN|SOLL'
/** Of German banks: Haben is credit, Soll debit. They could be units, too, unless both stand in the column. */
export const sideLetters = 'H|S'

export function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(literalPattern)
    .join('|')
}

const anySpace = '[ \\u00a0\\u2007\\u2009\\u202f]'
const eastAsian = scaleWords.filter((word) => /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(word))
const spoken = scaleWords.filter((word) => !eastAsian.includes(word))
/** Behind letters no other may follow: `12Mb` is no million. East Asian words stand close before a currency. */
const scalePattern = `${alternatives(eastAsian)}|(?:(?:${anyCase(spoken)})\\.?|[KkMmBbT]|MM|mm)(?![\\p{L}\\p{N}])`

const head = new RegExp(
  `^\\(?[+\\-−–]?\\s*(${currencyAlternatives})?\\s*[+\\-−–]?\\s*([0-9.,'’_ \\u00a0\\u2007\\u2009\\u202f]*[0-9][.,]?|[0-9])`,
  'u',
)
const tail = new RegExp(
  `^(?:${anySpace}*(?<scale>${scalePattern}))?` +
    `(?:${anySpace}*(?<currency>${currencyAlternatives}|(?:${anyCase(Object.keys(plainCurrencyWords))})(?!\\p{L}))|${anySpace}*(?<percent>${percentAlternatives}))?` +
    `[-−–]?(?:${anySpace}*(?<side>${sidePattern}))?\\)?(?:${anySpace}*(?<mark>${markPattern}))?$`,
  'u',
)
const word = new RegExp(
  `^(?<gap>${anySpace}*)(?<word>[\\p{L}µμ°Ω‰¢][\\p{L}µμ°Ω/%‰·.² ³-]{0,20}(?:(?<=\\p{L})[0-9])?)$`,
  'u',
)
const limit = new RegExp(`^(?:[<>≤≥≦≧]${anySpace}*)+[+\\-−]?[0-9][0-9.,]*(?:${anySpace}*[\\p{L}µ%/³²]{1,8})?$`, 'u')
const exponent = /^[+\-−]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)[eE][-+]?[0-9]{1,3}$/u

export interface NumberShape {
  /** Digits, marks and groups alone. */
  readonly body: string
  readonly currency: string | null
  readonly percent: boolean
  readonly exponent: boolean
  /** Nothing around the body but one leading sign. */
  readonly bare: boolean
  /** What may be a power of ten, as it stands: `Mio.`, `K`. */
  readonly scale: string
  /** What may be a unit or a flag, as it stands. */
  readonly word: string
  /** Whether a space stands before `word`. */
  readonly apart: boolean
  readonly mark: string
  readonly side: string
  /** A dash stands for the cents. */
  readonly emptyCents: boolean
  /** Said to be about right only: `~40`, `ca. 40`. */
  readonly approximate: boolean
}

/** All in one literal: spreading a default into each of them is what most of the time went into. */
function plainShape(body: string, isExponent: boolean): NumberShape {
  return {
    body,
    currency: null,
    percent: false,
    exponent: isExponent,
    bare: true,
    scale: '',
    word: '',
    apart: false,
    mark: '',
    side: '',
    emptyCents: false,
    approximate: false,
  }
}

const approximate = new RegExp(`^(?:${approximatePattern}) *`, 'u')

/** What a number may begin with; all other texts are dismissed by their first letter. */
const firstCharacters = new Set([
  ..."0123456789+-−–(.,'’ \u00a0\u2007\u2009\u202f",
  ...[...Object.keys(currencySigns), ...currencyCodes].map((written) => [...written][0] ?? ''),
])
const firstOfApproximate = new Set([...'~≈∼caCA'])
/** The Latin words the pattern of tails knows; texts with others behind their number are spared it. */
const knownLeads = new Set(
  [...scaleWords, ...Object.keys(scaleLetters), 'mm', ...Object.keys(currencySigns), ...currencyCodes]
    .concat(Object.keys(plainCurrencyWords), percentAlternatives.split('|'), sidePattern.split('|'))
    .flatMap((written) => /^[A-Za-z]+/u.exec(written)?.[0].toLowerCase() ?? []),
)
/** No unit, currency and flag together are longer. */
const longestTail = 40

/** For RE2 and JavaScript alike; the digit before and the character behind are kept. */
export const emptyCentsPattern = '([0-9])[.,][-–—]{1,2}($|[^0-9])'
const emptyCents = new RegExp(emptyCentsPattern, 'u')

/** `12,- €` is twelve euros, and nothing taken away. */
export function withoutEmptyCents(text: string): string {
  return text.replace(emptyCents, '$1$2')
}

/** Null when a trimmed text cannot be a number. */
export function numberShape(text: string): NumberShape | null {
  // Nearly every number there is; the general pattern is twenty times as slow.
  if (/^-?[0-9]+(?:\.[0-9]+)?$/u.test(text)) {
    const body = text.startsWith('-') ? text.slice(1) : text
    return plainShape(body, false)
  }
  if (!/[0-9]/u.test(text)) return null
  const said = firstOfApproximate.has(text.charAt(0)) ? approximate.exec(text) : null
  if (said !== null) {
    const shape = numberShape(text.slice(said[0].length))
    return shape === null || shape.approximate ? null : { ...shape, bare: false, approximate: true }
  }
  if (!firstCharacters.has(text.charAt(0))) return null
  const cents = withoutEmptyCents(text)
  if (cents !== text) {
    const shape = numberShape(cents)
    return shape === null ? null : { ...shape, bare: false, emptyCents: true }
  }
  if (exponent.test(text)) return plainShape(text.replace(/^[+\-−]/u, ''), true)
  const start = head.exec(text)
  if (start === null) return null
  const [whole, before, body = ''] = start
  const rest = text.slice(whole.length)
  if (rest.length > longestTail) return null
  const opens = text.startsWith('(')
  const [, lead] = /^[ \u00a0]*([A-Za-z]+)/u.exec(rest) ?? []
  const found = lead !== undefined && !knownLeads.has(lead.toLowerCase()) ? null : tail.exec(rest)
  if (found === null) return withWord()
  const { scale = '', currency: after, percent, side = '', mark = '' } = found.groups ?? {}
  if (opens !== /\)$/u.test(mark === '' ? text : text.slice(0, text.length - mark.length).trimEnd())) return null
  // A small letter is a scale beside money only: else metres, bytes, millimetres.
  if (scale !== '' && after === undefined && before === undefined && !isScale(scale)) return withWord()
  const symbol = before ?? after
  return {
    body,
    currency: symbol === undefined ? null : currencyOf(symbol),
    percent: percent !== undefined,
    exponent: false,
    bare: /^[+\-−]?[0-9.,'’_ \u00a0\u2007\u2009\u202f]+$/u.test(text),
    scale,
    word: '',
    apart: /^[ \u00a0]/u.test(rest),
    mark,
    side: side.toUpperCase(),
    emptyCents: false,
    approximate: false,
  }

  function withWord(): NumberShape | null {
    const match = opens ? null : word.exec(rest)
    if (match === null || before !== undefined) return null
    const { gap = '', word: written = '' } = match.groups ?? {}
    return { ...plainShape(body, false), bare: false, word: written.trim(), apart: gap !== '' }
  }
}

function isScale(written: string): boolean {
  const bare = written.toLowerCase().replace(/\.$/u, '')
  return scaleWords.includes(bare) || Object.hasOwn(scaleLetters, written)
}

/** Whether a text can be nothing but a number: `2024 Plan` has a number and a word, and may be a heading. */
export function looksNumeric(text: string): boolean {
  return numberShape(text)?.word === ''
}

/** `<0.5`, `≥ 90`: a value below or above what could be measured. */
export function isLimit(text: string): boolean {
  return limit.test(text)
}
/** The same for RE2, whole texts only. */
export const limitPattern = '(?:[<>≤≥≦≧] *)+[-+−]?[0-9][0-9.,]*(?: *[\\p{L}µ%/³²]{1,8})?'
