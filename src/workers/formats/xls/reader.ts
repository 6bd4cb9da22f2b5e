import { workbookReader } from '../xlsx/workbook-reader.ts'
import { withOldWorkbook } from './workbook.ts'

export const xlsReader = workbookReader({ ole: 'workbook' }, withOldWorkbook)
