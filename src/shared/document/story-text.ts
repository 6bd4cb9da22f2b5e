/**
 * The story of a document in writing, as Markdown or plain text: `storyToMarkdown(texts, { title, story, pages })`,
 * `storyToText(…)`, and `factsOf(…)` for the sentences about it alone. `pages` gives pages their own labels; without it
 * they go by number. What is said here of the document is counted; what the document says is in quotation marks.
 */
import { escapeMarkdown } from '../format/markdown-text.ts'
import { formatNumber } from '../format/numbers.ts'
import { listIn, namedIn } from '../format/words.ts'
import { droppedSentence } from '../story/dropped.ts'
import type { Texts } from '../texts/texts.ts'
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
export function factsOf(texts: Texts, { about, sections, tables, figures, readability }: DocumentStory): string[] {
  const { documentText: words, locale } = texts
  const minutes = Math.round(about.readingMinutes)
  const time = minutes < 1 ? words.lessThanAMinute : words.minutes({ minutes })
  const facts = [words.size({ pages: about.pages, words: about.words, time })]
  const counts = [
    { count: sections.length, say: words.sections },
    { count: tables.length, say: words.tables },
    { count: figures.length, say: words.figures },
  ].filter(({ count }) => count > 0)
  const [first] = counts
  if (first !== undefined) {
    const parts = counts.map(({ count, say }) => say({ count }))
    facts.push(words.inIt({ count: first.count, parts: listIn(locale, parts) }))
  }
  if (about.language !== null) {
    const language = languageName(about.language.code, locale)
    facts.push(
      about.language.from === 'declared' ? words.declaredLanguage({ language }) : words.foundLanguage({ language }),
    )
  }
  if (readability !== null) {
    facts.push(
      words.readability({
        reads: namedIn(words.reads, readability.reads),
        formula: namedIn(words.formulas, readability.formula),
        score: formatNumber(readability.score),
      }),
    )
  }
  const scanned = about.scannedPages
  if (scanned.length > 0) {
    const pages = scanned.slice(0, mostPages).map(String)
    const more = scanned.length - pages.length
    facts.push(
      words.scanned({
        count: scanned.length,
        pages: more > 0 ? words.pagesAndMore({ pages: pages.join(', '), more }) : listIn(locale, pages),
      }),
    )
  }
  return facts
}

/** Name of a language in that of a locale: `German`, `English (United States)`; the code itself where it has none. */
export function languageName(code: string, locale: string): string {
  return (
    new Intl.DisplayNames([locale], { type: 'language', fallback: 'code', languageDisplay: 'standard' }).of(code) ??
    code
  )
}

/** Markdown, ending in a line end. Nothing of the document's text is read as markup. */
export function storyToMarkdown(texts: Texts, input: StoryTextInput): string {
  return writeStory(texts, input, {
    title: (text) => `# ${escaped(text)}`,
    heading: (text, level) => `${'#'.repeat(Math.min(6, level + 1))} ${escaped(text)}`,
    quotation: (text, where) => `> “${escaped(text)}” (${where})`,
    item: (text, where) => `- ${escaped(text)} (${where})`,
    list: (items) => items.join('\n'),
    plain: escaped,
  })
}

/** Plain text, ending in a line end. */
export function storyToText(texts: Texts, input: StoryTextInput): string {
  return writeStory(texts, input, {
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
export function writeStory(texts: Texts, { title, story, pages }: StoryTextInput, style: StoryStyle): string {
  const { documentText: words } = texts
  const { headings } = words
  const labels = new Map((pages ?? []).map(({ number, label }) => [number, label]))
  const label = (page: number): string => labels.get(page) ?? String(page)
  const where = (places: readonly Place[]): string => pagesOf(texts, places, label)
  const quoted = ({ text, places }: Quotation): string => style.quotation(text, where(places))
  const list = (heading: string, items: readonly (readonly [text: string, places: readonly Place[]])[]): string[] => {
    if (items.length === 0) return []
    const lines = items.slice(0, mostListed).map(([text, places]) => style.item(text, where(places)))
    const left = items.length - mostListed
    const more = left > 0 ? [style.plain(words.more({ count: left }))] : []
    return [style.heading(heading, 1), style.list(lines), ...more]
  }
  const quotedSections = story.sections.filter(({ quotations }) => quotations.length > 0)
  const checked = checkedSentence(texts, story)
  const blocks = [
    style.title(title),
    style.plain(factsOf(texts, story).join(' ')),
    ...(story.quotations.length === 0 ? [] : [style.heading(headings.quotations, 1), ...story.quotations.map(quoted)]),
    ...(quotedSections.length === 0 ? [] : [style.heading(headings.sections, 1)]),
    ...quotedSections.flatMap(({ heading, level, quotations }) => [
      style.heading(heading, level + 1),
      ...quotations.map(quoted),
    ]),
    ...list(
      headings.terms,
      story.terms.map(({ term, places }) => [term, places] as const),
    ),
    ...list(
      headings.names,
      story.names.map(({ name, places }) => [name, places] as const),
    ),
    ...list(
      headings.dates,
      story.dates.map(({ text, places }) => [text, places] as const),
    ),
    ...list(
      headings.amounts,
      story.amounts.map(({ text, places }) => [text, places] as const),
    ),
    ...list(
      headings.figures,
      story.figures.map(({ caption, place }) => [caption, [place]] as const),
    ),
    ...list(
      headings.tables,
      story.tables.map(
        ({ table, page, caption }) =>
          [caption ?? words.table({ number: table + 1 }), [{ page, start: 0, end: 0 }]] as const,
      ),
    ),
    ...(checked === '' ? [] : [style.plain(checked)]),
  ]
  return `${blocks.join('\n\n')}\n`
}

function checkedSentence(texts: Texts, { verified, method }: DocumentStory): string {
  const { documentText: words } = texts
  const given = { ranking: namedIn(words.rankings, method.ranking), count: method.sentencesRanked }
  const { statements, matched } = verified
  const chosen = method.sampled ? words.chosenFromSample(given) : words.chosen(given)
  return [
    // Of none, nothing was chosen.
    method.sentencesRanked === 0 ? null : chosen,
    statements === 0 ? null : words.checked({ matched, statements }),
    droppedSentence(texts, method.dropped),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

/** `p. 4`, `pp. 4, 9 and 12`, `pp. 1, 2, 3, 4, 5, 6 and others`. */
function pagesOf(
  { documentText: words, locale }: Texts,
  places: readonly Place[],
  label: (page: number) => string,
): string {
  const pages = [...new Set(places.map(({ page }) => page))].map(label)
  const [only = ''] = pages
  if (pages.length <= 1) return words.onPage({ page: only })
  if (pages.length <= mostPages) return words.onPages({ pages: listIn(locale, pages) })
  return words.onPagesAndOthers({ pages: pages.slice(0, mostPages).join(', ') })
}

/** As Markdown reads it for text, on one line. */
function escaped(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/gu, ' '))
}
