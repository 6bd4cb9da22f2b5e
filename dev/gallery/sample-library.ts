/** Documents as a library lists them, of every kind and size. */
import type { DocumentSummary } from '../../src/shared/document/reading.ts'

const reports = [
  { title: 'Ellmouth Harbour: Annual report 2025', sourceName: 'harbour-report.pdf', pages: 9, tables: 5 },
  { title: 'Minutes of the parish council', sourceName: 'minutes 2024-11.docx', pages: 4, tables: 0 },
  { title: 'Handbook of the Marine Station', sourceName: 'handbook.md', pages: 31, tables: 12 },
  { title: 'Survey of the sea wall', sourceName: 'survey_scan.pdf', pages: 212, tables: 41 },
  { title: 'letter to the editor', sourceName: 'letter.txt', pages: 1, tables: 0 },
] as const

/** As many as asked for; entry 0 is the newest. Only PDFs have pictures of their pages. */
export function manyDocuments(count: number): readonly DocumentSummary[] {
  const start = Date.parse('2026-02-28T18:10:00Z')
  return Array.from({ length: count }, (_, index) => {
    const report = reports[index % reports.length] ?? reports[0]
    const kind = report.sourceName.slice(report.sourceName.lastIndexOf('.') + 1)
    return {
      ...report,
      id: `document-${index}`,
      createdAt: new Date(start - index * 11_300_000).toISOString(),
      sourceKind: kind === 'md' ? 'markdown' : kind === 'txt' ? 'text' : kind,
      words: report.pages * 312,
      language: 'en',
      thumbnail: kind === 'pdf' ? 'thumbnails/0001.webp' : null,
      snippet: null,
      page: null,
    }
  })
}

/** A title and a file name that do not want to fit. */
export const extremeDocument: DocumentSummary = {
  id: 'document-extreme',
  title:
    'Zweites_Gesetz_zur_Änderung_des_Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzes (Entwurf, nicht zur Veröffentlichung bestimmt)',
  createdAt: '2026-02-28T19:00:00Z',
  sourceName: `${'scan_of_a_scan_'.repeat(9)}.pdf`,
  sourceKind: 'pdf',
  pages: 12_480,
  words: 4_120_000,
  tables: 1204,
  language: 'de',
  thumbnail: null,
  snippet: null,
  page: null,
}
