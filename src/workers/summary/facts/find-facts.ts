/** Terms, names, dates and amounts of a document, each with its places. */
import type { DocumentContent } from '../../../shared/document/document.ts'
import type { DocumentStory } from '../../../shared/document/document-story.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import type { Line, Role } from '../text/lines.ts'
import type { LocatedSentence } from '../text/locate-sentences.ts'
import { placeInSentence } from '../text/place-of.ts'
import type { Reading } from '../verify.ts'
import { stopWordsOf } from '../words/stop-words.ts'
import { wordsOf } from '../words/words.ts'
import { findAmounts } from './amounts.ts'
import { findDates } from './dates.ts'
import { type Mentioned, Mentions } from './mentions.ts'
import { type FoundName, findNames, ordinaryNouns } from './names.ts'
import { keyTerms, termCandidates } from './terms.ts'

const mostTerms = 20
const mostNames = 40
const mostDates = 60
const mostAmounts = 60

type Facts = Pick<DocumentStory, 'terms' | 'names' | 'dates' | 'amounts'>

export interface FactsInput {
  readonly content: DocumentContent
  readonly pages: readonly (readonly Line[])[]
  readonly sentences: readonly LocatedSentence[]
  readonly titleTerms: ReadonlySet<string>
  readonly reading: Reading
}

export async function findFacts(input: FactsInput, context: WorkContext): Promise<Facts> {
  const pace = pacer(context)
  const { sentences, reading, titleTerms } = input
  const terms = await termsOf(sentences, titleTerms, reading.language, pace)
  await pace()
  const names = await namesOf(sentences, reading.language, pace)
  const { dates, amounts } = await numbersOf(input, pace)
  return { terms, names, dates, amounts }
}

async function termsOf(
  sentences: readonly LocatedSentence[],
  titleTerms: ReadonlySet<string>,
  language: string | null,
  pace: () => Promise<void> | undefined,
): Promise<Facts['terms']> {
  const candidates = await termCandidates(sentences, language, pace)
  return keyTerms(candidates, sentences.length, titleTerms, mostTerms).flatMap((term) => {
    const places = term.places.flatMap(({ sentence, start, end }) => {
      const located = sentences[sentence]?.located
      return located === undefined ? [] : (placeInSentence(located, start, end) ?? [])
    })
    if (places.length === 0) return []
    return [{ term: term.term, score: Math.round(term.score * 1000) / 1000, count: term.count, places }]
  })
}

async function namesOf(
  sentences: readonly LocatedSentence[],
  language: string | null,
  pace: () => Promise<void> | undefined,
): Promise<Facts['names']> {
  const small = new Map<string, number>()
  const large = new Map<string, number>()
  for (const { text } of sentences) {
    for (const [at, { text: word }] of wordsOf(text).entries()) {
      const key = word.toLowerCase()
      if (word === key) small.set(key, (small.get(key) ?? 0) + 1)
      else if (at > 0) large.set(key, (large.get(key) ?? 0) + 1)
    }
    await pace()
  }
  /** What the document writes small at least half as often as with a capital is no name. */
  const isOrdinary = (word: string): boolean =>
    (small.get(word.toLowerCase()) ?? 0) > 0.5 * (large.get(word.toLowerCase()) ?? 0)
  const ordinary = ordinaryNouns(
    sentences.map((sentence) => sentence.text),
    language,
  )
  const found: (FoundName & { readonly sentence: LocatedSentence })[] = []
  for (const sentence of sentences) {
    for (const name of findNames(sentence.text, language)) {
      const [first = ''] = name.name.toLowerCase().split(/\s/u)
      if (!ordinary.has(first)) found.push({ ...name, sentence })
    }
    await pace()
  }
  const proven = new Set(
    found
      .filter(({ opens, name }) => !opens && !name.split(/\s+/u).every(isOrdinary))
      .map(({ name }) => plainName(name)),
  )
  const mentions = new Mentions()
  for (const { name, start, end, sentence } of found) {
    if (!proven.has(plainName(name))) continue
    const place = placeInSentence(sentence.located, start, end)
    if (place !== null) mentions.add(plainName(name), place)
  }
  return mentions.list(mostNames).map(({ key: name, count, places }) => ({ name, count, places }))
}

function plainName(name: string): string {
  return name.replaceAll(/\s+/gu, ' ')
}

const unread: ReadonlySet<Role> = new Set(['contents', 'reference', 'code', 'running'])

/** Dates and amounts stand in tables and headings as well as in sentences: they are looked for on the page itself. */
async function numbersOf(
  { content, pages, reading }: FactsInput,
  pace: () => Promise<void> | undefined,
): Promise<Pick<Facts, 'dates' | 'amounts'>> {
  const stopWords = stopWordsOf(reading.language)
  const counts = (word: string): boolean => !stopWords.has(word.toLowerCase()) && word === word.toLowerCase()
  const dates = new Mentions()
  const amounts = new Mentions()
  const textOf = new Map(content.pages.map(({ number, text }) => [number, text]))
  /** As it is written where it stands first. */
  const said = ([{ page, start, end }]: Mentioned['places']): string =>
    (textOf.get(page) ?? '').slice(start, end).replaceAll(/\s+/gu, ' ')
  for (const [index, page] of content.pages.entries()) {
    const skipped = (pages[index] ?? []).filter((line) => unread.has(line.role))
    const isRead = (start: number): boolean => !skipped.some((line) => start >= line.start && start < line.end)
    const found = findDates(page.text, reading.dayOrder)
    for (const { start, end, date } of found) {
      if (isRead(start)) dates.add(date, { page: page.number, start, end })
    }
    await pace()
    for (const { start, end, value, unit } of findAmounts(page.text, reading.decimalComma, counts)) {
      if (!isRead(start) || found.some((date) => start < date.end && end > date.start)) continue
      amounts.add(`${value} ${unit}`, { page: page.number, start, end })
    }
    await pace()
  }
  return {
    dates: dates.list(mostDates).map(({ key, count, places }) => ({ text: said(places), date: key, count, places })),
    amounts: amounts.list(mostAmounts).map(({ key, count, places }) => {
      const unitAt = key.indexOf(' ') + 1
      const [value, unit] = [Number(key.slice(0, unitAt)), key.slice(unitAt)]
      return { text: said(places), value, unit, count, places }
    }),
  }
}
