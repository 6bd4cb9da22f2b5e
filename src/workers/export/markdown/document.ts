/** A document as Markdown: what it says in its own words, its tables, and its text page by page. */
import type { Document, DocumentTable } from '../../../shared/document/document.ts'
import { storyToMarkdown } from '../../../shared/document/story-text.ts'
import { escapeMarkdown } from '../../../shared/format/markdown-text.ts'

export function documentToMarkdown(document: Document): string {
  const pages = document.pages.flatMap(({ number, label, text }) => [
    `### Page ${escapeMarkdown(label ?? String(number))}`,
    ...textBlocks(text),
  ])
  return joined([...head(document), ...tables(document), '## Text', ...pages, ...foot(document)])
}

/** Only what it says of itself: no page is written out. */
export function documentStoryToMarkdown(document: Document): string {
  return joined([...head(document), ...tables(document), ...foot(document)])
}

function joined(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`
}

function head({ title, story, pages }: Document): string[] {
  return [story === undefined ? `# ${escapeMarkdown(title)}` : storyToMarkdown({ title, story, pages }).trimEnd()]
}

function foot({ source, warnings }: Document): string[] {
  return [
    ...(warnings.length === 0 ? [] : ['## Not read', ...warnings.map(({ message }) => escapeMarkdown(message))]),
    '---',
    `Read by Storyglass from ${escapeMarkdown(source.name)} (SHA-256 ${source.sha256}).`,
  ]
}

function tables({ tables: found }: Document): string[] {
  return found.length === 0 ? [] : ['## Tables', ...found.flatMap(tableBlocks)]
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
