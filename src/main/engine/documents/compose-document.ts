/** From finished stages to a document. What its story states was compared with the pages when it was written. */
import path from 'node:path'
import type { Document } from '../../../shared/document/document.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { convertedOf, documentStoryOf } from '../../jobs/pipelines/document.ts'
import type { JobResult } from '../../jobs/result.ts'
import type { FinishedParts } from '../../jobs/run-services.ts'
import { draftDocumentText } from '../../store/document-search.ts'
import { packDocument } from '../../store/documents.ts'
import type { Library } from '../../store/library.ts'

/**
 * Makes the document and indexes its pages, so that to save it takes a moment whatever its length. Throws
 * `evidence_mismatch` when not every statement of its story was found in the pages.
 */
export async function composeDocument(library: Library, { job, outputs, timings }: FinishedParts): Promise<JobResult> {
  const { kind, content } = convertedOf(outputs)
  const story = documentStoryOf(outputs)
  const { statements, matched } = story.verified
  if (matched !== statements) {
    throw new StoryglassError('evidence_mismatch', `${matched} of ${statements} statements stand in the document`)
  }
  const document: Document = {
    version: 1,
    id: job.id,
    source: { name: job.source_name, bytes: job.source_bytes, sha256: job.sha256, kind },
    ...content,
    title: titleOf(content.title, job.source_name),
    story,
    timings: { import: timings.import, convert: timings.convert, narrate: timings.narrate },
  }
  return { kind: 'document', packed: await packDocument(document, await draftDocumentText(library, document)) }
}

/** As the document has it, else the file's name without its ending. */
export function titleOf(own: string | null, fileName: string): string {
  const title = own?.trim() ?? ''
  return title === '' ? path.parse(fileName).name : title
}
