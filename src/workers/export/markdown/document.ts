/** A document as Markdown: what it says in its own words, its tables, and its text page by page. */

import type { Document, DocumentTable } from '../../../shared/document/document.ts'
import { storyToMarkdown } from '../../../shared/document/story-text.ts'
import { sayWarning } from '../../../shared/document/warning.ts'
import { escapeMarkdown } from '../../../shared/format/markdown-text.ts'
import type { Texts } from '../../../shared/texts/texts.ts'

export function documentToMarkdown(document: Document, texts: Texts): string {
  const { written } = texts
  const pages = document.pages.flatMap(({ number, label, text }) => [
    `### ${escapeMarkdown(written.page({ page: label ?? String(number) }))}`,
    ...textBlocks(text),
  ])
  return joined([
    ...head(document, texts),
    ...tables(document, written),
    `## ${escapeMarkdown(written.text)}`,
    ...pages,
    ...foot(document, texts),
  ])
}

/** Only what it says of itself: no page is written out. */
export function documentStoryToMarkdown(document: Document, texts: Texts): string {
  return joined([...head(document, texts), ...tables(document, texts.written), ...foot(document, texts)])
}

function joined(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`
}

function head({ title, story, pages }: Document, texts: Texts): string[] {
  return [
    story === undefined ? `# ${escapeMarkdown(title)}` : storyToMarkdown(texts, { title, story, pages }).trimEnd(),
  ]
}

type Written = Texts['written']

function foot({ source, warnings }: Document, texts: Texts): string[] {
  const { written } = texts
  return [
    ...(warnings.length === 0
      ? []
      : [`## ${escapeMarkdown(written.notRead)}`, ...warnings.map((one) => escapeMarkdown(sayWarning(texts, one)))]),
    '---',
    written.read({ file: escapeMarkdown(source.name), sha256: source.sha256 }),
  ]
}

function tables({ tables: found }: Document, written: Written): string[] {
  const blocks = found.flatMap((table) => tableBlocks(table, written))
  return found.length === 0 ? [] : [`## ${escapeMarkdown(written.tables)}`, ...blocks]
}

function tableBlocks(table: DocumentTable, written: Written): string[] {
  const caption = table.caption ?? null
  const place = `**${escapeMarkdown(written.tableOnPage({ page: String(table.page) }))}**`
  const name = caption === null ? place : written.captioned({ table: place, caption: escapeMarkdown(caption) })
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
