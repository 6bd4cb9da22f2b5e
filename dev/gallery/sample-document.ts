/** Documents in every state a document can be in, made of one invented survey. */
import type { DocumentStory, Place } from '../../src/shared/document/document-story.ts'
import type { DocumentView, PageReading } from '../../src/shared/document/reading.ts'
import { describeFailure } from '../../src/shared/failure/failure.ts'
import type { Job } from '../../src/shared/job/job.ts'
import { english } from './english.ts'
import { sampleBlocks, sampleHead, sampleTitle } from './sample-document-text.ts'
import { flowPages, plainPage } from './sample-flow-document.ts'
import { jobOf, runningAt } from './sample-jobs.ts'
import { type SetPage, setDocument } from './sample-typesetter.ts'

/** A document of the gallery: what the engine would say of it, and each page. */
export interface FakeDocument {
  readonly view: DocumentView
  readonly job: Job
  /** Null where there is no such page, or where it could not be read. */
  readonly readingOf: (page: number) => PageReading | null
}

const made = setDocument(sampleBlocks, sampleHead)

/** The page of the sample document that stands for any page of one of its kind. */
export function samplePage(number: number): SetPage {
  const page = made.pages[(number - 1) % made.pages.length]
  if (page === undefined) throw new Error('the sample document has pages')
  return page
}

