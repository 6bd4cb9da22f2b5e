/** A document in a person's words: its pages, how far its reading is, what its tables are. */
import type { DocumentTable } from '../../shared/document/document.ts'
import type { DocumentStory } from '../../shared/document/document-story.ts'
import type { DocumentView } from '../../shared/document/reading.ts'
import { plural } from '../../shared/format/words.ts'
import type { Job } from '../../shared/job/job.ts'
import { formatCount, formatTimeLeft } from './amounts.ts'
import { describeNextAttempt, secondsToNextAttempt } from './stages.ts'

type PageFacts = DocumentView['pages'][number]

/** `12`, or `iv (page 4)` where the document calls it otherwise. */
export function pageName(number: number, label: string | null): string {
  return label === null || label === String(number) ? String(number) : `${label} (page ${number})`
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
  const ready = view.pages.filter((page) => page.ready).length
  const total = view.pages.length
  const pages =
    total === 0 ? null : `${formatCount(ready)} of ${formatCount(total)} ${plural(total, 'page')} can be read`
  switch (view.status) {
    case 'completed':
      return null
    case 'failed':
      return pages
    case 'cancelled':
      return pages === null ? 'Reading was cancelled' : `Reading was cancelled: ${pages}`
    case 'queued': {
      const seconds = job === null ? null : secondsToNextAttempt(job, now)
      const waits = job?.paused
        ? 'Held back until resumed'
        : seconds === null
          ? 'Waiting for its turn'
          : describeNextAttempt(seconds)
      return pages === null || ready === 0 ? waits : `${waits}: ${pages}`
    }
    case 'processing': {
      if (total === 0) return 'Opening the document'
      const left = job === null || job.secondsLeft === null ? '' : `, ${formatTimeLeft(job.secondsLeft)}`
      if (ready < total) return `Reading pages: ${formatCount(ready)} of ${formatCount(total)}${left}`
      return job?.stage === 'narrate' ? `All pages are read; finding what it says${left}` : `All pages are read${left}`
    }
  }
}

/** What is happening to a page that cannot be shown yet. */
export function describePagePending(view: Pick<DocumentView, 'status'>, number: number): string {
  switch (view.status) {
    case 'processing':
      return `Page ${number} is being read`
    case 'queued':
      return `Page ${number} is waiting to be read`
    case 'completed':
    case 'failed':
    case 'cancelled':
      return `Page ${number} was not read`
  }
}

/** `12 rows × 4 columns`, the header not counted. */
export function describeTableSize(table: DocumentTable): string {
  const rows = Math.max(0, table.rows.length - (table.header ? 1 : 0))
  const columns = table.rows[0]?.length ?? 0
  return `${formatCount(rows)} ${plural(rows, 'row')} × ${formatCount(columns)} ${plural(columns, 'column')}`
}

/** Its caption, else the names of its first columns, else its number. */
export function nameTable(table: DocumentTable, place: number): string {
  const caption = table.caption?.trim() ?? ''
  if (caption !== '') return caption
  const names = table.header ? (table.rows[0] ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '') : []
  return names.length > 0 ? names.slice(0, 3).join(', ') : `Table ${place + 1}`
}

/** First and last page of a table: `page 3`, `pages 3 to 5`. */
export function describeTablePages(table: DocumentTable): string {
  const last = table.continuations?.at(-1)?.page ?? table.page
  return last === table.page ? `page ${table.page}` : `pages ${table.page} to ${last}`
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
  if (first <= 1 && last >= pages.length) return title
  const some = last > first ? `pages ${first} to ${last}` : `page ${first}`
  return `${title}: ${some} of ${formatCount(pages.length)}, as far as they were in view. To print all of it, print ${source.name} itself.`
}

/** `12 pages · 4,310 words · 18 minutes to read · English · 14 headings`. */
export function describeAbout({ about }: Pick<DocumentStory, 'about'>): string {
  const { pages, words, readingMinutes, language, headings } = about
  const minutes = Math.round(readingMinutes)
  const parts = [
    `${formatCount(pages)} ${plural(pages, 'page')}`,
    words === 0 ? 'no text' : `${formatCount(words)} ${plural(words, 'word')}`,
    words === 0 ? null : minutes < 1 ? 'less than a minute to read' : describeReadingTime(minutes),
    language === null || words === 0 ? null : languageName(language.code),
    headings === 0 ? null : `${formatCount(headings)} ${plural(headings, 'heading')}`,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

function describeReadingTime(minutes: number): string {
  if (minutes < 90) return `${minutes} ${plural(minutes, 'minute')} to read`
  const hours = Math.round(minutes / 60)
  return `about ${hours} ${plural(hours, 'hour')} to read`
}

/** A language's English name; its code where it has none. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code
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
