/** Markdown (CommonMark, with tables and strike-through) as pages. The markup within it is as little trusted as a web page. */
import MarkdownIt from 'markdown-it'
import type { DocumentContent } from '../../../shared/document/document.ts'
import type { DocumentFile, DocumentOptions } from '../../pages/document-file.ts'
import { contentOf } from '../../pages/flow/content.ts'
import { ForeignMarkup } from '../../pages/flow/foreign-markup.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { openText } from '../text/read-text.ts'
import { splitFrontMatter } from './front-matter.ts'
import { linkDefinitions, markdownParts } from './parts.ts'

/** Images within it included. */
const maxBytes = 64 * 1024 * 1024
const metadataNames: ReadonlySet<string> = new Set([
  ...['title', 'subtitle', 'author', 'date', 'description', 'keywords', 'tags', 'category', 'lang', 'language'],
])

export async function convertMarkdown(
  source: DocumentFile,
  options: DocumentOptions,
  context: WorkContext,
): Promise<DocumentContent> {
  const opened = await openText(source, context, maxBytes)
  const pieces: string[] = []
  for await (const chunk of opened.chunks()) pieces.push(chunk)
  const text = pieces.join('')
  const { values, rest } = splitFrontMatter(text)
  const markup = new ForeignMarkup(options, context)
  const markdown = new MarkdownIt({ html: true, linkify: false })
  // What is defined anywhere counts everywhere: the parts share one environment.
  const environment = {}
  markdown.parse(linkDefinitions(rest), environment)
  let done = 0
  for (const part of markdownParts(rest)) {
    // The library cannot be interrupted: a part takes it some 20 ms.
    await markup.write(markdown.render(part, environment))
    done += part.length
    context.progress({ done, total: Math.max(1, rest.length), unit: 'characters', note: null })
    if (markup.isFull) break
  }
  const { flow, warnings } = await markup.end()
  const declared = values.lang ?? values.language ?? ''
  return contentOf(flow, context, {
    title: values.title ?? null,
    language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(declared) ? declared : null,
    metadata: Object.fromEntries(Object.entries(values).filter(([name]) => metadataNames.has(name))),
    warnings: [...opened.warnings, ...warnings],
  })
}
