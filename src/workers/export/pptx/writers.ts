import type { ExportWriters } from '../writer.ts'
import { storyToPresentation } from './presentation.ts'

export const pptxWriters = { story: storyToPresentation } as const satisfies Partial<ExportWriters>
