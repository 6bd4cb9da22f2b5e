/**
 * Which numbers of a text a person has changed still stand: those that are in the generated text, or in the evidence.
 * Whatever else has digits is no longer verified. Numbers written as words are not recognised.
 */
import { beginsWithScale, type Numeral, numeralsIn } from '../../format/numerals.ts'
import { readNumber, statedMatches } from '../../format/stated.ts'
import type { Insight } from '../insight.ts'
import type { Paragraph, StatedNumber } from '../story.ts'

export interface EditedNumbers {
  readonly numbers: StatedNumber[]
  readonly unverified: Pick<Numeral, 'text' | 'start'>[]
}

/** Fewer digits than this agree with some value of the evidence by chance. */
const tellingDigits = 3

/** `generated` is what the person changed into `text`; `insights` are what it states. */
export function numbersOfEdited(
  text: string,
  generated: Pick<Paragraph, 'text' | 'numbers'>,
  insights: readonly Pick<Insight, 'id' | 'evidence'>[],
  locale?: string,
): EditedNumbers {
  const numbers = keptNumbers(text, generated, locale)
  const isCovered = (at: number, end: number): boolean =>
    numbers.some(({ start, text: { length } }) => start < end && at < start + length)
  const names = plainNumerals(generated, locale)
  const unverified: EditedNumbers['unverified'] = []
  for (const { start, text: found } of numeralsIn(text, locale)) {
    if (isCovered(start, start + found.length) || names.has(found)) continue
    const source = evidenceOf(found, insights, locale)
    if (source === null) unverified.push({ text: found, start })
    else numbers.push({ text: found, start, ...source })
  }
  return { numbers: numbers.toSorted((left, right) => left.start - right.start), unverified }
}

/** Each number of the generated text where it stands in the new one; of several equal ones, that with the same words about it. */
function keptNumbers(
  text: string,
  generated: Pick<Paragraph, 'text' | 'numbers'>,
  locale: string | undefined,
): StatedNumber[] {
  const kept: StatedNumber[] = []
  const free = new Set(generated.numbers)
  // Longer ones first: `12` must not be found in `12.5 million`.
  const written = [...new Set(generated.numbers.map((one) => one.text))].toSorted((a, b) => b.length - a.length)
  for (const sought of written) {
    for (const start of placesOf(sought, text, locale)) {
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
function placesOf(sought: string, text: string, locale: string | undefined): number[] {
  const places: number[] = []
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
    const before = text.slice(Math.max(0, at - 2), at)
    const after = text.slice(at + sought.length, at + sought.length + 12)
    if (!/\p{Nd}[.,'’]?$/u.test(before) && !/^[.,'’]?\p{Nd}/u.test(after) && !beginsWithScale(after, locale))
      places.push(at)
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
function plainNumerals(
  { text, numbers }: Pick<Paragraph, 'text' | 'numbers'>,
  locale: string | undefined,
): ReadonlySet<string> {
  const plain = numeralsIn(text, locale).filter(
    ({ start, text: found }) =>
      !numbers.some((one) => one.start < start + found.length && start < one.start + one.text.length),
  )
  return new Set(plain.map(({ text: found }) => found))
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
