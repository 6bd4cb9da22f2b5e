/** The task `document`: a document of any kind to its pages. */

import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { DocumentKind } from '../../shared/document/kinds.ts'
import { convertDocx } from '../formats/docx/docx.ts'
import { convertHtml } from '../formats/html/html.ts'
import { convertMarkdown } from '../formats/markdown/markdown.ts'
import { documentKind } from '../formats/recognition/document-kind.ts'
import { convertText } from '../formats/text/text.ts'
import type { ConvertDocument } from '../pages/document-file.ts'
import type { WorkContext } from '../runtime/context.ts'
import { convertPdf } from './convert-pdf.ts'

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
