/** The pipeline `document`: pages read by many runs of worker threads, then the document's story. */
import { type DocumentStory, documentStorySchema } from '../../../shared/document/document-story.ts'
import { isPaged } from '../../../shared/file-formats/formats.ts'
import { convertDocument } from '../document/convert-document.ts'
import { type ConvertedDocument, convertedDocumentSchema } from '../document/converted-document.ts'
import { importedOf, importStage, namedSourceOf } from './import-stage.ts'
import type { Outputs, PipelineDefinition } from './pipeline.ts'

export const documentPipeline: PipelineDefinition = {
  stages: {
    import: importStage,
    convert: {
      readsSource: true,
      run: async (work) => {
        const startedAtMs = performance.now()
        const output = await convertDocument(work, importedOf(work.outputs).kind)
        return { outcome: 'done', output, elapsedMs: performance.now() - startedAtMs }
      },
      parse: (value) => convertedDocumentSchema.parse(value),
      // Pages of a document's own were announced one by one; what is new of it are its tables.
      readablePages: (output) => {
        const { kind, content } = convertedOf({ convert: output })
        return isPaged(kind) ? [] : content.pages.map((page) => page.number)
      },
    },
    narrate: {
      readsSource: false,
      run: (work) =>
        work.pool.runTask(
          'document-story',
          { source: namedSourceOf(work), content: convertedOf(work.outputs).content },
          { lane: 'stages', signal: work.signal, onProgress: work.report },
        ),
      parse: (value) => documentStorySchema.parse(value),
    },
  },
  sizeOf: (outputs) => (outputs.convert === undefined ? null : convertedOf(outputs).content.pages.length),
}

/** Both were parsed by the schemas above before they became outputs of a run. */
export function convertedOf({ convert }: Outputs): ConvertedDocument {
  if (convert === undefined) throw new Error('The convert stage has no result yet')
  return convert as ConvertedDocument
}

export function documentStoryOf({ narrate }: Outputs): DocumentStory {
  if (narrate === undefined) throw new Error('The narrate stage has no result yet')
  return narrate as DocumentStory
}

/** What the convert stage of a document left on disk; null when that is not of today's shape. */
export function parseConverted(value: unknown): ConvertedDocument | null {
  const parsed = convertedDocumentSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
