/** What stories, documents and tables can be written as, in the order in which it is offered. */

/**
 * What is written: a story with its charts and evidence; a document, page by page; only what a document says of itself,
 * and its tables; one table of a document; a table of a source (`storyglass read`).
 */
export type ExportSubject = 'story' | 'document' | 'documentStory' | 'documentTable' | 'sourceTable'

interface ExportFormat {
  /** As a save dialog names it. */
  readonly name: string
  /** In lower case, without the dot, the usual one first. */
  readonly endings: readonly [string, ...string[]]
  /** For a browser that downloads it. */
  readonly contentType: string
  /** What it can be of, and the words with which a menu offers that. */
  readonly of: Partial<Readonly<Record<ExportSubject, MenuWords>>>
}

export interface MenuWords {
  readonly label: string
  /** What it is good for. */
  readonly hint?: string
}

export const exportFormats = {
  html: {
    name: 'Web page',
    endings: ['html', 'htm'],
    contentType: 'text/html; charset=utf-8',
    of: {
      story: { label: 'Web page', hint: 'One file with its charts, opens anywhere' },
      documentStory: { label: 'Web page' },
    },
  },
  txt: {
    name: 'Plain text',
    endings: ['txt'],
    contentType: 'text/plain; charset=utf-8',
    of: { document: { label: 'Save as plain text' } },
  },
  md: {
    name: 'Markdown',
    endings: ['md'],
    contentType: 'text/markdown; charset=utf-8',
    of: {
      story: { label: 'Markdown', hint: 'Text and tables for notes and wikis' },
      document: { label: 'Save as Markdown' },
      documentStory: { label: 'Markdown' },
    },
  },
  csv: {
    name: 'Table (CSV)',
    endings: ['csv'],
    contentType: 'text/csv; charset=utf-8',
    of: { documentTable: { label: 'CSV' }, sourceTable: { label: 'CSV' } },
  },
  json: {
    name: 'Data (JSON)',
    endings: ['json'],
    contentType: 'application/json; charset=utf-8',
    of: {
      story: { label: 'JSON', hint: 'Everything, evidence included, for programs' },
      document: { label: 'Save as JSON, with places and tables' },
      documentTable: { label: 'JSON' },
      sourceTable: { label: 'JSON' },
    },
  },
  parquet: {
    name: 'Table (Parquet)',
    endings: ['parquet'],
    contentType: 'application/vnd.apache.parquet',
    of: { sourceTable: { label: 'Parquet' } },
  },
} as const satisfies Record<string, ExportFormat>

export type ExportFormatId = keyof typeof exportFormats

/** The formats something can be written as. */
export type ExportFormatOf<Subject extends ExportSubject> = {
  [Id in ExportFormatId]: Subject extends keyof (typeof exportFormats)[Id]['of'] ? Id : never
}[ExportFormatId]

export function exportFormat(id: ExportFormatId): ExportFormat {
  return exportFormats[id]
}
