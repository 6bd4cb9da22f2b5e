/** What stories, documents and tables can be written as, in the order in which it is offered. */

/**
 * What is written: a story with its charts and evidence; a document, page by page; only what a document says of itself,
 * and its tables; one table of a document; a table of a source (`storyglass read`).
 */
export type ExportSubject = 'story' | 'document' | 'documentStory' | 'documentTable' | 'sourceTable'

interface ExportFormat {
  /** In lower case, without the first dot, the usual one first; `md.zip` where an archive holds what another ending promises. */
  readonly endings: readonly [string, ...string[]]
  /** For a browser that downloads it. */
  readonly contentType: string
  /** What can be written so. The words that offer it are in the catalogues of texts, by its id. */
  readonly of: readonly ExportSubject[]
}

export const exportFormats = {
  html: { endings: ['html', 'htm'], contentType: 'text/html; charset=utf-8', of: ['story', 'documentStory'] },
  pdf: { endings: ['pdf'], contentType: 'application/pdf', of: ['story'] },
  pptx: {
    endings: ['pptx'],
    contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    of: ['story'],
  },
  xlsx: {
    endings: ['xlsx'],
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    of: ['story'],
  },
  txt: { endings: ['txt'], contentType: 'text/plain; charset=utf-8', of: ['document'] },
  md: { endings: ['md'], contentType: 'text/markdown; charset=utf-8', of: ['story', 'document', 'documentStory'] },
  'md-charts': { endings: ['md.zip'], contentType: 'application/zip', of: ['story'] },
  csv: { endings: ['csv'], contentType: 'text/csv; charset=utf-8', of: ['documentTable', 'sourceTable'] },
  json: {
    endings: ['json'],
    contentType: 'application/json; charset=utf-8',
    of: ['story', 'document', 'documentTable', 'sourceTable'],
  },
  sql: { endings: ['sql.zip'], contentType: 'application/zip', of: ['story'] },
  parquet: { endings: ['parquet'], contentType: 'application/vnd.apache.parquet', of: ['sourceTable'] },
  zip: { endings: ['zip'], contentType: 'application/zip', of: ['story'] },
} as const satisfies Record<string, ExportFormat>

export type ExportFormatId = keyof typeof exportFormats

/** The formats something can be written as. */
export type ExportFormatOf<Subject extends ExportSubject> = {
  [Id in ExportFormatId]: Subject extends (typeof exportFormats)[Id]['of'][number] ? Id : never
}[ExportFormatId]

export function exportFormat(id: ExportFormatId): ExportFormat {
  return exportFormats[id]
}
