import type { ExportWriters } from '../writer.ts'
import { documentStoryToMarkdown, documentToMarkdown } from './document.ts'
import { storyToMarkdown } from './story.ts'

export const markdownWriters = {
  story: (story, { texts }) => storyToMarkdown(story, texts),
  document: (document, { texts }) => documentToMarkdown(document, texts),
  documentStory: (document, { texts }) => documentStoryToMarkdown(document, texts),
} as const satisfies Partial<ExportWriters>
