/**
 * Decides from a column's texts how it is to be read. Pure: what is decided on a sample is confirmed on every value by
 * `write-table.ts`, which asks again with what did not fit.
 */

import type { BooleanWords } from '../../../shared/format/boolean-words.ts'
import { decideTime } from './decide-time.ts'
import { closeOdds, columnOdds, habitOdds, writtenOdds } from './decimal-mark.ts'
import { type Decision, noHints, type WritingHints } from './decision.ts'
import { isMissing, trimmed } from './missing.ts'
import {
  bodyFits,
  bodyIsWhole,
  type NumberNotation,
  type NumberShape,
  numberNotations,
  numberShape,
} from './numbers.ts'
import { neededWeight } from './readable.ts'
import type { ColumnReading, NumberReading, TextReading } from './reading.ts'

export interface ColumnSample {
  readonly name: string
  /** Text to how many values of the column it stands for; weights may be fractions. */
  readonly values: ReadonlyMap<string, number>
}

export const textReading: TextReading = { kind: 'text', keepsNa: false }
const codeName =
  /(?:^|[^a-z])(?:phone|tel|telephone|telefon|fax|mobile|cell|zip|zipcode|postcode|postal|plz|iban)(?:$|[^a-z])/iu

interface Present {
  readonly entries: readonly (readonly [text: string, weight: number])[]
  readonly total: number
}

export function decideColumn(sample: ColumnSample, hints: WritingHints = noHints): Decision {
  const merged = new Map<string, number>()
  let total = 0
  for (const [text, weight] of sample.values) {
    if (isMissing(text)) continue
    const word = trimmed(text)
    merged.set(word, (merged.get(word) ?? 0) + weight)
    total += weight
  }
  if (total === 0) return settled({ kind: 'text', keepsNa: false })
  const present: Present = { entries: [...merged], total }
  return (
    decideBoolean(present) ??
    decideTime(present.entries, total, sample.name, hints) ??
    decideNumber(present, sample.name, hints) ??
    settled({ kind: 'text', keepsNa: looksLikeCodes(present) })
  )
}

function settled(reading: ColumnReading, evidence: Partial<WritingHints> = {}): Decision {
  return { reading, notes: [], evidence, ambiguous: null }
}

/** Two capital letters each, as country and state codes are: then NA is Namibia, or North America. */
function looksLikeCodes(present: Present): boolean {
  const codes = present.entries.filter(([text]) => /^[A-Z]{2}$/u.test(text))
  return codes.length >= 2 && weightOf(codes) >= 0.9 * present.total
}

function weightOf(entries: readonly (readonly [string, number])[]): number {
  return entries.reduce((sum, [, weight]) => sum + weight, 0)
}

const pairs: readonly (readonly [yes: string, no: string, alone: boolean])[] = [
  ['true', 'false', true],
  ['yes', 'no', true],
  ['t', 'f', false],
  ['y', 'n', false],
  ['wahr', 'falsch', true],
  ['ja', 'nein', true],
  ['vrai', 'faux', true],
  ['oui', 'non', true],
]

/** Every value must fit: a third answer makes it a category. */
function decideBoolean(present: Present): Decision | null {
  if (present.entries.length > 8) return null
  const words = new Set(present.entries.map(([text]) => text.toLowerCase()))
  for (const [yes, no, alone] of pairs) {
    const both = words.has(yes) && words.has(no)
    const enough = both ? words.size === 2 : alone && words.size === 1 && (words.has(yes) || words.has(no))
    if (enough) return settled({ kind: 'boolean', yes, no, written: writtenWords(present, yes, no) })
  }
  return null
}

/** As the file writes them; a word that was not met is written as the other is. */
function writtenWords(present: Present, yes: string, no: string): BooleanWords {
  const met = (word: string): string | null => {
    const ways = present.entries.filter(([text]) => text.toLowerCase() === word)
    return ways.toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? null
  }
  const [writtenYes, writtenNo] = [met(yes), met(no)]
  return {
    yes: writtenYes ?? inCaseOf(writtenNo ?? no, yes),
    no: writtenNo ?? inCaseOf(writtenYes ?? yes, no),
  }
}

