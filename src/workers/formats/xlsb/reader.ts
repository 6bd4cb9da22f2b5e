import { workbookReader } from '../workbook-reader.ts'
import { binaryWorkbookPart } from './main-part.ts'

export const xlsbReader = workbookReader(
  { container: { part: binaryWorkbookPart } },
  async () => (await import('./workbook.ts')).withBinaryWorkbook,
)
