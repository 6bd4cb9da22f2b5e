import type { ExportWriters } from '../writer.ts'
import { documentStoryToMarkdown, documentToMarkdown } from './document.ts'
import { storyToMarkdown } from './story.ts'

export const markdownWriters = {
  story: storyToMarkdown,
  document: documentToMarkdown,
  documentStory: documentStoryToMarkdown,
} as const satisfies Partial<ExportWriters>
