import { storyToHtml } from '../html/story.ts'
import type { ExportWriters } from '../writer.ts'

/** The page that is printed: what only works on a screen is left out of it. The engine prints it. */
export const pdfPageWriters = {
  story: (story, context) => storyToHtml(story, context, 'paper'),
} as const satisfies Partial<ExportWriters>
