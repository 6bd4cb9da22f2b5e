/**
 * The story of a document in writing, as Markdown or plain text: `storyToMarkdown({ title, story, pages })`,
 * `storyToText(…)`, and `factsOf(…)` for the sentences about it alone. `pages` gives pages their own labels; without it
 * they go by number. What is said here of the document is counted; what the document says is in quotation marks.
 */
import { escapeMarkdown } from '../format/markdown-text.ts'
import { formatNumber } from '../format/numbers.ts'
import { formatList, plural } from '../format/words.ts'
import { droppedSentence } from '../story/dropped.ts'
import type { DocumentStory, Place, Quotation } from './document-story.ts'

export interface StoryTextInput {
  readonly title: string
  readonly story: DocumentStory
  readonly pages?: readonly { readonly number: number; readonly label: string | null }[]
}

/** Of a kind of thing, so many are written out. */
const mostListed = 20
/** Of the places of one thing, so many pages. */
const mostPages = 6

/** Plain sentences: how long it is and how long to read, its language, structure, scans, and how hard to read. */
export function factsOf({ about, sections, tables, figures, readability }: DocumentStory): string[] {
  const minutes = Math.round(about.readingMinutes)
  const reading = minutes < 1 ? 'less than a minute' : `about ${count(minutes, 'minute')}`
  const facts = [`It has ${count(about.pages, 'page')} and ${count(about.words, 'word')}, ${reading} of reading.`]
  const parts = [
    ...(sections.length === 0 ? [] : [count(sections.length, 'section')]),
    ...(tables.length === 0 ? [] : [count(tables.length, 'table')]),
    ...(figures.length === 0 ? [] : [count(figures.length, 'figure')]),
  ]
  if (parts.length > 0)
    facts.push(`In it ${singular(sections.length, tables.length, figures.length) ? 'is' : 'are'} ${formatList(parts)}.`)
  if (about.language !== null) {
    const name = languageName(about.language.code)
    facts.push(
      about.language.from === 'declared'
        ? `It says it is written in ${name}.`
        : `By its words it is written in ${name}.`,
    )
  }
  if (readability !== null) {
    facts.push(
      `Its sentences are ${readability.reads} to read (${readability.formula} ${formatNumber(readability.score)}).`,
    )
  }
  const scanned = about.scannedPages
  if (scanned.length > 0) {
    const listed = formatList(scanned.slice(0, mostPages).map(String))
    const more =
      scanned.length > mostPages
        ? `${scanned.slice(0, mostPages).join(', ')} and ${scanned.length - mostPages} more`
        : listed
    facts.push(
      `${scanned.length === 1 ? 'Page' : 'Pages'} ${more} ${scanned.length === 1 ? 'is a picture' : 'are pictures'} without text.`,
    )
  }
  return facts
}

/** English name of a language: `German`, `English (United States)`; the code itself where it has none. */
export function languageName(code: string): string {
  return (
    new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code', languageDisplay: 'standard' }).of(code) ?? code
  )
}

/** Markdown, ending in a line end. Nothing of the document's text is read as markup. */
export function storyToMarkdown(input: StoryTextInput): string {
  return writeStory(input, {
    title: (text) => `# ${escaped(text)}`,
    heading: (text, level) => `${'#'.repeat(Math.min(6, level + 1))} ${escaped(text)}`,
    quotation: (text, where) => `> “${escaped(text)}” (${where})`,
    item: (text, where) => `- ${escaped(text)} (${where})`,
    list: (items) => items.join('\n'),
    plain: escaped,
  })
}

/** Plain text, ending in a line end. */
export function storyToText(input: StoryTextInput): string {
  return writeStory(input, {
    title: (text) => `${text}\n${'='.repeat(Math.min(72, [...text].length))}`,
    heading: (text, level) => (level <= 1 ? `${text}\n${'-'.repeat(Math.min(72, [...text].length))}` : text),
    quotation: (text, where) => `“${text}” (${where})`,
    item: (text, where) => `  ${text} (${where})`,
    list: (items) => items.join('\n'),
    plain: (text) => text,
  })
}

