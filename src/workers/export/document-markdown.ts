/** A document as Markdown: what it says in its own words, its tables, and its text page by page. */
import type { Document, DocumentTable } from '../../shared/document/document.ts'
import type { DocumentStory, Place, Quotation } from '../../shared/document/document-story.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { escapeMarkdown } from './escape.ts'

/** Of each kind of thing named, those that stand there most often. */
const mostNamed = 20

export function documentToMarkdown(document: Document): string {
  const { tables, pages } = document
  return joined([
    ...head(document),
    ...story(document),
    ...(tables.length === 0 ? [] : ['## Tables', ...tables.flatMap(tableBlocks)]),
    '## Text',
    ...pages.flatMap((page) => [
      `### Page ${escapeMarkdown(page.label ?? String(page.number))}`,
      ...textBlocks(page.text),
    ]),
    ...foot(document),
  ])
}

/** Only what it says of itself: no page is written out. */
export function documentStoryToMarkdown(document: Document): string {
  const { tables } = document
  return joined([
    ...head(document),
    ...story(document),
    ...(tables.length === 0 ? [] : ['## Tables', ...tables.flatMap(tableBlocks)]),
    ...foot(document),
  ])
}

function joined(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`
}

function head({ title, source, pageCount, pages }: Document): string[] {
  const words = pages.reduce((sum, page) => sum + page.words, 0)
  return [
    `# ${escapeMarkdown(title)}`,
    `*${escapeMarkdown(source.name)} · ${amount(pageCount, 'page')} · ${amount(words, 'word')}*`,
  ]
}

function foot({ source, warnings }: Document): string[] {
  return [
    ...(warnings.length === 0 ? [] : ['## Not read', ...warnings.map(({ message }) => escapeMarkdown(message))]),
    '---',
    `Read by Storyglass from ${escapeMarkdown(source.name)} (SHA-256 ${source.sha256}).`,
  ]
}

function story({ story: told }: Document): string[] {
  if (told === undefined) return []
  const { quotations, sections, terms, names, dates, amounts, figures } = told
  return [
    ...(quotations.length === 0 ? [] : ['## What it says', ...quotations.map(quote)]),
    ...sections.flatMap(({ heading, level, quotations: own }) =>
      own.length === 0 ? [] : [`${'#'.repeat(Math.min(6, level + 2))} ${escapeMarkdown(heading)}`, ...own.map(quote)],
    ),
    ...named(
      'Key terms',
      terms.map(({ term, places }) => ({ text: term, places })),
    ),
    ...named(
      'Names',
      names.map(({ name, places }) => ({ text: name, places })),
    ),
    ...named('Dates', dates),
    ...named('Amounts', amounts),
    ...named(
      'Figures',
      figures.map(({ caption, place }) => ({ text: caption, places: [place] })),
    ),
  ]
}

type Named = DocumentStory['dates'][number] | { readonly text: string; readonly places: readonly Place[] }

function named(heading: string, things: readonly Named[]): string[] {
  if (things.length === 0) return []
  const lines = things.slice(0, mostNamed).map(({ text, places }) => `- ${escapeMarkdown(text)} (${pagesOf(places)})`)
  return [`## ${heading}`, lines.join('\n')]
}

/** Quoted, with the page it stands on. */
function quote({ text, places }: Quotation): string {
  return `> ${escapeMarkdown(text)} (${pagesOf(places)})`
}

function pagesOf(places: readonly Place[]): string {
  const pages = [...new Set(places.map(({ page }) => page))]
  return `${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}`
}

function tableBlocks(table: DocumentTable): string[] {
  const caption = table.caption ?? null
  const name = `**Table on page ${table.page}**${caption === null ? '' : `: ${escapeMarkdown(caption)}`}`
  const width = table.rows[0]?.length ?? 0
  if (width === 0) return [name]
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`
  const [first = [], ...others] = table.rows
  const header = table.header ? first : Array.from({ length: width }, () => '')
  const rows = table.header ? others : table.rows
  const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`
  return [name, [line(header), rule, ...rows.map(line)].join('\n')]
}

/** Its blocks as paragraphs; a line end within one stays a line end, by the two spaces before it. */
function textBlocks(text: string): string[] {
  return text
    .split(/\n{2,}/u)
    .filter((block) => block.trim() !== '')
    .map((block) => block.split('\n').map(escapeMarkdown).join('  \n'))
}

function amount(number: number, one: string): string {
  return `${formatNumber(number, { kind: 'count' })} ${one}${number === 1 ? '' : 's'}`
}
