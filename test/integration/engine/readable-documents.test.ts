/** A document looked at in the very moment it is done. */
import { expect, it } from 'vitest'
import { ReadableDocuments } from '../../../src/main/engine/documents/readable-documents.ts'
import { dataLayout } from '../../../src/main/intake/layout.ts'
import { ReadingFolder } from '../../../src/main/jobs/document/reading-folder.ts'
import { noFaults } from '../../../src/main/jobs/faults.ts'
import { StageFiles } from '../../../src/main/jobs/stage-files.ts'
import { draftDocumentText } from '../../../src/main/store/document-search.ts'
import { packDocument } from '../../../src/main/store/documents.ts'
import type { Document } from '../../../src/shared/document/document.ts'
import { largest, lifecycleBench } from '../../support/engine/library.ts'
import { withFolder } from '../../support/engine/with-engine.ts'

it('a document that is done while its parts are looked for is read as the whole it is now', () =>
  withFolder(async (folder) => {
    for (const look of ['get', 'page'] as const) {
      const bench = lifecycleBench()
      const id = bench.create('report.pdf')
      const job = bench.lifecycle.claim(largest)
      if (job === null) throw new Error('nothing to claim')
      // Documents are jobs of their own pipeline.
      bench.library.statement("UPDATE jobs SET pipeline = 'document' WHERE id = ?").run(id)
      const page = { number: 1, label: null, width: 1, height: 1 }
      const text = {
        text: 'one',
        header: '',
        footer: '',
        words: 1,
        image: null,
        thumbnail: null,
        ocr: false,
        links: [],
      }
      const document: Document = {
        version: 1,
        id,
        source: { name: 'report.pdf', bytes: 1, sha256: '1'.repeat(64), kind: 'pdf' },
        title: 'Report',
        language: null,
        pageCount: 1,
        outline: [],
        pages: [{ ...page, ...text }],
        tables: [],
        metadata: {},
        warnings: [],
        timings: {},
      }
      const packed = await packDocument(document, await draftDocumentText(bench.library, document))
      const files = new StageFiles(dataLayout(folder), noFaults)
      class Reading extends ReadingFolder {
        override async pagesDone(): Promise<Set<number>> {
          if (look === 'get') bench.lifecycle.complete(job ?? never(), { kind: 'document', packed }, 'key')
          return super.pagesDone()
        }
        override async part(number: number) {
          bench.lifecycle.complete(job ?? never(), { kind: 'document', packed }, 'key')
          return super.part(number)
        }
      }
      const reading = new Reading(files.readingFolder(id), '0.0.0')
      await reading.clear()
      const { title, language, metadata, outline, pageCount, warnings } = document
      await reading.saveOpened({
        kind: 'pdf',
        title,
        language,
        metadata,
        outline,
        pageCount,
        pages: [page],
        warnings,
      })
      const documents = new ReadableDocuments(bench.library, files, () => reading)
      if (look === 'get')
        expect(await documents.load(id)).toMatchObject({ state: 'whole', content: { title: 'Report' } })
      else expect(await documents.page(id, 1)).toMatchObject({ page: { text: 'one' } })
    }
  }))

function never(): never {
  throw new Error('no job')
}
