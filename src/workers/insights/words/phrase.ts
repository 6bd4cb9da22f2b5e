/**
 * Texts in which no number can stand without its evidence: a phrase is built by the `say` tag from fixed words, names
 * and stated numbers, and anything else with a digit in it is refused.
 */
import type { StatedNumber } from '../../../shared/story/story.ts'

/** A text with the numbers stated in it, and the ranges that are names, dates or quotations. */
export interface Phrase {
  readonly text: string
  readonly numbers: readonly StatedNumber[]
  readonly names: readonly { readonly start: number; readonly end: number }[]
  /** Where it says on which rows and periods it rests. */
  readonly bases?: readonly Base[]
}

/** A part of a phrase that says what it rests on. */
export interface Base {
  readonly start: number
  readonly end: number
  /** Alike where two phrases rest on the same. */
  readonly key: string
  /** What stands there where the same was said just before. */
  readonly instead: Phrase
}

/** A stated number, or a name of one thing (1) or several (2), that the words around it agree with. */
export interface CountedPhrase extends Phrase {
  readonly count: number
}

export const nothing: Phrase = { text: '', numbers: [], names: [] }

const digit = /\p{Nd}/u

/** Tag of a template: words, phrases, and plain texts that hold no digit. */
export function say(words: TemplateStringsArray, ...parts: readonly (Phrase | string)[]): Phrase {
  return phraseOf(words.flatMap((text, index) => [text, parts[index] ?? nothing]))
}

/** Words without a digit, and phrases, one after another. */
export function phraseOf(parts: readonly (Phrase | string)[]): Phrase {
  return parts.reduce<Phrase>(
    (phrase, part) => append(phrase, typeof part === 'string' ? wordsOnly(part) : part),
    nothing,
  )
}

function wordsOnly(text: string): Phrase {
  if (digit.test(text)) throw new Error(`A number stands in a text without its evidence: “${text}”`)
  return { text, numbers: [], names: [] }
}

/** The phrase as what the words around it rest on. */
export function based(phrase: Phrase, key: string, instead: Phrase = nothing): Phrase {
  return { ...phrase, bases: [{ start: 0, end: phrase.text.length, key, instead }] }
}

/** A name, a category, a date or a period: as it is, digits and all. */
export function named(text: string): Phrase {
  return { text, numbers: [], names: [{ start: 0, end: text.length }] }
}

/** The same of several texts, by name. */
export function allNamed<Name extends string>(texts: Readonly<Record<Name, string>>): Readonly<Record<Name, Phrase>> {
  return Object.fromEntries(Object.entries<string>(texts).map(([name, text]) => [name, named(text)])) as Record<
    Name,
    Phrase
  >
}

/** A number with its evidence. */
export function stated(number: Omit<StatedNumber, 'start'>): Phrase {
  return { text: number.text, numbers: [{ ...number, start: 0 }], names: [] }
}

function append(left: Phrase, right: Phrase): Phrase {
  const offset = left.text.length
  return {
    text: left.text + right.text,
    numbers: [...left.numbers, ...right.numbers.map((number) => ({ ...number, start: number.start + offset }))],
    names: [...left.names, ...right.names.map((name) => ({ start: name.start + offset, end: name.end + offset }))],
    ...basesOf(left, right),
  }
}

function basesOf(left: Phrase, right: Phrase): Pick<Phrase, 'bases'> {
  if (right.bases === undefined) return left.bases === undefined ? {} : { bases: left.bases }
  const offset = left.text.length
  const moved = right.bases.map((base) => ({ ...base, start: base.start + offset, end: base.end + offset }))
  return { bases: [...(left.bases ?? []), ...moved] }
}

/** From `start` to before `end`, with the numbers and names that lie in it whole. */
function part({ text, numbers, names }: Phrase, start: number, end: number): Phrase {
  return {
    text: text.slice(start, end),
    numbers: numbers
      .filter((number) => number.start >= start && number.start + number.text.length <= end)
      .map((number) => ({ ...number, start: number.start - start })),
    names: names
      .filter((name) => name.start >= start && name.end <= end)
      .map((name) => ({ start: name.start - start, end: name.end - start })),
  }
}

/** The phrase without what it says of what it rests on. */
export function withoutBases(phrase: Phrase): Phrase {
  let [said, from] = [nothing, 0]
  for (const { start, end, instead } of phrase.bases ?? []) {
    said = append(append(said, part(phrase, from, start)), instead)
    from = end
  }
  return append(said, part(phrase, from, phrase.text.length))
}

/** Phrases one after another; empty ones leave no gap. */
export function join(phrases: readonly Phrase[], separator = ' '): Phrase {
  return phrases
    .filter((phrase) => phrase.text !== '')
    .reduce(
      (joined, phrase) => append(joined.text === '' ? joined : append(joined, wordsOnly(separator)), phrase),
      nothing,
    )
}

/** ` (4.5%)`, to stand after a word. */
export function inBrackets(phrase: Phrase): Phrase {
  return say` (${phrase})`
}

/** With a capital first, unless it is written its own way (iPhone) or starts with a sign or a figure. */
export function capitalised(phrase: Phrase): Phrase {
  const first = phrase.text.slice(0, 1)
  const upper = first.toLocaleUpperCase('en')
  const ownWay = /^\p{Ll}+\p{Lu}/u.test(phrase.text)
  return upper.length === first.length && !ownWay ? { ...phrase, text: upper + phrase.text.slice(1) } : phrase
}

/** The phrase as a sentence: a capital first, a full stop last. */
export function sentence(phrase: Phrase): Phrase {
  const { text } = capitalised(phrase)
  return { ...phrase, text: /[.!?…]["”]?$/.test(text) ? text : `${text}.` }
}

/** Runs of digits in a phrase that are neither part of a stated number nor of a name: there must be none. */
export function uncoveredNumerals(phrase: Phrase): readonly string[] {
  const covered = [
    ...phrase.names,
    ...phrase.numbers.map((number) => ({ start: number.start, end: number.start + number.text.length })),
  ]
  return [...phrase.text.matchAll(/\p{Nd}+/gu)]
    .filter(({ index, 0: run }) => !covered.some(({ start, end }) => start <= index && index + run.length <= end))
    .map(({ 0: run }) => run)
}
