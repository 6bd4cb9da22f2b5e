/** What writes each subject in a format: the content of the file it is exported to. */
import type { Document, DocumentTable } from '../../shared/document/document.ts'
import type { ExportSubject } from '../../shared/export-formats/registry.ts'
import type { Story } from '../../shared/story/story.ts'
import type { WorkContext } from '../runtime/context.ts'
import type { StoredTables } from '../source/duckdb/stored-tables.ts'
import type { Content } from './content.ts'

export interface ExportWriters {
  readonly story: (story: Story, context: WorkContext, stored: StoredTables) => Promise<Content> | Content
  readonly document: (document: Document, context: WorkContext) => string
  readonly documentStory: (document: Document, context: WorkContext) => string
  readonly documentTable: (document: Document, table: DocumentTable) => string
}

/** Tables of a source are written by what reads them (the task `read`), with no writer here. */
export type WrittenSubject = Exclude<ExportSubject, 'sourceTable'>