function inCaseOf(example: string, word: string): string {
  if (example === example.toLowerCase()) return word
  return example === example.toUpperCase() ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1)
}

interface FormEntry {
  readonly text: string
  readonly weight: number
  readonly form: NumberShape
}

function decideNumber(present: Present, name: string, hints: WritingHints): Decision | null {
  const forms: FormEntry[] = []
  const odd: string[] = []
  for (const [text, weight] of present.entries) {
    const form = numberShape(text)
    if (form === null) odd.push(text)
    else forms.push({ text, weight, form })
  }
  const needed = neededWeight(present.total, odd)
  if (forms.reduce((sum, entry) => sum + entry.weight, 0) < needed) return null
  const unit = decideUnit(forms)
  if (unit === null) return null
  const usable = forms.filter(({ form }) => fitsUnit(form, unit))
  const choice = decideNotation(usable, needed, hints)
  if (choice === null) return null
  const { notation, fitting } = choice
  if (isCode(fitting, name)) return null
  const fractionWeight = fitting
    .filter(({ form }) => !bodyIsWhole(form, notation))
    .reduce((sum, e) => sum + e.weight, 0)
  const whole = fractionWeight === 0 && unit !== 'percent'
  if (whole && fitting.some(({ form }) => overflows(form.body))) return null
  const reading: NumberReading = {
    kind: 'number',
    storage: whole ? 'BIGINT' : 'DOUBLE',
    decimal: notation.decimal,
    grouping: notation.grouping,
    unit,
    plain: unit === 'none' && notation.grouping === '' && fitting.every(({ form }) => form.bare),
  }
  return { reading, notes: choice.notes, evidence: choice.evidence, ambiguous: choice.ambiguous }
}

/** One unit for the whole column; two currencies in one are no measure, and stay text. */
function decideUnit(forms: readonly FormEntry[]): NumberReading['unit'] | null {
  const currencies = new Set(forms.flatMap(({ form }) => (form.currency === null ? [] : [form.currency])))
  const percentWeight = forms.filter(({ form }) => form.percent).reduce((sum, { weight }) => sum + weight, 0)
  const total = forms.reduce((sum, { weight }) => sum + weight, 0)
  if (percentWeight > 0) return percentWeight >= 0.5 * total && currencies.size === 0 ? 'percent' : null
  const [currency] = currencies
  if (currency === undefined) return 'none'
  return currencies.size === 1 ? { currency } : null
}

function fitsUnit(form: NumberShape, unit: NumberReading['unit']): boolean {
  if (unit === 'percent') return form.percent || /^0+(?:[.,]0+)?$/u.test(form.body)
  return !form.percent && (unit === 'none' || !form.exponent)
}

interface NotationChoice {
  readonly notation: NumberNotation
  readonly fitting: readonly FormEntry[]
  readonly notes: readonly string[]
  readonly evidence: Partial<WritingHints>
  readonly ambiguous: 'decimal' | null
}

