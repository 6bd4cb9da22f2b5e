/** What markup laid out as pages comes to. */
import type { DocumentTable, OutlineEntry } from '../../../shared/document/document.ts'

export interface FlowedPage {
  /** Null for plain text. */
  readonly html: string | null
  readonly text: string
  /** Names on the page that links of the document lead to: `doc-…`, without the number sign. */
  readonly anchors: readonly string[]
}

export interface Flow {
  readonly pages: readonly FlowedPage[]
  readonly outline: readonly OutlineEntry[]
  readonly tables: readonly DocumentTable[]
  /** What stands in `h1.title`, where a document has one. */
  readonly titled: string | null
}
