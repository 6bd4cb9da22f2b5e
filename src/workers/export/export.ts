/** Writes a story to a file someone else can read. */
import { rename, rm, writeFile } from 'node:fs/promises'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { Story } from '../../shared/story/story.ts'
import type { WorkContext } from '../runtime/context.ts'
import { storyToHtml } from './html.ts'
import { storyToMarkdown } from './markdown.ts'

/** Whole or not at all: a cancelled or failed export leaves what was there before. */
export async function exportStory(
  input: TaskMap['export']['input'],
  context: WorkContext,
): Promise<TaskMap['export']['output']> {
  const text = await textOf(input.story, input.format, context)
  const content = Buffer.from(text, 'utf8')
  const temporary = `${input.outputPath}.${process.pid}.part`
  try {
    await context.breathe()
    await writeFile(temporary, content)
    await rename(temporary, input.outputPath)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  return { bytes: content.byteLength }
}

async function textOf(
  story: Story,
  format: TaskMap['export']['input']['format'],
  context: WorkContext,
): Promise<string> {
  switch (format) {
    case 'html':
      return storyToHtml(story, () => context.breathe())
    case 'md':
      return storyToMarkdown(story)
    case 'json':
      return `${JSON.stringify(story, null, 2)}\n`
  }
}
