import { workbookReader } from '../workbook-reader.ts'
import { binaryWorkbookPart, withBinaryWorkbook } from './workbook.ts'

export const xlsbReader = workbookReader({ container: { part: binaryWorkbookPart } }, withBinaryWorkbook)
