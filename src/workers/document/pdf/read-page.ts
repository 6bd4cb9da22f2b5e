/** One page of a PDF: its text with places, links, tables, image, and what went wrong with it. */
import type { DocumentWarning, Page } from '../../../shared/document/document.ts'
import { type DocumentPart, failedPart } from '../../../shared/document/part.ts'
import { CancelledError } from '../../../shared/failure/failure.ts'
import type { WorkContext } from '../../context.ts'
import { vocabularyOf } from '../layout/hyphens.ts'
import { countWords, layOut, toPageText } from '../layout/page-text.ts'
import { deadlineIn, withinTime } from './deadline.ts'
import { roundPoints } from './geometry.ts'
import type { PdfDocument, PdfLibrary, PdfPage } from './library.ts'
import { pageTimeMs, textTimeMs } from './limits.ts'
import { type Operators, readOperators } from './operators.ts'
import { drawPage } from './page-image.ts'
import { type PageFragments, readPageText } from './page-text.ts'
import { hasPicture } from './picture.ts'
import { drawForRecognition, type RecognisePage } from './recognition.ts'
import { readLinks } from './structure.ts'

export interface ReadPageOptions {
  /** Absolute folder with `pages` and `thumbnails` in it; null to draw nothing. */
  readonly outputDir: string | null
  /** What the document itself calls the page; null where that is its number. */
  readonly label: string | null
  /** Reads the text of a page that is a picture; null where nothing on this machine can. */
  readonly recognise: RecognisePage | null
}

/**
 * Never fails for what is in the page: that becomes a warning, and a page that cannot be read at all a part without
 * reading. Throws `CancelledError`, and what concerns the disk.
 */
export async function readPage(
  pdf: PdfDocument,
  library: PdfLibrary,
  number: number,
  options: ReadPageOptions,
  context: WorkContext,
): Promise<DocumentPart> {
  const { signal } = context
  const remaining = deadlineIn(pageTimeMs)
  const warnings: DocumentWarning[] = []
  const warn = (code: string, message: string): void => {
    warnings.push({ code, page: number, message })
  }
  const attempt = async <Result>(work: () => Promise<Result>, code: string, what: string): Promise<Result | null> => {
    try {
      return await work()
    } catch (error) {
      rethrowUnlessOfPage(error, context)
      warn(code, `Page ${number} could not be ${what}: ${causeOf(error)}.`)
      return null
    }
  }
  let page: PdfPage
  try {
    page = await withinTime(remaining(), signal, pdf.getPage(number), () => undefined)
  } catch (error) {
    rethrowUnlessOfPage(error, context)
    return failedPart(number, causeOf(error))
  }
  try {
    const viewport = page.getViewport({ scale: 1 })
    const [width, height] = [roundPoints(viewport.width), roundPoints(viewport.height)]
    const readText = (): Promise<PageFragments> =>
      readPageText(page, library, Math.min(textTimeMs, remaining()), signal)
    let text = await attempt(readText, 'text_failed', 'read as text')
    if (text !== null && text.leftOut > 0) warn('text_cut', `Page ${number} has too much text to be read in whole.`)
    const { outputDir } = options
    const drawn =
      outputDir === null
        ? null
        : await attempt(() => drawPage(page, outputDir, remaining(), signal), 'image_failed', 'drawn')
    const links = await attempt(
      () => withinTime(remaining(), signal, readLinks(pdf, page, library), () => undefined),
      'links_failed',
      'searched for links',
    )
    let operators: Operators | null = drawn?.operators ?? null
    if (operators === null && isEmpty(text)) {
      operators = await attempt(() => readOperators(page, remaining(), signal), 'page_damaged', 'read to its end')
    }
    let ocr = false
    if (isEmpty(text) && operators !== null && hasPicture(operators, library)) {
      const recognised = await recognise(page, options.recognise, attempt, warn, context)
      if (recognised !== null) {
        text = recognised
        ocr = true
      }
    }
    const blocks = layOut(text?.upright ?? [], text?.turned ?? [])
    const vocabulary = vocabularyOf(blocks.flatMap((block) => block.map((line) => line.text)))
    const { blocks: blockLines, lines, ...texts } = toPageText(blocks, vocabulary)
    const read: Page = {
      number,
      label: options.label,
      width,
      height,
      ...texts,
      words: countWords(texts.text),
      image: drawn?.image ?? null,
      thumbnail: drawn?.thumbnail ?? null,
      ocr,
      links: links ?? [],
    }
    return { version: 1, number, reading: { page: read, lines }, blocks: blockLines, tables: [], warnings }
  } finally {
    page.cleanup()
  }
}

/** Null where the words of the picture stay unknown; a warning then says so. */
async function recognise(
  page: PdfPage,
  recognisePage: RecognisePage | null,
  attempt: <Result>(work: () => Promise<Result>, code: string, what: string) => Promise<Result | null>,
  warn: (code: string, message: string) => void,
  context: WorkContext,
): Promise<PageFragments | null> {
  if (recognisePage === null) {
    warn(
      'page_without_text',
      `Page ${page.pageNumber} is a picture without text. Reading it takes text recognition (OCR): install Tesseract and convert the document again.`,
    )
    return null
  }
  const recognised = await attempt(
    () => recognisePage(drawForRecognition(page, context.signal), context),
    'page_without_text',
    'recognised: it is a picture without text',
  )
  return recognised === null ? null : { upright: recognised, turned: [], leftOut: 0 }
}

function isEmpty(text: PageFragments | null): boolean {
  return text !== null && text.upright.length === 0 && text.turned.length === 0
}

const ofDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE'])

/** A cancel, and a full or missing disk, are no fault of the page. */
function rethrowUnlessOfPage(error: unknown, context: WorkContext): void {
  if (context.signal.aborted) throw new CancelledError()
  if (error instanceof Error && 'code' in error && ofDisk.has(String(error.code))) throw error
}

/** In words, without a full stop. */
function causeOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/\.$/u, '').slice(0, 300)
}
