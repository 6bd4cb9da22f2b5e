/** A document as Markdown: what it says in its own words, its tables, and its text page by page. */
import type { Document, DocumentTable } from '../../shared/document/document.ts'
import type { DocumentStory, Quotation } from '../../shared/document/document-story.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { escapeMarkdown } from './escape.ts'

export function documentToMarkdown(document: Document): string {
  const { title, source, pageCount, story, tables, pages } = document
  const words = pages.reduce((sum, page) => sum + page.words, 0)
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    `*${escapeMarkdown(source.name)} · ${amount(pageCount, 'page')} · ${amount(words, 'word')}*`,
    ...(story === undefined ? [] : storyBlocks(story)),
    ...(tables.length === 0 ? [] : ['## Tables', ...tables.flatMap(tableBlocks)]),
    '## Text',
    ...pages.flatMap((page) => [
      `### Page ${escapeMarkdown(page.label ?? String(page.number))}`,
      ...textBlocks(page.text),
    ]),
    '---',
    `Read by Storyglass from ${escapeMarkdown(source.name)} (SHA-256 ${source.sha256}).`,
  ]
  return `${blocks.join('\n\n')}\n`
}

function storyBlocks({ quotations, sections }: DocumentStory): string[] {
  return [
    ...(quotations.length === 0 ? [] : ['## What it says', ...quotations.map(quote)]),
    ...sections.flatMap(({ heading, level, quotations: own }) =>
      own.length === 0 ? [] : [`${'#'.repeat(Math.min(6, level + 2))} ${escapeMarkdown(heading)}`, ...own.map(quote)],
    ),
  ]
}

/** Quoted, with the page it stands on. */
function quote({ text, places }: Quotation): string {
  const pages = [...new Set(places.map(({ page }) => page))]
  return `> ${escapeMarkdown(text)} (page ${pages.join(' and ')})`
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
