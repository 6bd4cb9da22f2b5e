import { workbookReader } from '../workbook-reader.ts'

export const xlsReader = workbookReader(
  { ole: 'workbook' },
  async () => (await import('./workbook.ts')).withOldWorkbook,
)