/** Where the words stand; they must be there. */
function placesOf(words: string): Place[] {
  const places: Place[] = []
  for (const { reading } of made.pages) {
    // A line may end anywhere in a sentence.
    const pattern = new RegExp(
      words
        .split(/\s+/u)
        .map((word) => word.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&'))
        .join('\\s+'),
      'gu',
    )
    for (const match of reading.page.text.matchAll(pattern)) {
      places.push({ page: reading.page.number, start: match.index, end: match.index + match[0].length })
    }
  }
  if (places.length === 0) throw new Error(`the sample document does not say: ${words}`)
  return places
}

const said = (words: string, score: number) => ({ text: words, places: placesOf(words).slice(0, 1), score })
const mention = (words: string) => ({ count: placesOf(words).length, places: placesOf(words) })
const term = (words: string, score: number) => ({ term: words, score, ...mention(words) })
const name = (words: string) => ({ name: words, ...mention(words) })
const date = (words: string, iso: string) => ({ text: words, date: iso, ...mention(words) })
const amount = (words: string, value: number, unit: string) => ({ text: words, value, unit, ...mention(words) })

const words = made.pages.reduce((sum, { reading }) => sum + reading.page.words, 0)
const firstLevel = made.outline.flatMap(({ title, page, level }) =>
  level === 1 && page !== null ? [{ title, page }] : [],
)

const keySentences = [
  'It found that the ponds have lost a third of their depth since 1911, and that four of the seven could turn a wheel again for at least six hours of every tide.',
  'The largest pond, at Gull Point, holds 41,200 cubic metres at spring tide and could yield 18 kW on an average day.',
  'The loss is greatest where the freshwater leat was closed in the 1950s.',
  'The two leaks at Gull Point carried 14 litres a second in April 2024 and 19 in September.',
  'The Trust has £90,000 in hand and has been promised £120,000 by the county if the rest is found before 30 June 2026.',
]

export const sampleDocumentStory: DocumentStory = {
  version: 1,
  about: {
    pages: made.pages.length,
    words,
    sentences: 74,
    readingMinutes: words / 238,
    language: { code: 'en-GB', from: 'declared' },
    headings: made.outline.length,
    scannedPages: [],
  },
  quotations: keySentences.map((sentence, place) => said(sentence, 0.9 - place * 0.08)),
  sections: firstLevel.map(({ title, page }, place) => ({
    heading: title,
    level: 1,
    place: placesOf(title)[0] ?? null,
    pages: [page, Math.max(page, firstLevel[place + 1]?.page ?? made.pages.length)],
    words: 180 + place * 37,
    quotations:
      place === 0
        ? keySentences.slice(0, 2).map((sentence) => said(sentence, 0.8))
        : place === 3
          ? keySentences.slice(3, 5).map((sentence) => said(sentence, 0.7))
          : [],
  })),
  terms: [
    term('tide', 0.9),
    term('pond', 0.8),
    term('dam', 0.7),
    term('wheel', 0.66),
    term('sluice', 0.5),
    term('spring tide', 0.48),
    term('depth', 0.4),
  ],
  names: ['Gull Point', 'Marram', 'Wendle', 'Saltern Creek', 'Ellmouth Quay', 'Edwin Coyle', 'Ines Marlow'].map(name),
  dates: [
    date('14 March 2025', '2025-03-14'),
    date('30 June 2026', '2026-06-30'),
    date('April 2024', '2024-04'),
    date('February 1953', '1953-02'),
  ],
  amounts: [
    amount('£284,000', 284_000, 'GBP'),
    amount('£2.1 million', 2_100_000, 'GBP'),
    amount('£120,000', 120_000, 'GBP'),
    amount('18 kW', 18, 'kW'),
  ],
  figures: [],
  tables: made.tables.map(({ page, caption }, table) => ({ table, page, caption: caption ?? null })),
  readability: { formula: 'Flesch reading ease', score: 64, reads: 'Plain English, read with ease by most adults.' },
  method: { ranking: 'TextRank', sentencesRanked: 74, sampled: false },
  verified: { statements: 41, matched: 41 },
}

const source = { name: 'tide-mills-survey-2024.pdf', bytes: 1_840_000, sha256: 'fe'.repeat(32), kind: 'pdf' } as const

function viewOf(id: string, change: Partial<DocumentView>): DocumentView {
  return {
    id,
    status: 'completed',
    failure: null,
    source,
    title: sampleTitle,
    language: 'en-GB',
    createdAt: '2026-02-27T09:30:00.000Z',
    pageCount: made.pages.length,
    outline: [...made.outline],
    pages: made.pages.map(({ reading: { page } }) => ({
      number: page.number,
      label: null,
      width: page.width,
      height: page.height,
      ready: true,
    })),
    tables: [...made.tables],
    metadata: { author: 'Ines Marlow; Tobias Renn' },
    warnings: [],
    story: sampleDocumentStory,
    ...change,
  }
}

function doneJob(id: string, change: Partial<Job> = {}): Job {
  return jobOf({ id, pipeline: 'document', status: 'completed', percent: 100, source, ...change })
}

function readingOf(page: number): PageReading | null {
  return made.pages[page - 1]?.reading ?? null
}

const whole: FakeDocument = { view: viewOf('survey', {}), job: doneJob('survey'), readingOf }

const readyPages = 3
const converting: FakeDocument = {
  view: viewOf('converting', {
    status: 'processing',
    pages: whole.view.pages.map((page) => ({ ...page, ready: page.number <= readyPages })),
    tables: [],
    story: null,
  }),
  job: runningAt('converting', 'convert', 0.4, {
    pipeline: 'document',
    source,
    percent: 41,
    units: { done: readyPages, total: made.pages.length, unit: 'pages' },
    secondsLeft: 14,
  }),
  readingOf: (page) => (page <= readyPages ? readingOf(page) : null),
}

const damaged: FakeDocument = {
  view: viewOf('damaged', {
    warnings: [
      { code: 'page_failed', page: 2, message: 'Page 2 could not be read: its content is cut short.' },
      { code: 'page_without_text', page: 4, message: 'Page 4 is a picture without text.' },
    ],
  }),
  job: doneJob('damaged'),
  readingOf: (page) => {
    const reading = readingOf(page)
    if (reading === null || page !== 2) return reading
    return { page: { ...reading.page, text: '', image: null, thumbnail: null, words: 0 }, lines: [] }
  },
}

const roman = ['i', 'ii', 'iii', 'iv']
const hugePages = 2000
const huge: FakeDocument = {
  view: viewOf('huge', {
    title: 'Proceedings of the Harbour Inquiry, with all its exhibits',
    story: {
      ...sampleDocumentStory,
      about: { ...sampleDocumentStory.about, pages: hugePages, words: 610_400, readingMinutes: 2560 },
    },
    pageCount: hugePages,
    pages: Array.from({ length: hugePages }, (_, place) => ({
      number: place + 1,
      label: roman[place] ?? String(place + 1 - roman.length),
      width: place % 97 === 40 ? 842 : 595,
      height: place % 97 === 40 ? 595 : 842,
      ready: true,
    })),
    outline: Array.from({ length: 900 }, (_, place) => ({
      title:
        place % 6 === 0
          ? `Day ${place / 6 + 1}: evidence of the harbour master`
          : `Exhibit ${place}, with the reply of counsel to it`,
      page: 1 + Math.floor((place * hugePages) / 900),
      level: place % 6 === 0 ? 1 : 2,
    })),
  }),
  job: doneJob('huge'),
  readingOf: (page) => {
    const { reading } = samplePage(page)
    return page > hugePages ? null : { ...reading, page: { ...reading.page, number: page } }
  },
}

const unopened: FakeDocument = {
  view: viewOf('unopened', { status: 'processing', pageCount: null, pages: [], outline: [], tables: [], story: null }),
  job: runningAt('unopened', 'convert', 0, { pipeline: 'document', source }),
  readingOf: () => null,
}

const cancelled: FakeDocument = {
  view: { ...converting.view, id: 'cancelled', status: 'cancelled' },
  job: jobOf({ id: 'cancelled', pipeline: 'document', status: 'cancelled', canRetry: true, source, percent: 41 }),
  readingOf: converting.readingOf,
}

const flowSource = { ...source, name: 'minutes-of-the-trustees.docx', kind: 'docx', bytes: 88_000 } as const
const flowed: FakeDocument = {
  view: viewOf('minutes', {
    title: 'Minutes of the Ellmouth Trust',
    source: flowSource,
    pageCount: flowPages.length,
    pages: flowPages.map((_, place) => ({ number: place + 1, label: null, width: 0, height: 0, ready: true })),
    outline: [
      { title: 'Present', page: 1, level: 2 },
      { title: 'Gull Point', page: 1, level: 2 },
      { title: 'Votes', page: 2, level: 2 },
    ],
    tables: [
      {
        page: 2,
        box: null,
        header: true,
        found: 'marked',
        rows: [
          ['Motion', 'For', 'Against'],
          ['To repair the dam at Gull Point', '7', '1'],
          ['To leave Saltern Creek to the birds', '8', '0'],
        ],
      },
    ],
    story: null,
  }),
  job: doneJob('minutes', { source: flowSource }),
  readingOf: (page) => flowPages[page - 1] ?? null,
}

const half = { at: '2026-02-27T09:31:10.000Z', ...describeFailure(english, 'disk_full', { name: source.name }) }
const failed: FakeDocument = {
  view: { ...converting.view, id: 'failed', status: 'failed', failure: half },
  job: jobOf({
    id: 'failed',
    pipeline: 'document',
    status: 'failed',
    canRetry: true,
    source,
    percent: 41,
    failure: half,
  }),
  readingOf: converting.readingOf,
}

const refusal = {
  at: '2026-02-27T09:31:10.000Z',
  ...describeFailure(english, 'encrypted_document', { name: source.name }),
}
const refused: FakeDocument = {
  view: { ...unopened.view, id: 'refused', status: 'failed', failure: refusal },
  job: jobOf({ id: 'refused', pipeline: 'document', status: 'failed', canRetry: true, source, failure: refusal }),
  readingOf: () => null,
}

const textSource = { ...source, name: 'diary.txt', kind: 'text', bytes: 4_100 } as const
const notes: FakeDocument = {
  view: viewOf('notes', {
    title: 'diary',
    source: textSource,
    pageCount: 1,
    pages: [{ number: 1, label: null, width: 0, height: 0, ready: true }],
    outline: [],
    tables: [],
    story: null,
  }),
  job: doneJob('notes', { source: textSource }),
  readingOf: (page) => (page === 1 ? plainPage : null),
}

export const fakeDocuments: readonly FakeDocument[] = [
  whole,
  converting,
  damaged,
  huge,
  unopened,
  cancelled,
  flowed,
  failed,
  refused,
  notes,
]
