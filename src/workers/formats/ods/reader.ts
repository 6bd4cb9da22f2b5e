import type { TextHead } from '../reader.ts'
import { workbookReader } from '../workbook-reader.ts'

/** The same as a single XML file says what it is in its root element. */
function isFlat({ start }: TextHead): boolean {
  return /<office:document\b[^>]*\boffice:mimetype=["']application\/vnd\.oasis\.opendocument\.spreadsheet/u.test(start)
}

export const odsReader = workbookReader(
  { container: { part: 'mimetype', holding: /opendocument\.spreadsheet/u }, text: { content: isFlat } },
  async () => (await import('./workbook.ts')).withSpreadsheet,
)
