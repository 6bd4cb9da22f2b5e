/** Markdown (CommonMark, with tables and strike-through) as pages. The markup within it is as little trusted as a web page. */
import MarkdownIt from 'markdown-it'
import type { DocumentContent } from '../../../shared/document/document.ts'
import type { WorkContext } from '../../context.ts'
import type { DocumentFile, DocumentOptions } from '../document-file.ts'
import { convertMarkup } from '../html/html.ts'
import { maxMarkupBytes, readText } from '../text/read-text.ts'
import { splitFrontMatter } from './front-matter.ts'

const metadataNames: ReadonlySet<string> = new Set([
  ...['title', 'subtitle', 'author', 'date', 'description', 'keywords', 'tags', 'category', 'lang', 'language'],
])

export async function convertMarkdown(
  source: DocumentFile,
  options: DocumentOptions,
  context: WorkContext,
): Promise<DocumentContent> {
  const { text, warnings } = await readText(source, context, () => null, maxMarkupBytes)
  const { values, rest } = splitFrontMatter(text)
  const html = new MarkdownIt({ html: true, linkify: false }).render(rest)
  await context.breathe()
  const declared = values.lang ?? values.language ?? ''
  return convertMarkup(html, options, context, {
    title: values.title ?? null,
    language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(declared) ? declared : null,
    metadata: Object.fromEntries(Object.entries(values).filter(([name]) => metadataNames.has(name))),
    warnings,
  })
}
