/** The task `document`: a document of any kind to its pages. */

import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { DocumentKind } from '../../shared/document/kinds.ts'
import type { WorkContext } from '../context.ts'
import type { ConvertDocument } from './document-file.ts'
import { convertDocx } from './docx/docx.ts'
import { convertHtml } from './html/html.ts'
import { documentKind } from './kind.ts'
import { convertMarkdown } from './markdown/markdown.ts'
import { convertPdf } from './pdf/convert-pdf.ts'
import { convertText } from './text/text.ts'

export async function convertDocument(
  input: TaskMap['document']['input'],
  context: WorkContext,
): Promise<TaskMap['document']['output']> {
  const { source, outputDir, password } = input
  const kind = await documentKind(source)
  const content = await converterOf(kind)(source, { outputDir, password }, context)
  return { kind, content }
}

function converterOf(kind: DocumentKind): ConvertDocument {
  switch (kind) {
    case 'pdf':
      return convertPdf
    case 'docx':
      return convertDocx
    case 'text':
      return convertText
    case 'markdown':
      return convertMarkdown
    case 'html':
      return convertHtml
  }
}
