import type { ExportWriters } from '../writer.ts'
import { storyToWorkbook } from './workbook.ts'

export const xlsxWriters = { story: storyToWorkbook } as const satisfies Partial<ExportWriters>
