/** The task `export`: a story written to a file someone else can read. */
import type { TaskMap } from '../../shared/contract/tasks.ts'
import { textsIn, textsTagOf } from '../../shared/texts/texts.ts'
import type { WorkContext } from '../runtime/context.ts'
import { writeContent } from './content.ts'
import { storyWriter } from './writers.ts'

/** `outputPath` is a file of the caller's own, whole or not at all being its business. */
export async function exportStory(
  { story, format, outputPath, tables, convertDir }: TaskMap['export']['input'],
  context: WorkContext,
): Promise<TaskMap['export']['output']> {
  // What an export says around the story is in the story's language, whatever the program speaks.
  const spoken = { ...context, texts: textsIn(textsTagOf(story)) }
  const content = await storyWriter(format)(story, spoken, { tables, convertDir })
  await context.yieldToEventLoop()
  return { bytes: await writeContent(outputPath, content) }
}
