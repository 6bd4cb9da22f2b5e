/** Web pages as documents: made safe, nothing fetched, nothing run, laid out as pages by length. */
import type { DocumentContent } from '../../../shared/document/document.ts'
import type { DocumentFile, DocumentOptions } from '../../pages/document-file.ts'
import { contentOf } from '../../pages/flow/content.ts'
import { ForeignMarkup } from '../../pages/flow/foreign-markup.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { openText } from '../text/read-text.ts'
import { declaredEncoding, type Head, readHead } from './head.ts'

/** Images within it included. */
const maxBytes = 64 * 1024 * 1024

export async function convertHtml(
  source: DocumentFile,
  options: DocumentOptions,
  context: WorkContext,
): Promise<DocumentContent> {
  const text = await openText(source, context, maxBytes, declaredEncoding)
  const markup = new ForeignMarkup(options, context)
  let head: Head | null = null
  for await (const chunk of text.chunks()) {
    head ??= readHead(chunk)
    await markup.write(chunk)
    if (markup.isFull) break
  }
  const { flow, warnings } = await markup.end()
  const { title, language, metadata } = head ?? readHead('')
  return contentOf(flow, context, { title, language, metadata, warnings: [...text.warnings, ...warnings] })
}
