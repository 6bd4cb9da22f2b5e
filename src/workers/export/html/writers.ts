import type { ExportWriters } from '../writer.ts'
import { documentStoryToHtml } from './document-story.ts'
import { storyToHtml } from './story.ts'

export const htmlWriters = {
  story: (story, context) => storyToHtml(story, context),
  documentStory: (document, { texts }) => documentStoryToHtml(document, texts),
} as const satisfies Partial<ExportWriters>
