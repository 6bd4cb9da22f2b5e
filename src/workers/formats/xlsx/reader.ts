import { workbookReader } from '../workbook-reader.ts'

export const xlsxReader = workbookReader(
  {
    container: {
      part: 'xl/workbook.xml',
      contentTypes: /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main/iu,
    },
  },
  async () => (await import('./workbook.ts')).withWorkbook,
)
