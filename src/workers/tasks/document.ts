/** The task `document`: a document of any kind to its pages. */
import type { TaskMap } from '../../shared/contract/tasks.ts'
import { documentReader } from '../formats/readers.ts'
import { documentKind } from '../formats/recognition/document-kind.ts'
import type { WorkContext } from '../runtime/context.ts'

export async function convertDocument(
  input: TaskMap['document']['input'],
  context: WorkContext,
): Promise<TaskMap['document']['output']> {
  const { source, outputDir, password } = input
  const kind = await documentKind(source)
  const content = await documentReader(kind).convert(source, { outputDir, password }, context)
  return { kind, content }
}
