/** What a document says in its own words, as one page: no script, nothing fetched, readable by anyone it is sent to. */

import type { Document, DocumentTable } from '../../../shared/document/document.ts'
import { type StoryStyle, writeStory } from '../../../shared/document/story-text.ts'
import { sayWarning } from '../../../shared/document/warning.ts'
import { escapeHtml } from '../../../shared/format/markup-text.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { fontRules } from '../fonts.ts'
import { pageStyle } from './style.ts'

/** Complete HTML: its story, its tables and what could not be read of it. */
export function documentStoryToHtml(document: Document, texts: Texts): string {
  const { written } = texts
  const { title, source, story, pages, tables, warnings } = document
  const style = styleFor(story?.about.language?.code ?? document.language)
  return `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<meta name="generator" content="Storyglass">
<title>${escapeHtml(title)}</title>
<style>${fontRules(story === undefined ? title : writeStory(texts, { title, story, pages }, style))}${pageStyle}</style>
</head>
<body>
<main>
${story === undefined ? style.title(title) : writeStory(texts, { title, story, pages }, style).trimEnd()}
${tables.length === 0 ? '' : [`<h2>${escapeHtml(written.tables)}</h2>`, ...tables.map((table) => tableHtml(table, written))].join('\n')}
${warnings.length === 0 ? '' : [`<h2>${escapeHtml(written.notRead)}</h2>`, ...warnings.map((one) => style.plain(sayWarning(texts, one)))].join('\n')}
<footer>${escapeHtml(written.read({ file: source.name, sha256: source.sha256 }))}</footer>
</main>
</body>
</html>
`
}

/** `language`: of the document's own words; ours are in that of the page. */
function styleFor(language: string | null): StoryStyle {
  const own = `${language === null ? '' : ` lang="${escapeHtml(language)}"`} dir="auto"`
  return {
    title: (text) => `<h1${own}>${escapeHtml(text)}</h1>`,
    heading: (text, level) => {
      const tag = `h${Math.min(6, level + 1)}`
      return `<${tag} dir="auto">${escapeHtml(text)}</${tag}>`
    },
    quotation: (text, where) =>
      `<blockquote><p${own}>“${escapeHtml(text)}”</p><p class="subtitle">${escapeHtml(where)}</p></blockquote>`,
    item: (text, where) => `<li><span${own}>${escapeHtml(text)}</span> (${escapeHtml(where)})</li>`,
    list: (items) => `<ul>\n${items.join('\n')}\n</ul>`,
    plain: (text) => `<p>${escapeHtml(text)}</p>`,
  }
}

function tableHtml({ page, caption, header, rows }: DocumentTable, written: Texts['written']): string {
  const table = written.tableOnPage({ page: String(page) })
  const name = escapeHtml(caption === null || caption === undefined ? table : written.captioned({ table, caption }))
  const line = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag} dir="auto">${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  const head = header ? `<thead>${line(rows[0] ?? [], 'th')}</thead>` : ''
  const body = (header ? rows.slice(1) : rows).map((row) => line(row, 'td')).join('\n')
  return `<figure><figcaption>${name}</figcaption><div class="scroll"><table>${head}<tbody>
${body}
</tbody></table></div></figure>`
}
