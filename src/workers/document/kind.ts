/** What kind of document a file is: by its content, and by its name only where the content leaves it open. */

import { type DocumentKind, documentKinds } from '../../shared/document/kinds.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { type Identified, identify } from '../convert/kind.ts'
import type { DocumentFile } from './document-file.ts'
import { mainPartOf, withPackage } from './docx/package.ts'

/**
 * Throws why it cannot be read: missing, empty, a picture, `encrypted_document`, `old_document`; `not_a_document` for
 * another archive, a workbook or a table of text: those are told.
 */
export async function documentKind(source: DocumentFile): Promise<DocumentKind> {
  const { kind, detail } = await identifyDocument(source)
  // A page of markup may begin a text that is Markdown; only its name tells.
  const isText = kind !== 'pdf' && kind !== 'docx' && kind !== 'xlsx'
  if (isText && /\.(?:md|markdown|mdown|mkd)$/iu.test(source.name)) return 'markdown'
  const found = documentKinds.find((one) => one === kind)
  if (found !== undefined) return found
  if (isText && /\.(?:html?|xhtml)$/iu.test(source.name)) return 'html'
  // Any text may be a table; a name that does not promise one decides. JSON and XML can be read as they stand.
  if (kind === 'csv' && !/\.(?:csv|tsv|tab|psv)$/iu.test(source.name)) return 'text'
  if (kind === 'unknown' && /^an? (?:JSON|XML) /u.test(detail ?? '')) return 'text'
  throw new StoryglassError('not_a_document', detail ?? `a table (${kind}), not a document`)
}

async function identifyDocument(source: DocumentFile): Promise<Identified> {
  try {
    return await identify(source.path)
  } catch (error) {
    if (!(error instanceof StoryglassError)) throw error
    // A damaged PDF may have lost its mark and still be read.
    if (error.reason === 'binary_file' && /\.pdf$/iu.test(source.name)) return { kind: 'pdf', detail: null }
    if (!error.reason.endsWith('_workbook')) throw error
    // What was said of it as a workbook is said again as of a document; one whose text has an odd name is found.
    if ((await withPackage(source.path, mainPartOf)) !== null) return { kind: 'docx', detail: null }
    throw new StoryglassError('not_a_document', error.detail, { cause: error })
  }
}