function decideNotation(forms: readonly FormEntry[], needed: number, hints: WritingHints): NotationChoice | null {
  const scored = numberNotations.map((notation) => {
    const fitting = forms.filter(({ form }) => bodyFits(form, notation))
    return { notation, fitting, weight: fitting.reduce((sum, entry) => sum + entry.weight, 0) }
  })
  const best = Math.max(...scored.map(({ weight }) => weight))
  if (best < needed || best === 0) return null
  const tied = scored.filter(({ weight }) => weight === best)
  const [first] = tied
  if (first === undefined) return null
  const contested = (['.', ','] as const).find(
    (mark) =>
      tied.some(({ notation }) => notation.grouping === mark) &&
      tied.some(({ notation }) => notation.grouping === '' && notation.decimal === mark) &&
      first.fitting.some(({ form }) => form.body.includes(mark)),
  )
  const grouped = tied.find(({ notation }) => notation.grouping === contested)
  const decimals = tied.find(({ notation }) => notation.grouping === '' && notation.decimal === contested)
  if (contested === undefined || grouped === undefined || decimals === undefined) {
    const { decimal, grouping } = first.notation
    const written = first.fitting.some(({ form }) => form.body.includes(decimal))
    const tells = written || grouping === '.' || grouping === ','
    const evidence = tells ? { pointOdds: decimal === '.' ? columnOdds : -columnOdds } : {}
    return { notation: first.notation, fitting: first.fitting, notes: [], evidence, ambiguous: null }
  }
  return settleThree(grouped, decimals)

  /** `1,234`: a thousand or one and a bit. Every value has its one mark before exactly three digits. */
  function settleThree(groups: Candidate, fractions: Candidate): NotationChoice {
    const mark = groups.notation.grouping === ',' ? ',' : '.'
    const towardsPoint = mark === ',' ? 1 : -1
    const written = writtenOdds(groups.fitting, mark)
    const alone = written + habitOdds(mark)
    const elsewhere = Math.max(-mostContext, Math.min(mostContext, towardsPoint * hints.pointOdds))
    const odds = alone + elsewhere
    const chosen = odds > 0 ? groups : fractions
    const evidence = { pointOdds: (towardsPoint * Math.max(-columnOdds, Math.min(columnOdds, written))) / 2 }
    const isClose = Math.abs(alone) < closeOdds || Math.abs(odds) < closeOdds
    const notes = isClose ? [closeNote(groups, mark, odds > 0, elsewhere !== 0)] : []
    return { notation: chosen.notation, fitting: chosen.fitting, notes, evidence, ambiguous: 'decimal' }
  }
}

/** However many other columns there are, they do not outdo what a column says of itself beyond doubt. */
const mostContext = 1.5 * columnOdds

interface Candidate {
  readonly notation: NumberNotation
  readonly fitting: readonly FormEntry[]
}

function closeNote({ fitting }: Candidate, mark: string, asGroups: boolean, fromElsewhere: boolean): string {
  const example = fitting.find(({ form }) => form.body.includes(mark))?.form.body ?? ''
  const [meaning, other] = asGroups ? ['thousands', 'a fraction'] : ['a fraction', 'thousands']
  const why = fromElsewhere ? 'as elsewhere in the file' : 'nothing in the file settles it'
  return `"${example}" could be ${other} and is read as ${meaning}, ${why}`
}

/**
 * Digits that name something rather than count: written with leading zeros, as phone numbers are with a leading plus,
 * or in a column whose name says so.
 */
function isCode(fitting: readonly FormEntry[], name: string): boolean {
  const digits = fitting.filter(({ form }) => /^[0-9]+$/u.test(form.body))
  if (digits.length < fitting.length) {
    const spaced = fitting.filter(({ form }) => /^[0-9' ’]+$/u.test(form.body))
    return codeName.test(separated(name)) && spaced.length === fitting.length
  }
  const total = fitting.reduce((sum, entry) => sum + entry.weight, 0)
  const padded = digits.filter(({ form }) => /^0[0-9]/u.test(form.body))
  const paddedWeight = padded.reduce((sum, entry) => sum + entry.weight, 0)
  if (padded.length > 0) {
    const widths = new Set(digits.map(({ form }) => form.body.length))
    if (widths.size === 1 || paddedWeight >= 0.05 * total) return true
  }
  const plus = digits.filter(({ text, form }) => text.startsWith('+') && form.body.length >= 8)
  if (plus.length > 0 && plus.length >= 0.5 * digits.length) return true
  return codeName.test(separated(name))
}

/** `zipCode` and `zip_code` as separate words. */
function separated(name: string): string {
  return name.replace(/([a-z])([A-Z])/gu, '$1 $2').replaceAll('_', ' ')
}

/** Beyond 64 bits: an identifier, whose digits a number would lose. */
function overflows(body: string): boolean {
  const digits = body.replace(/[^0-9]/gu, '')
  return digits.length > 19 || (digits.length === 19 && digits > '9223372036854775807')
}
