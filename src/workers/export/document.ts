/** Writes a document, or one of its tables, to a file someone else can read. */
import { writeFile } from 'node:fs/promises'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { Document, DocumentTable } from '../../shared/document/document.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { csvLine, withoutFormula } from '../../shared/format/csv.ts'
import type { WorkContext } from '../runtime/context.ts'
import { documentStoryToHtml } from './document-html.ts'
import { documentStoryToMarkdown, documentToMarkdown } from './document-markdown.ts'

/** `outputPath` is a file of the caller's own, whole or not at all being its business. */
export async function exportDocument(
  input: TaskMap['document-export']['input'],
  context: WorkContext,
): Promise<TaskMap['document-export']['output']> {
  await context.breathe()
  const content = Buffer.from(textOf(input), 'utf8')
  await context.breathe()
  await writeFile(input.outputPath, content)
  return { bytes: content.byteLength }
}

function textOf({ document, table, format }: TaskMap['document-export']['input']): string {
  if (table === null) return documentText(document, format)
  const found = document.tables[table]
  if (found === undefined) throw new StoryglassError('no_such_document', `table ${table} of ${document.id}`)
  return tableText(document, found, format)
}

function documentText(document: Document, format: TaskMap['document-export']['input']['format']): string {
  switch (format) {
    case 'txt':
      return plainText(document)
    case 'md':
      return documentToMarkdown(document)
    case 'story':
      return documentStoryToMarkdown(document)
    case 'story-html':
      return documentStoryToHtml(document)
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`
    case 'csv':
      throw new Error('A document is not exported as CSV, only its tables are')
  }
}

/** As `storyglass convert` prints it: pages apart by a form feed, heads and feet where they stand. */
function plainText({ pages }: Document): string {
  const texts = pages.map(({ header, text, footer }) => [header, text, footer].filter((part) => part !== ''))
  return `${texts.map((parts) => parts.join('\n\n')).join('\n\f')}\n`
}

function tableText(
  document: Document,
  table: DocumentTable,
  format: TaskMap['document-export']['input']['format'],
): string {
  switch (format) {
    case 'csv':
      return table.rows.map((row) => csvLine(row.map(withoutFormula))).join('')
    case 'json':
      return `${JSON.stringify({ document: { id: document.id, name: document.source.name }, ...table }, null, 2)}\n`
    case 'txt':
    case 'md':
    case 'story':
    case 'story-html':
      throw new Error(`A table is not exported as ${format}, only as CSV or JSON`)
  }
}
