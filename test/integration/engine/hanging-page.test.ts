/** A page in which pdf.js hears no timer, read by the real workers: only ending the thread ends it. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { withEngine } from '../../support/engine/with-engine.ts'
import { realWorkerFile } from '../../support/engine/worker-files.ts'
import { pdfBytes, textAt } from '../../support/pdf-document.ts'

// pdf.js hangs each saved state on the one before it, so that every look-up walks through all of them.
const nested = `${'q '.repeat(100_000)}${textAt('Behind it all', 10, 10)}`

it('a page that keeps pdf.js busy for minutes fails by itself, and the pages around it are read', async () =>
  withEngine(
    async ({ engine, folder }) => {
      const file = path.join(folder, 'nested.pdf')
      const contents = [textAt('Before', 72, 400), nested, textAt('After', 72, 400)]
      await writeFile(file, pdfBytes({ pages: contents.map((content) => ({ content })) }))
      const { job } = await engine.jobs.createFromPath(file)
      expect(await engine.jobs.whenOver(job.id)).toMatchObject({ status: 'completed', documentId: job.id })
      const { warnings, pages } = await engine.documents.document(job.id)
      expect(warnings).toMatchObject([
        {
          code: 'page_failed',
          page: 2,
          message: expect.stringContaining('Page 2 could not be read: it took too long'),
        },
      ])
      expect(pages.map(({ number, text, image }) => [number, text, image])).toEqual([
        [1, 'Before', 'pages/0001.webp'],
        [3, 'After', 'pages/0003.webp'],
      ])
    },
    // In the application it is 35 s. Long enough for pdf.js to be loaded on a busy machine.
    { workerFile: await realWorkerFile(), silenceMs: 8_000, threads: 1 },
  ))
