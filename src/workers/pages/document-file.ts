/** What every converter of documents is: a function from a file to the pages in it. */
import type { DocumentContent } from '../../shared/document/document.ts'
import type { WorkContext } from '../runtime/context.ts'

export interface DocumentFile {
  /** Absolute. */
  readonly path: string
  /** As the user calls it. */
  readonly name: string
  readonly bytes: number
}

export interface DocumentOptions {
  /**
   * Absolute folder that exists, for `pages/0001.webp` and `thumbnails/0001.webp` (page number, four digits or more);
   * null to make no images.
   */
  readonly outputDir: string | null
  readonly password: string | null
}

/**
 * Converts the file; reports progress in pages. Throws `encrypted_document`, `damaged_document` or another reason of
 * `failureReasons`; what concerns a single page is a warning, and the rest goes on.
 */
export type ConvertDocument = (
  source: DocumentFile,
  options: DocumentOptions,
  context: WorkContext,
) => Promise<DocumentContent>
