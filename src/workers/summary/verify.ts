/** Compares every statement of a story with the pages it cites, before anybody sees it. */
import type { DocumentContent } from '../../shared/document/document.ts'
import type { DocumentStory, Place } from '../../shared/document/document-story.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { findAmounts } from './facts/amounts.ts'
import { type DayOrder, findDates } from './facts/dates.ts'
import { lemma } from './words/lemma.ts'
import { wordsOf } from './words/words.ts'

/** What a date or an amount was read by, so that it is read again in the same way from its place alone. */
export interface Reading {
  readonly language: string | null
  readonly dayOrder: DayOrder
  readonly decimalComma: boolean
}

/**
 * `verified` for the story: quotations, headings and captions say what stands at their places; terms and names stand
 * there, but for their endings; dates and amounts, read again from their places alone, are the same. Throws
 * `evidence_mismatch` at the first that is not.
 */
export async function verifyStory(
  story: Omit<DocumentStory, 'verified'>,
  content: DocumentContent,
  reading: Reading,
  pace: () => Promise<void> | undefined,
): Promise<DocumentStory['verified']> {
  const texts = new Map(content.pages.map((page) => [page.number, page.text]))
  const at = (place: Place): string => {
    const text = texts.get(place.page)
    if (text === undefined || place.start < 0 || place.end > text.length || place.start >= place.end) return ''
    return text.slice(place.start, place.end)
  }
  let statements = 0
  const check = (what: string, said: string, holds: boolean): void => {
    statements += 1
    if (!holds) throw new StoryglassError('evidence_mismatch', `${what}: ${said.slice(0, 200)}`)
  }
  const sections = story.sections.flatMap((section) => section.quotations)
  for (const { text, places } of [...story.quotations, ...sections])
    check('quotation', text, isSame(text, places.map(at)))
  for (const { heading, place } of story.sections)
    if (place !== null) check('heading', heading, isHeading(heading, at(place)))
  for (const { caption, place } of story.figures) check('caption', caption, isSame(caption, [at(place)]))
  await pace()
  for (const { term, places } of story.terms) {
    check(
      'term',
      term,
      places.every((place) => isTerm(term, at(place), reading.language)),
    )
  }
  for (const { name, places } of story.names)
    check(
      'name',
      name,
      places.every((place) => isSame(name, [at(place)])),
    )
  await pace()
  for (const { text, date, places } of story.dates) {
    const read = (place: Place): boolean =>
      findDates(withContext(texts, place), reading.dayOrder).some((found) => found.date === date)
    check('date', text, isSame(text, places.slice(0, 1).map(at)) && places.every(read))
  }
  await pace()
  for (const { text, value, unit, places } of story.amounts) {
    const read = (place: Place): boolean =>
      findAmounts(at(place), reading.decimalComma, () => true).some(
        (found) => found.value === value && (found.unit === unit || unit === ''),
      )
    check('amount', text, isSame(text, places.slice(0, 1).map(at)) && places.every(read))
  }
  return { statements, matched: statements }
}

/** But for white space and the hyphens of words that are broken between two lines, which may be dropped. */
function isSame(said: string, found: readonly string[]): boolean {
  const text = found.join(' ')
  const dropped = hyphensOf(text) - hyphensOf(said)
  const broken = text.match(/[-\u00ad\u2010]\s/gu)?.length ?? 0
  return said !== '' && dropped >= 0 && dropped <= broken && compact(said) === compact(text)
}

/** But for the endings of its words, and a hyphen at which one of them is broken. */
function isTerm(term: string, found: string, language: string | null): boolean {
  const key = (text: string): string =>
    wordsOf(text)
      .map((word) => lemma(word.text, language))
      .join(' ')
  return ['-', ''].some((joint) => key(found.replaceAll(/[-\u00ad\u2010]\s+/gu, joint)) === key(term))
}

function hyphensOf(text: string): number {
  return text.match(/[-\u00ad\u2010]/gu)?.length ?? 0
}

function compact(text: string): string {
  return text.replaceAll(/[\s\u00ad\u2010-]+/gu, '')
}

/** An outline may have the title without its number, or the page may. */
function isHeading(said: string, found: string): boolean {
  const [a, b] = [said, found].map((text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ''),
  )
  return a !== undefined && b !== undefined && b !== '' && (a.includes(b) || b.includes(a))
}

/** A year alone is a date by the word before it. */
function withContext(texts: ReadonlyMap<number, string>, place: Place): string {
  const text = texts.get(place.page) ?? ''
  return text.slice(Math.max(0, place.start - (place.end - place.start === 4 ? 24 : 0)), place.end)
}
