import { workbookReader } from '../workbook-reader.ts'
import { withOldWorkbook } from './workbook.ts'

export const xlsReader = workbookReader({ ole: 'workbook' }, withOldWorkbook)
