import type { ExportWriters } from '../writer.ts'
import { documentStoryToHtml } from './document-story.ts'
import { storyToHtml } from './story.ts'

export const htmlWriters = {
  story: (story, context) => storyToHtml(story, () => context.yieldToEventLoop()),
  documentStory: documentStoryToHtml,
} as const satisfies Partial<ExportWriters>
