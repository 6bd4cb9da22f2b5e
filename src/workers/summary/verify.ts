/** Compares every statement of a story with the pages it cites, before anybody sees it, and leaves out what differs. */
import type { DocumentContent } from '../../shared/document/document.ts'
import type { DocumentStory, Place, Quotation } from '../../shared/document/document-story.ts'
import { countDropped, sumDropped } from '../../shared/story/dropped.ts'
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

/** A statement that the pages do not bear out. */
export interface Unproved {
  readonly kind: 'quotation' | 'heading' | 'caption' | 'term' | 'name' | 'date' | 'amount'
  readonly said: string
}

export interface Proved {
  readonly story: Omit<DocumentStory, 'verified'>
  readonly verified: DocumentStory['verified']
  readonly unproved: readonly Unproved[]
}

/**
 * What of a story the pages bear out: quotations, headings and captions say what stands at their places; terms and names
 * stand there, but for their endings; dates and amounts, read again from their places alone, are the same. A statement
 * that is otherwise is left out; a heading keeps its section and loses its place, like one that no page shows.
 */
export async function proveStory(
  story: Omit<DocumentStory, 'verified'>,
  content: DocumentContent,
  reading: Reading,
  pace: () => Promise<void> | undefined,
): Promise<Proved> {
  const texts = new Map(content.pages.map((page) => [page.number, page.text]))
  const at = (place: Place): string => {
    const text = texts.get(place.page)
    if (text === undefined || place.start < 0 || place.end > text.length || place.start >= place.end) return ''
    return text.slice(place.start, place.end)
  }
  const unproved: Unproved[] = []
  let statements = 0
  const holds = (kind: Unproved['kind'], said: string, isTrue: boolean): boolean => {
    if (isTrue) statements += 1
    else unproved.push({ kind, said })
    return isTrue
  }
  const stands = ({ text, places }: Quotation): boolean => holds('quotation', text, isSame(text, places.map(at)))
  const quotations = story.quotations.filter(stands)
  const sections = story.sections.map((section) => ({
    ...section,
    place:
      section.place !== null && holds('heading', section.heading, isHeading(section.heading, at(section.place)))
        ? section.place
        : null,
    quotations: section.quotations.filter(stands),
  }))
  const figures = story.figures.filter(({ caption, place }) => holds('caption', caption, isSame(caption, [at(place)])))
  await pace()
  const terms = story.terms.filter(({ term, places }) =>
    holds(
      'term',
      term,
      places.every((place) => isTerm(term, at(place), reading.language)),
    ),
  )
  const names = story.names.filter(({ name, places }) =>
    holds(
      'name',
      name,
      places.every((place) => isSame(name, [at(place)])),
    ),
  )
  await pace()
  const dates = story.dates.filter(({ text, date, places }) => {
    const read = (place: Place): boolean =>
      findDates(withContext(texts, place), reading.dayOrder).some((found) => found.date === date)
    return holds('date', text, isSame(text, places.slice(0, 1).map(at)) && places.every(read))
  })
  await pace()
  const amounts = story.amounts.filter(({ text, value, unit, places }) => {
    const read = (place: Place): boolean =>
      findAmounts(at(place), reading.decimalComma, () => true).some(
        (found) => found.value === value && (found.unit === unit || unit === ''),
      )
    return holds('amount', text, isSame(text, places.slice(0, 1).map(at)) && places.every(read))
  })
  const dropped = sumDropped([story.method.dropped, countDropped(unproved.map(({ kind }) => kind))])
  return {
    story: {
      ...story,
      ...{ quotations, sections, figures, terms, names, dates, amounts },
      method: { ...story.method, dropped },
    },
    verified: { statements, matched: statements },
    unproved,
  }
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
