/** A PDF to its pages: text in reading order, images, outline, links, and what went wrong with which page. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentContent, DocumentWarning, Link, Page } from '../../../shared/document/document.ts'
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import type { WorkContext } from '../../context.ts'
import type { ConvertDocument } from '../document-file.ts'
import { countWords, layOut, type PageLayout, toTexts } from '../layout/page-text.ts'
import { roundPoints } from './geometry.ts'
import { loadPdfLibrary, type PdfDocument, type PdfLibrary } from './library.ts'
import { mostPages } from './limits.ts'
import { withPdf } from './open.ts'
import { drawPage } from './page-image.ts'
import { readPageText } from './page-text.ts'
import { hasPicture } from './picture.ts'
import { readFacts, readLabels, readLinks, readOutline } from './structure.ts'

interface ReadPage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly layout: PageLayout
  readonly image: string | null
  readonly thumbnail: string | null
  readonly links: readonly Link[]
}

/** Throws `encrypted_document`, `damaged_document` (also when not one page can be read), `too_large`, `empty_file`. */
export const convertPdf: ConvertDocument = async (source, options, context) => {
  const library = await loadPdfLibrary()
  return withPdf(source, options.password, async (pdf) => {
    const warnings: DocumentWarning[] = []
    const whole = <Result>(part: string, work: Promise<Result>, otherwise: Result): Promise<Result> =>
      work.catch((error: unknown) => {
        warnings.push({
          code: 'part_damaged',
          page: null,
          message: `Its ${part} could not be read: ${causeOf(error)}.`,
        })
        return otherwise
      })
    const facts = await whole('metadata', readFacts(pdf, library), { title: null, language: null, metadata: {} })
    const outline = await whole('outline', readOutline(pdf), [])
    const labels = await whole('page labels', readLabels(pdf), null)
    const read = await readPages(pdf, library, options.outputDir, warnings, context)
    if (read.length === 0) throw new StoryglassError('damaged_document', warnings.map((one) => one.message).join(' '))
    const texts = toTexts(read.map((page) => page.layout))
    const pages = read.map(({ layout: _, ...page }, index): Page => {
      const { text, header, footer } = texts[index] ?? { text: '', header: '', footer: '' }
      const label = labels?.[page.number - 1] ?? null
      return {
        ...page,
        links: [...page.links],
        label: label === null || label === String(page.number) ? null : label,
        text,
        header,
        footer,
        words: countWords(`${header}\n${text}\n${footer}`),
        ocr: false,
      }
    })
    return { ...facts, pageCount: pdf.numPages, outline, pages, tables: [], warnings } satisfies DocumentContent
  })
}

async function readPages(
  pdf: PdfDocument,
  library: PdfLibrary,
  outputDir: string | null,
  warnings: DocumentWarning[],
  context: WorkContext,
): Promise<ReadPage[]> {
  const total = Math.min(pdf.numPages, mostPages)
  if (pdf.numPages > total) {
    const message = `It has ${pdf.numPages} pages; the first ${total} were read.`
    warnings.push({ code: 'too_many_pages', page: null, message })
  }
  if (outputDir !== null) {
    for (const folder of ['pages', 'thumbnails']) await mkdir(path.join(outputDir, folder), { recursive: true })
  }
  const pages: ReadPage[] = []
  for (let number = 1; number <= total; number += 1) {
    context.progress({ done: number - 1, total, unit: 'pages', note: `Reading page ${number}` })
    const page = await readPage(pdf, library, number, outputDir, warnings, context)
    if (page !== null) pages.push(page)
    await context.breathe()
  }
  context.progress({ done: total, total, unit: 'pages', note: null })
  return pages
}

/** Null, with a warning, for a page that cannot be read at all. One that can be read but not drawn has no image. */
async function readPage(
  pdf: PdfDocument,
  library: PdfLibrary,
  number: number,
  outputDir: string | null,
  warnings: DocumentWarning[],
  context: WorkContext,
): Promise<ReadPage | null> {
  const warn = (code: string, message: string): void => {
    warnings.push({ code, page: number, message })
  }
  const attempt = async <Result>(work: Promise<Result>, code: string, what: string): Promise<Result | null> => {
    try {
      return await work
    } catch (error) {
      if (context.signal.aborted) throw new CancelledError()
      if (isFromSystem(error)) throw error
      warn(code, `Page ${number} could not be ${what}: ${causeOf(error)}.`)
      return null
    }
  }
  const page = await attempt(pdf.getPage(number), 'page_failed', 'read')
  if (page === null) return null
  try {
    const viewport = page.getViewport({ scale: 1 })
    const [width, height] = [roundPoints(viewport.width), roundPoints(viewport.height)]
    const text = await attempt(readPageText(page, library, context.signal), 'text_failed', 'read as text')
    if (text !== null && text.leftOut > 0) warn('text_cut', `Page ${number} has too much text to be read in whole.`)
    const drawing = outputDir === null ? null : drawPage(page, outputDir, context)
    const images = drawing === null ? null : await attempt(drawing, 'image_failed', 'drawn')
    const links = (await attempt(readLinks(pdf, page, library), 'links_failed', 'searched for links')) ?? []
    const isEmpty = text !== null && text.upright.length === 0 && text.turned.length === 0
    if (isEmpty && (await attempt(hasPicture(page, library, context.signal), 'page_damaged', 'read to its end'))) {
      warn(
        'page_without_text',
        `Page ${number} is a picture without text. Reading it takes text recognition (OCR), which Storyglass does not do yet.`,
      )
    }
    const layout = layOut(height, text?.upright ?? [], text?.turned ?? [])
    return { number, width, height, layout, image: images?.image ?? null, thumbnail: images?.thumbnail ?? null, links }
  } finally {
    page.cleanup()
  }
}

/** A full or missing disk is no fault of the page. */
function isFromSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function causeOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/\.$/u, '').slice(0, 300)
}
