/** Decides what the words, signs and letters around a column's numbers are: one unit, powers of ten, flags, sides. */
import { scaleLetters } from '../../../shared/quantity/scales.ts'
import { decimalExponents, isUnit } from '../../../shared/quantity/units.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import { namesParts } from './code-names.ts'
import { debitMarkOf, isSideLetter, sidesByLetter } from './debits.ts'
import type { FormEntry } from './decide-notation.ts'
import { hasFractions, isNought, weigh } from './form-entries.ts'
import { hasFractionsBeside, isFraction } from './fractions-beside.ts'
import type { NumberUnit, Surroundings } from './reading.ts'

export interface Beside {
  readonly unit: NumberUnit
  readonly around: Surroundings | null
  readonly fits: (entry: FormEntry) => boolean
  readonly notes: readonly Note[]
}
/** Amounts of several kinds have no sum: the column is text, and a note says why. */
export interface Mixed {
  readonly mixed: Note
}

/** Letters that statistical offices put behind provisional, estimated, revised and unreliable figures. */
const officialFlags = new Set(['p', 'e', 'r', 'u', 'f', 'x', 'n', 'bp', 'ep', 'pe', 'est', 'rev', 'prov'])
/** Those that also stand close behind a fraction, where the others might be units or factors: `2.5e`, not `1.5x`. */
const closeFlags = new Set(['p', 'e', 'r', 'bp', 'ep', 'pe', 'est', 'rev', 'prov'])
/** A break in a series; behind a whole number it is a house's letter. */
const flagOfFractions = 'b'
const ordinals = new Set(['st', 'nd', 'rd', 'th', 'er', 'e', 'ª', 'º', 'te', 'ter'])
const temperatureName = /temp|kelvin/iu
const half = 0.5
const nearlyAll = 0.95

export function decideBeside(forms: readonly FormEntry[], total: number, name: string): Beside | Mixed | null {
  if (forms.every(({ form }) => form.bare)) return { unit: 'none', around: null, fits: () => true, notes: [] }
  const notes: Note[] = []
  const marks = decideMarks(forms, total, name)
  const decided = decideUnit(forms, total, name, marks.letters, notes)
  if (decided === null || 'mixed' in decided) return decided
  const { unit, unitExponents } = decided
  const fractions = unit === 'percent' && hasFractionsBeside(forms)
  if (fractions) notes.push(note('columns.fractionsBeside', { example: forms.find(isFraction)?.text ?? '' }))
  const scales = decideScales(forms, name)
  const sided = weigh(forms.filter(({ form }) => form.side !== ''))
  const letters = sidesByLetter(forms)
  const sides = sided + letters > 0 && sided + letters >= half * total
  if (sides) notes.push(note('columns.debits', { mark: debitMarkOf(forms) }))
  const hasMarks = forms.some(({ form }) => form.mark !== '' && marks.signs) || marks.letters.length > 0
  const about = forms.find(({ form }) => form.approximate)
  if (about !== undefined) notes.push(note('columns.approximate', { example: about.text }))
  const cents = forms.some(({ form }) => form.emptyCents)
  const hasSurroundings =
    cents || scales || hasMarks || sides || fractions || unitExponents !== undefined || about !== undefined
  const around = hasSurroundings
    ? {
        scales,
        marks: hasMarks,
        letterMarks: marks.letters,
        sides,
        ...(about === undefined ? {} : { approximate: true }),
        ...(fractions ? { fractions: true as const } : {}),
        ...(cents ? { emptyCents: true as const } : {}),
        ...(unitExponents === undefined ? {} : { unitExponents }),
      }
    : null
  const words = typeof unit === 'object' && 'measure' in unit ? unit.words : []
  return { unit, around, fits, notes }

  function fits(entry: FormEntry): boolean {
    const { form } = entry
    if (form.mark !== '' && !marks.signs) return false
    if (form.side !== '' && !sides) return false
    if (form.scale !== '' && !scales) return false
    // Beside several units, a number without one is in none of them.
    if (unitExponents !== undefined && form.word === '') return isNought(entry)
    if (sides && letters > 0 && isSideLetter(form.word)) return true
    if (form.word !== '') return words.includes(form.word) || marks.letters.includes(form.word)
    if (unit === 'percent')
      return form.percent || /^0+(?:[.,]0+)?$/u.test(form.body) || (fractions && isFraction(entry))
    return !form.percent && ((unit === 'none' && around === null) || !form.exponent)
  }
}

