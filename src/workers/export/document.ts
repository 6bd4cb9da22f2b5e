/** The task `document-export`: a document, what it says, or one of its tables, written to a file someone else can read. */
import { writeFile } from 'node:fs/promises'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import type { WorkContext } from '../runtime/context.ts'
import { documentStoryWriter, documentTableWriter, documentWriter } from './writers.ts'

type ExportInput = TaskMap['document-export']['input']

/** `outputPath` is a file of the caller's own, whole or not at all being its business. */
export async function exportDocument(
  input: ExportInput,
  context: WorkContext,
): Promise<TaskMap['document-export']['output']> {
  await context.yieldToEventLoop()
  const content = Buffer.from(textOf(input, context), 'utf8')
  await context.yieldToEventLoop()
  await writeFile(input.outputPath, content)
  return { bytes: content.byteLength }
}

function textOf({ document, what }: ExportInput, context: WorkContext): string {
  switch (what.subject) {
    case 'document':
      return documentWriter(what.format)(document, context)
    case 'documentStory':
      return documentStoryWriter(what.format)(document, context)
    case 'documentTable': {
      const table = document.tables[what.table]
      if (table === undefined) throw new StoryglassError('no_such_document', `table ${what.table} of ${document.id}`)
      return documentTableWriter(what.format)(document, table)
    }
  }
}
