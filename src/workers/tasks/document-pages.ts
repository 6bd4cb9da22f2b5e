/** The task `document-pages`: named pages of a document, each left in the reading's folder as soon as it is done. */
import type { TaskMap } from '../../shared/contract/tasks.ts'
import { pagedReader } from '../formats/readers.ts'
import type { WorkContext } from '../runtime/context.ts'

export async function readPages(
  input: TaskMap['document-pages']['input'],
  context: WorkContext,
): Promise<TaskMap['document-pages']['output']> {
  await pagedReader(input.kind).readPages(input, context)
  return { pages: input.pages.length }
}