/** Flags stand behind some of the numbers only, unless they are stars, which tell how sure each is, as `±0.3` does, or notes in brackets. */
function decideMarks(
  forms: readonly FormEntry[],
  total: number,
  name: string,
): { readonly signs: boolean; readonly letters: readonly string[] } {
  const marked = forms.filter(({ form }) => form.mark !== '')
  const signs = weigh(marked) <= half * total || marked.every(({ form }) => /^(?:[*†‡]+|±.*|\[.*\])$/u.test(form.mark))
  const plain = weigh(forms.filter(({ form }) => form.word === ''))
  const fractions = hasFractions(forms)
  if (namesParts(name)) return { signs, letters: [] }
  // A whole year may be provisional.
  if (plain < half * total) return { signs, letters: fractions ? everywhere(forms) : [] }
  const words = new Set(
    forms.flatMap(({ form }) =>
      /^[a-z]{1,4}(?: [a-z])?$/u.test(form.word) && (form.apart || (fractions && closeFlags.has(form.word)))
        ? [form.word]
        : [],
    ),
  )
  // `12 a` is a house beside 12; a flag stands at a measured figure, or is one of those everybody uses.
  return { signs, letters: [...words].filter((word) => officialFlags.has(word) || (fractions && word.length <= 2)) }
}

/** Official flags, where most of the figures carry one; those have fractions. */
function everywhere(forms: readonly FormEntry[]): readonly string[] {
  const isFlag = (word: string): boolean => officialFlags.has(word) || word === flagOfFractions
  const flagged = forms.every(({ form }) => form.word === '' || (form.apart && isFlag(form.word)))
  return flagged ? [...new Set(forms.flatMap(({ form }) => (form.word === '' ? [] : [form.word])))] : []
}

/** One unit for the whole column. */
function decideUnit(
  forms: readonly FormEntry[],
  total: number,
  name: string,
  flags: readonly string[],
  notes: Note[],
): DecidedUnit | Mixed | null {
  const currencies = new Map<string, number>()
  for (const { form, weight } of forms) {
    if (form.currency !== null) currencies.set(form.currency, (currencies.get(form.currency) ?? 0) + weight)
  }
  const percentWeight = weigh(forms.filter(({ form }) => form.percent))
  if (percentWeight > 0) {
    const isRule = percentWeight >= half * total || hasFractionsBeside(forms)
    return isRule && currencies.size === 0 ? { unit: 'percent' } : null
  }
  const sideLetters = sidesByLetter(forms) > 0
  const measure = decideMeasure(
    forms.filter(({ form }) => !flags.includes(form.word) && !(sideLetters && isSideLetter(form.word))),
    total,
    name,
    notes,
  )
  const [currency] = currencies.keys()
  if (currency === undefined) return measure
  if (!('unit' in measure) || measure.unit !== 'none') return null
  if (currencies.size === 1) return { unit: { currency } }
  return {
    mixed: note('columns.severalCurrencies', { currencies: [...currencies.keys()].slice(0, 4).join(', ') }),
  }
}

function decideMeasure(forms: readonly FormEntry[], total: number, name: string, notes: Note[]): DecidedUnit | Mixed {
  const groups = new Map<string, { weight: number; words: Set<string>; entries: FormEntry[] }>()
  for (const entry of forms) {
    const { word } = entry.form
    if (word === '') continue
    const key = singular(word)
    const group = groups.get(key) ?? { weight: 0, words: new Set<string>(), entries: [] }
    group.weight += entry.weight
    group.words.add(word)
    group.entries.push(entry)
    groups.set(key, group)
  }
  const ranked = [...groups.values()].sort((a, b) => b.weight - a.weight)
  const [first] = ranked
  if (first === undefined) return { unit: 'none' }
  const units = ranked.filter(({ words }) => [...words].some(isUnit))
  if (units.length > 1 && weigh(units.flatMap(({ entries }) => entries)) >= half * total) {
    // One stray unit is an odd cell like any other.
    if (first.weight < nearlyAll * total) {
      const list = units.map(({ words }) => [...words][0]).slice(0, 4)
      const converted = decideOneOfSeveral(units, total - weigh(forms.filter(isNought)))
      if (converted === null) return { mixed: note('columns.severalUnits', { units: list.join(', ') }) }
      notes.push(note('columns.unitsConverted', { units: list.join(', '), unit: converted.unit.measure }))
      return converted
    }
  }
  if (first.weight < half * total || !isMeasured(first.entries, [...first.words], total, name)) return { unit: 'none' }
  if (forms.some((entry) => entry.form.word === '' && !isNought(entry))) {
    notes.push(note('columns.withoutUnit', { unit: [...first.words][0] ?? '' }))
  }
  // As it stands most often, which is the plural where there are two.
  const words = [...first.words]
  const commonest = words.toSorted((a, b) => weightOfWord(first.entries, b) - weightOfWord(first.entries, a))
  return { unit: { measure: commonest[0] ?? '', words } }
}