/** How a form of writing puts each part; texts are given as they stand, to be made harmless by it. */
export interface StoryStyle {
  readonly title: (text: string) => string
  readonly heading: (text: string, level: number) => string
  readonly quotation: (text: string, where: string) => string
  readonly item: (text: string, where: string) => string
  /** Of items that are written already. */
  readonly list: (items: readonly string[]) => string
  readonly plain: (text: string) => string
}

/** The story in the form that `style` gives it, its blocks apart by an empty line, ending in a line end. */
export function writeStory({ title, story, pages }: StoryTextInput, style: StoryStyle): string {
  const labels = new Map((pages ?? []).map(({ number, label }) => [number, label]))
  const label = (page: number): string => labels.get(page) ?? String(page)
  const where = (places: readonly Place[]): string => pagesOf(places, label)
  const quoted = ({ text, places }: Quotation): string => style.quotation(text, where(places))
  const list = (heading: string, items: readonly (readonly [text: string, places: readonly Place[]])[]): string[] => {
    if (items.length === 0) return []
    const lines = items.slice(0, mostListed).map(([text, places]) => style.item(text, where(places)))
    const more =
      items.length > mostListed ? [style.plain(`And ${count(items.length - mostListed, 'more', 'more')}.`)] : []
    return [style.heading(heading, 1), style.list(lines), ...more]
  }
  const quotedSections = story.sections.filter(({ quotations }) => quotations.length > 0)
  const blocks = [
    style.title(title),
    style.plain(factsOf(story).join(' ')),
    ...(story.quotations.length === 0 ? [] : [style.heading('In its own words', 1), ...story.quotations.map(quoted)]),
    ...(quotedSections.length === 0 ? [] : [style.heading('Section by section', 1)]),
    ...quotedSections.flatMap(({ heading, level, quotations }) => [
      style.heading(heading, level + 1),
      ...quotations.map(quoted),
    ]),
    ...list(
      'Key terms',
      story.terms.map(({ term, places }) => [term, places] as const),
    ),
    ...list(
      'Names',
      story.names.map(({ name, places }) => [name, places] as const),
    ),
    ...list(
      'Dates',
      story.dates.map(({ text, places }) => [text, places] as const),
    ),
    ...list(
      'Amounts',
      story.amounts.map(({ text, places }) => [text, places] as const),
    ),
    ...list(
      'Figures',
      story.figures.map(({ caption, place }) => [caption, [place]] as const),
    ),
    ...list(
      'Tables',
      story.tables.map(
        ({ table, page, caption }) => [caption ?? `Table ${table + 1}`, [{ page, start: 0, end: 0 }]] as const,
      ),
    ),
    style.plain(checkedSentence(story)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function checkedSentence({ verified, method }: DocumentStory): string {
  const chosen = `Sentences were chosen by ${method.ranking} from ${count(method.sentencesRanked, 'sentence')}${method.sampled ? ', a sample of all' : ''}.`
  const { statements, matched } = verified
  const left = droppedSentence(method.dropped)
  const end = left === null ? '' : ` ${left}`
  if (statements === 0) return `${chosen}${end}`
  return `${chosen} ${formatNumber(matched, { kind: 'count' })} of ${count(statements, 'statement')} ${matched === 1 ? 'was' : 'were'} found to stand at the places given.${end}`
}

/** `p. 4`, `pp. 4, 9 and 12`, `pp. 1, 2, 3, 4, 5, 6 and others`. */
function pagesOf(places: readonly Place[], label: (page: number) => string): string {
  const pages = [...new Set(places.map(({ page }) => page))].map(label)
  if (pages.length === 1) return `p. ${pages[0]}`
  if (pages.length <= mostPages) return `pp. ${formatList(pages)}`
  return `pp. ${pages.slice(0, mostPages).join(', ')} and others`
}

function count(number: number, one: string, many?: string): string {
  return `${formatNumber(number, { kind: 'count' })} ${plural(number, one, many)}`
}

/** Whether the first of the kinds there are is there once. */
function singular(...counts: readonly number[]): boolean {
  return counts.find((number) => number > 0) === 1
}

/** As Markdown reads it for text, on one line. */
function escaped(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/gu, ' '))
}
