import type { ExportWriters } from '../writer.ts'
import { archiveOf } from '../zip/archive.ts'
import { documentStoryToMarkdown, documentToMarkdown } from './document.ts'
import { storyToMarkdown } from './story.ts'
import { markdownFiles } from './with-charts.ts'

export const markdownWriters = {
  story: (story, { texts }) => storyToMarkdown(story, texts),
  document: (document, { texts }) => documentToMarkdown(document, texts),
  documentStory: (document, { texts }) => documentStoryToMarkdown(document, texts),
} as const satisfies Partial<ExportWriters>

export const markdownChartsWriters = {
  story: (story, { texts }) => archiveOf(markdownFiles(story, texts), new Date(story.createdAt)),
} as const satisfies Partial<ExportWriters>
