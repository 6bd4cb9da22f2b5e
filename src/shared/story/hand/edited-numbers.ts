/**
 * Which numbers of a text a person has changed still stand: those that are in the generated text, or in the evidence.
 * Whatever else has digits is no longer verified. Numbers written as words are not recognised.
 */
import { readNumber, statedMatches } from '../../format/stated.ts'
import type { Insight } from '../insight.ts'
import type { Paragraph, StatedNumber } from '../story.ts'

export interface Numeral {
  readonly text: string
  readonly start: number
}

export interface EditedNumbers {
  readonly numbers: StatedNumber[]
  readonly unverified: Numeral[]
}

/** What makes another amount of the number before it. */
const scale = String.raw`\s?(?:%|‰|percent|trillion|billion|million|thousand|k\b|M\b|B\b)`
/** A sign, digits with their separators, and what scales them. A dash between two numbers is no sign. */
const numeral = new RegExp(
  String.raw`(?:(?<![\p{L}\p{Nd}])[-−])?\p{Nd}+(?:[.,'’\u00a0\u202f]\p{Nd}+)*(?:${scale})?`,
  'gu',
)
const scaled = new RegExp(`^${scale}`, 'u')
/** Fewer digits than this agree with some value of the evidence by chance. */
const tellingDigits = 3

/** `generated` is what the person changed into `text`; `insights` are what it states. */
export function numbersOfEdited(
  text: string,
  generated: Pick<Paragraph, 'text' | 'numbers'>,
  insights: readonly Pick<Insight, 'id' | 'evidence'>[],
  locale?: string,
): EditedNumbers {
  const numbers = keptNumbers(text, generated)
  const isCovered = (at: number, end: number): boolean =>
    numbers.some(({ start, text: { length } }) => start < end && at < start + length)
  const names = plainNumerals(generated)
  const unverified: Numeral[] = []
  for (const { index: start, 0: found } of text.matchAll(numeral)) {
    if (isCovered(start, start + found.length) || names.has(found)) continue
    const source = evidenceOf(found, insights, locale)
    if (source === null) unverified.push({ text: found, start })
    else numbers.push({ text: found, start, ...source })
  }
  return { numbers: numbers.toSorted((left, right) => left.start - right.start), unverified }
}

/** Each number of the generated text where it stands in the new one; of several equal ones, that with the same words about it. */
function keptNumbers(text: string, generated: Pick<Paragraph, 'text' | 'numbers'>): StatedNumber[] {
  const kept: StatedNumber[] = []
  const free = new Set(generated.numbers)
  // Longer ones first: `12` must not be found in `12.5 million`.
  const written = [...new Set(generated.numbers.map((one) => one.text))].toSorted((a, b) => b.length - a.length)
  for (const sought of written) {
    for (const start of placesOf(sought, text)) {
      if (kept.some((one) => one.start < start + sought.length && start < one.start + one.text.length)) continue
      const sign = signBefore(text, start)
      const alike = [...free].filter((one) => one.text === sought && signBefore(generated.text, one.start) === sign)
      const likeness = (one: StatedNumber): number => sharedAround(text, start, generated.text, one.start)
      const best = alike.toSorted((left, right) => likeness(right) - likeness(left))[0]
      if (best === undefined) continue
      free.delete(best)
      kept.push({ ...best, start })
    }
  }
  return kept
}

/** Where `sought` stands as a number of its own, and not as part of a longer one. */
function placesOf(sought: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
    const before = text.slice(Math.max(0, at - 2), at)
    const after = text.slice(at + sought.length, at + sought.length + 12)
    if (!/\p{Nd}[.,'’]?$/u.test(before) && !/^[.,'’]?\p{Nd}/u.test(after) && !scaled.test(after)) places.push(at)
  }
  return places
}

function signBefore(text: string, at: number): boolean {
  return /(?<![\p{L}\p{Nd}])[-−]$/u.test(text.slice(Math.max(0, at - 2), at))
}

const aroundCharacters = 24

/** Characters before and after two places that are the same. */
function sharedAround(left: string, leftAt: number, right: string, rightAt: number): number {
  let before = 0
  while (before < aroundCharacters && before < leftAt && left[leftAt - before - 1] === right[rightAt - before - 1])
    before += 1
  let after = 0
  while (after < aroundCharacters && leftAt + after < left.length && left[leftAt + after] === right[rightAt + after])
    after += 1
  return before + after
}

/** Numerals of the generated text that state no value: years, names, codes. */
function plainNumerals({ text, numbers }: Pick<Paragraph, 'text' | 'numbers'>): ReadonlySet<string> {
  const plain = [...text.matchAll(numeral)].filter(
    ({ index, 0: found }) =>
      !numbers.some((one) => one.start < index + found.length && index < one.start + one.text.length),
  )
  return new Set(plain.map(({ 0: found }) => found))
}

function evidenceOf(
  found: string,
  insights: readonly Pick<Insight, 'id' | 'evidence'>[],
  locale: string | undefined,
): Pick<StatedNumber, 'value' | 'evidence' | 'name'> | null {
  const digits = found.match(/\p{Nd}/gu)?.length ?? 0
  for (const { id, evidence } of insights) {
    for (const [name, value] of Object.entries(evidence.values)) {
      if (typeof value !== 'number' || !statedMatches(found, value, locale)) continue
      const isExact = readNumber(found, locale)?.value === Math.abs(value)
      if (isExact || digits >= tellingDigits) return { value, evidence: id, name }
    }
  }
  return null
}
