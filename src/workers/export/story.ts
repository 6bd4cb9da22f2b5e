/** The task `export`: a story written to a file someone else can read. */
import { writeFile } from 'node:fs/promises'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { WorkContext } from '../runtime/context.ts'
import { storyWriter } from './writers.ts'

/** `outputPath` is a file of the caller's own, whole or not at all being its business. */
export async function exportStory(
  { story, format, outputPath }: TaskMap['export']['input'],
  context: WorkContext,
): Promise<TaskMap['export']['output']> {
  const content = Buffer.from(await storyWriter(format)(story, context), 'utf8')
  await context.yieldToEventLoop()
  await writeFile(outputPath, content)
  return { bytes: content.byteLength }
}
