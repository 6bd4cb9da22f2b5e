/** What writes each export format: the other half of `src/shared/export-formats/registry.ts`. A missing one does not compile. */
import type { ExportFormatId, ExportFormatOf, exportFormats } from '../../shared/export-formats/registry.ts'
import { csvWriters } from './csv/writers.ts'
import { htmlWriters } from './html/writers.ts'
import { jsonWriters } from './json/writers.ts'
import { markdownChartsWriters, markdownWriters } from './markdown/writers.ts'
import { pdfPageWriters } from './pdf/writers.ts'
import { pptxWriters } from './pptx/writers.ts'
import { sqlWriters } from './sql/writers.ts'
import { textWriters } from './text/writers.ts'
import type { ExportWriters, WrittenSubject } from './writer.ts'
import { xlsxWriters } from './xlsx/writers.ts'
import { zipWriters } from './zip/writers.ts'

/** Tables of a source are written by what reads them, so that a format of these alone has no writers here. */
const writers = {
  html: htmlWriters,
  pdf: pdfPageWriters,
  pptx: pptxWriters,
  xlsx: xlsxWriters,
  txt: textWriters,
  md: markdownWriters,
  'md-charts': markdownChartsWriters,
  csv: csvWriters,
  json: jsonWriters,
  sql: sqlWriters,
  parquet: {},
  zip: zipWriters,
} as const satisfies {
  [Id in ExportFormatId]: Pick<ExportWriters, Extract<(typeof exportFormats)[Id]['of'][number], WrittenSubject>>
}

export function storyWriter(id: ExportFormatOf<'story'>): ExportWriters['story'] {
  return writers[id].story
}

export function documentWriter(id: ExportFormatOf<'document'>): ExportWriters['document'] {
  return writers[id].document
}

export function documentStoryWriter(id: ExportFormatOf<'documentStory'>): ExportWriters['documentStory'] {
  return writers[id].documentStory
}

export function documentTableWriter(id: ExportFormatOf<'documentTable'>): ExportWriters['documentTable'] {
  return writers[id].documentTable
}
