/** Named pages of a PDF, each handed on as soon as it is done. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { writeFileWhole } from '../../../disk/durable.ts'
import { type DocumentPart, failedPart, partFile } from '../../../shared/document/part.ts'
import { findRecogniser } from '../../pages/ocr/recogniser.ts'
import { collectGarbage } from '../../runtime/collect-garbage.ts'
import type { WorkContext } from '../../runtime/context.ts'
import type { ReadPages } from '../reader.ts'
import { loadPdfLibrary, type PdfDocument, type PdfLibrary } from './library.ts'
import { withPdf } from './open.ts'
import { readPage } from './read-page.ts'
import { readFacts, readLabels } from './structure.ts'

/** Throws as `withPdf` does, and what concerns the disk. A page that fails has a part that says so. */
export const readPdfPages: ReadPages = async ({ source, password, outputDir, pages }, context) => {
  const library = await loadPdfLibrary()
  for (const folder of ['parts', ...imageFolders]) await mkdir(path.join(outputDir, folder), { recursive: true })
  await withPdf(source, password, (pdf) =>
    eachPage(pdf, library, pages, outputDir, context, (part) =>
      writeFileWhole(path.join(outputDir, partFile(part.number)), JSON.stringify(part)),
    ),
  )
  // The document's fonts and images are let go now, and lie outside the heap.
  await collectGarbage()
}

const imageFolders = ['pages', 'thumbnails'] as const

export async function makeImageFolders(outputDir: string): Promise<void> {
  for (const folder of imageFolders) await mkdir(path.join(outputDir, folder), { recursive: true })
}

/** Reads the pages in the order given and hands each part on; reports how many are done. */
export async function eachPage(
  pdf: PdfDocument,
  library: PdfLibrary,
  pages: readonly number[],
  outputDir: string | null,
  context: WorkContext,
  keep: (part: DocumentPart) => Promise<void>,
): Promise<void> {
  const labels = await readLabels(pdf).catch(() => null)
  const facts = await readFacts(pdf, library).catch(() => null)
  const recognise = await findRecogniser(facts?.language ?? null)
  for (const [done, number] of pages.entries()) {
    const onStep = (): void =>
      context.progress({ done, total: pages.length, unit: 'pages', note: `Reading page ${number}` })
    onStep()
    const label = labels?.[number - 1] ?? null
    const options = { outputDir, label: label === String(number) ? null : label, recognise, onStep }
    const part =
      number > pdf.numPages
        ? failedPart(number, `the document has ${pdf.numPages} pages`)
        : await readPage(pdf, library, number, options, context)
    await keep(part)
    await context.yieldToEventLoop()
  }
  if (pages.length > 0) context.progress({ done: pages.length, total: pages.length, unit: 'pages', note: null })
}
