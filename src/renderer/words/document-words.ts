/** A document in a person's words: its pages, how far its reading is, what its tables are. */
import type { DocumentTable } from '../../shared/document/document.ts'
import type { DocumentStory } from '../../shared/document/document-story.ts'
import type { DocumentView } from '../../shared/document/reading.ts'
import type { Job } from '../../shared/job/job.ts'
import { readingTimeText } from '../../shared/story/reading-time.ts'
import { currentTexts } from '../stores/language.ts'
import { formatTimeLeft } from './amounts.ts'
import { describeNextAttempt, secondsToNextAttempt } from './stages.ts'

type PageFacts = DocumentView['pages'][number]

/** `12`, or `iv (page 4)` where the document calls it otherwise. */
export function pageName(number: number, label: string | null): string {
  const texts = currentTexts()
  return label === null || label === String(number) ? String(number) : texts.documents.labelledPage({ label, number })
}

/** What a person typed into the page field as a page's number; the document's own labels go first. Null: no page. */
export function pageNamed(typed: string, pages: readonly Pick<PageFacts, 'number' | 'label'>[]): number | null {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return null
  const labelled = pages.find(({ label }) => label !== null && label.toLowerCase() === wanted)
  if (labelled !== undefined) return labelled.number
  if (!/^\d+$/u.test(wanted)) return null
  const number = Number(wanted)
  return pages.some((page) => page.number === number) ? number : null
}

/** One line on the work still being done for a document that is shown already; null when there is none to tell. */
export function describeReading(view: DocumentView, job: Job | null, now: number): string | null {
  const texts = currentTexts()
  const ready = view.pages.filter((page) => page.ready).length
  const total = view.pages.length
  const pages = total === 0 ? null : texts.documents.pagesReady({ ready, total })
  switch (view.status) {
    case 'completed':
      return null
    case 'failed':
      return pages
    case 'cancelled':
      return pages === null ? texts.documents.readingWasCancelled : texts.documents.cancelledWith({ pages })
    case 'queued': {
      const seconds = job === null ? null : secondsToNextAttempt(job, now)
      const waits = job?.paused
        ? texts.documents.heldBackUntilResumed
        : seconds === null
          ? texts.documents.waitingForItsTurn
          : describeNextAttempt(seconds)
      return pages === null || ready === 0 ? waits : texts.documents.waitsWith({ waits, pages })
    }
    case 'processing': {
      if (total === 0) return texts.documents.openingTheDocument
      const withTime = (line: string): string =>
        job === null || job.secondsLeft === null
          ? line
          : texts.documents.withTimeLeft({ line, left: formatTimeLeft(job.secondsLeft) })
      if (ready < total) return withTime(texts.documents.readingPages({ ready, total }))
      return withTime(job?.stage === 'narrate' ? texts.documents.findingWhatItSays : texts.documents.allPagesRead)
    }
  }
}

/** What is happening to a page that cannot be shown yet. */
export function describePagePending(view: Pick<DocumentView, 'status'>, number: number): string {
  const texts = currentTexts()
  switch (view.status) {
    case 'processing':
      return texts.documents.pageBeingRead({ number })
    case 'queued':
      return texts.documents.pageWaiting({ number })
    case 'completed':
    case 'failed':
    case 'cancelled':
      return texts.documents.pageNotRead({ number })
  }
}

/** `12 rows × 4 columns`, the header not counted. */
export function describeTableSize(table: DocumentTable): string {
  const texts = currentTexts()
  const rows = Math.max(0, table.rows.length - (table.header ? 1 : 0))
  const columns = table.rows[0]?.length ?? 0
  return texts.documents.tableSize({ rows, columns })
}

/** Its caption, else the names of its first columns, else its number. */
export function nameTable(table: DocumentTable, place: number): string {
  const texts = currentTexts()
  const caption = table.caption?.trim() ?? ''
  if (caption !== '') return caption
  const names = table.header ? (table.rows[0] ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '') : []
  return names.length > 0 ? names.slice(0, 3).join(', ') : texts.documents.tableNumber({ number: place + 1 })
}

/** From one page to another, by their labels: `page 3`, `pages 3 to 5`. */
export function describePages(first: string, last: string): string {
  const texts = currentTexts()
  return first === last ? texts.documents.onePage({ page: first }) : texts.documents.severalPages({ first, last })
}

/** First and last page of a table: `page 3`, `pages 3 to 5`. */
export function describeTablePages(table: DocumentTable): string {
  const last = table.continuations?.at(-1)?.page ?? table.page
  return describePages(String(table.page), String(last))
}

/** Rows as cells between tabs, as spreadsheets take them from the clipboard; a cell cannot hold a tab or a new line. */
export function tableAsText(rows: DocumentTable['rows']): string {
  return rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/gu, ' ')).join('\t')).join('\n')
}

/** Above what a printer is given, which are the pages the window has at hand and seldom all of them. */
export function describePrinted(
  { title, source, pages }: Pick<DocumentView, 'title' | 'source' | 'pages'>,
  first: number,
  last: number,
): string {
  const texts = currentTexts()
  if (first <= 1 && last >= pages.length) return title
  const some = describePages(String(first), String(Math.max(first, last)))
  return texts.documents.printed({ title, some, pages: pages.length, file: source.name })
}

/** `12 pages · 4,310 words · 18 minutes to read · English · 14 headings`. */
export function describeAbout({ about }: Pick<DocumentStory, 'about'>): string {
  const texts = currentTexts()
  const { pages, words, readingMinutes, language, headings } = about
  const parts = [
    texts.documents.pages({ pages }),
    words === 0 ? texts.documents.noText : texts.documents.words({ words }),
    words === 0 ? null : describeReadingTime(readingMinutes),
    language === null || words === 0 ? null : languageName(language.code),
    headings === 0 ? null : texts.documents.headings({ headings }),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** Of `readingMinutes`, which need not be whole. */
export function describeReadingTime(readingMinutes: number): string {
  return readingTimeText(currentTexts(), readingMinutes)
}

/** A language's name in the language of the window; its code where it has none. */
export function languageName(code: string): string {
  const texts = currentTexts()
  try {
    return new Intl.DisplayNames([texts.locale], { type: 'language' }).of(code) ?? code
  } catch {
    // Documents declare all sorts of things.
    return code
  }
}

/** The last entry that begins on the page or before it; null before the first. */
export function sectionAt(outline: DocumentView['outline'], page: number): number | null {
  let found: number | null = null
  let best = 0
  for (const [place, entry] of outline.entries()) {
    // Of several on the page one is on, the first: the others are further down.
    if (entry.page === null || entry.page > page || entry.page < best) continue
    if (entry.page === page && best === page) continue
    best = entry.page
    found = place
  }
  return found
}