interface DecidedUnit {
  readonly unit: NumberUnit
  readonly unitExponents?: Readonly<Record<string, number>>
}

/** `500 g` and `1.2 kg` in the commoner of the two: units of one quantity, behind nearly all of the numbers. */
function decideOneOfSeveral(
  units: readonly { readonly weight: number; readonly words: ReadonlySet<string> }[],
  total: number,
): ({ readonly unit: { readonly measure: string; readonly words: readonly string[] } } & DecidedUnit) | null {
  const words = units.flatMap((one) => [...one.words])
  const [measure] = units[0]?.words ?? []
  const unitExponents = measure === undefined ? null : decimalExponents(words, measure)
  if (measure === undefined || unitExponents === null) return null
  if (units.reduce((sum, { weight }) => sum + weight, 0) < nearlyAll * total) return null
  return { unit: { measure, words }, unitExponents }
}

function weightOfWord(entries: readonly FormEntry[], word: string): number {
  return weigh(entries.filter(({ form }) => form.word === word))
}

/** `year` and `years` are one unit; symbols keep their letters, whose case counts: mW, MW. */
function singular(word: string): string {
  const plain = word.replaceAll('²', '2').replaceAll('³', '3').replaceAll('μ', 'µ').replace(/\.$/u, '')
  return plain.length > 3 ? plain.replace(/(?:en|er|es|s|e)$/u, '') : plain
}

/** `1950s` are no seconds. */
function namesDecade({ body, word, apart }: FormEntry['form']): boolean {
  return word === 's' && !apart && /^(?:1[5-9]|20)[0-9]0$/u.test(body)
}

/** Whether the word behind the digits is a unit rather than the end of a code. */
function isMeasured(entries: readonly FormEntry[], words: readonly string[], total: number, name: string): boolean {
  if (namesParts(name)) return false
  const [word = ''] = words
  if (entries.every(({ form }) => namesDecade(form))) return false
  const apart = entries.every(({ form }) => form.apart)
  const fractions = hasFractions(entries)
  const different = new Set(entries.map(({ form }) => form.body)).size
  if (words.some(isUnit)) {
    // `12A` and `4M` are codes until a fraction or a space says otherwise.
    return word.length > 1 || fractions || (/\p{Ll}|[°¢]/u.test(word) ? apart || different >= 3 : false)
  }
  if (ordinals.has(word) || word.length < 2 || weigh(entries) < nearlyAll * total || different < 3) return false
  return /^[\p{L}\p{M}./²³ -]+$/u.test(word) && !word.includes(' ') && (fractions || apart)
}

/** Whether letters and words behind the digits are powers of ten. */
function decideScales(forms: readonly FormEntry[], name: string): boolean {
  const scaled = forms.filter(({ form }) => form.scale !== '')
  if (scaled.length === 0) return false
  // Words, and letters beside money, mean nothing else.
  if (scaled.every(({ form }) => form.currency !== null || !Object.hasOwn(scaleLetters, form.scale))) return true
  if (namesParts(name)) return false
  const letters = new Set(scaled.map(({ form }) => form.scale.toUpperCase()))
  if (letters.size === 1 && letters.has('K')) return !temperatureName.test(name)
  return hasFractions(forms) || (letters.size > 1 && forms.some(({ form }) => form.body.length >= 2))
}
