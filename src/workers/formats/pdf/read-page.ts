/** One page of a PDF: its text with places, links, tables, image, and what went wrong with it. */
import type { Page } from '../../../shared/document/document.ts'
import { type DocumentPart, failedPart } from '../../../shared/document/part.ts'
import { note } from '../../../shared/story/note.ts'
import { vocabularyOf } from '../../pages/layout/hyphens.ts'
import { countWords, layOut, toPageText } from '../../pages/layout/page-text.ts'
import type { RecognisePage } from '../../pages/ocr/recognition.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { inflationsCut } from './bounded-inflate.ts'
import { deadlineIn, PageTimeError, withinTime } from './deadline.ts'
import { drawForRecognition } from './draw-for-recognition.ts'
import { PageWorkError } from './drawing-work.ts'
import { roundPoints } from './geometry.ts'
import type { PdfDocument, PdfLibrary, PdfPage } from './library.ts'
import { pageTimeMs, textTimeMs } from './limits.ts'
import { readOperators } from './operators.ts'
import { causeOf, PageAttempt } from './page-attempt.ts'
import { drawPage } from './page-image.ts'
import { tablesOfPage } from './page-tables.ts'
import { type PageFragments, readPageText } from './page-text.ts'
import { hasPicture } from './picture.ts'
import { readLinks } from './structure.ts'

export interface ReadPageOptions {
  /** Absolute folder with `pages` and `thumbnails` in it; null to draw nothing. */
  readonly outputDir: string | null
  /** What the document itself calls the page; null where that is its number. */
  readonly label: string | null
  /** Reads the text of a page that is a picture; null where nothing on this machine can. */
  readonly recognise: RecognisePage | null
  /** Called between long steps: the page is still being read. */
  readonly onStep: () => void
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
  const attempt = new PageAttempt(number, pageTimeMs, context)
  let page: PdfPage
  try {
    page = await withinTime(attempt.deadline, context.signal, pdf.getPage(number), () => undefined)
  } catch (error) {
    attempt.rethrow(error)
    return failedPart(number, causeOf(error))
  }
  const cutBefore = inflationsCut()
  try {
    const part = await readOpenPage(pdf, page, library, options, attempt)
    if (inflationsCut() > cutBefore) {
      attempt.warn('page_cut', note('documents.pageCut', { page: number }))
    }
    return part
  } finally {
    page.cleanup()
  }
}

async function readOpenPage(
  pdf: PdfDocument,
  page: PdfPage,
  library: PdfLibrary,
  { outputDir, label, recognise, onStep }: ReadPageOptions,
  attempt: PageAttempt,
): Promise<DocumentPart> {
  const { number, warnings, deadline } = attempt
  const { signal } = attempt.context
  const viewport = page.getViewport({ scale: 1 })
  const [width, height] = [roundPoints(viewport.width), roundPoints(viewport.height)]
  const written = await attempt.part('text_failed', 'documents.textFailed', () =>
    readPageText(page, library, deadlineIn(textTimeMs, deadline), signal),
  )
  if (written !== null && written.leftOut > 0) {
    attempt.warn('text_cut', note('documents.textCut', { page: number }))
  }
  onStep()
  // What is too much to draw is not evaluated again for the tables that may be in it.
  let isTooMuch = false
  const drawn =
    outputDir === null
      ? null
      : await attempt.part('image_failed', 'documents.imageFailed', () =>
          drawPage(page, outputDir, deadline, signal, onStep).catch((error: unknown) => {
            isTooMuch = error instanceof PageWorkError || error instanceof PageTimeError
            throw error
          }),
        )
  onStep()
  const links = await attempt.part('links_failed', 'documents.linksFailed', () =>
    withinTime(deadline, signal, readLinks(pdf, page, library), () => undefined),
  )
  const operators =
    drawn?.operators ??
    (isTooMuch
      ? null
      : await attempt.part('page_damaged', 'documents.pageDamaged', () => readOperators(page, deadline, signal)))
  const recognised =
    isEmpty(written) && operators !== null && hasPicture(operators, library)
      ? await recognisePicture(page, recognise, attempt, onStep)
      : null
  const text = recognised ?? written ?? { upright: [], turned: [], leftOut: 0 }
  onStep()
  const tables = await attempt.part('tables_failed', 'documents.tablesFailed', () =>
    tablesOfPage(page, library, text, operators),
  )
  const laidOut = layOut(text.upright, text.turned)
  const vocabulary = vocabularyOf(laidOut.flatMap((block) => block.map((line) => line.text)))
  const { blocks, lines, ...texts } = toPageText(laidOut, vocabulary)
  const read: Page = {
    number,
    label,
    width,
    height,
    ...texts,
    words: countWords(texts.text),
    image: drawn?.image ?? null,
    thumbnail: drawn?.thumbnail ?? null,
    ocr: recognised !== null,
    links: links ?? [],
  }
  return { version: 1, number, reading: { page: read, lines }, blocks, tables: tables ?? [], warnings }
}

/** Null where the words of the picture stay unknown; a warning then says so. */
async function recognisePicture(
  page: PdfPage,
  recognise: RecognisePage | null,
  attempt: PageAttempt,
  onStep: () => void,
): Promise<PageFragments | null> {
  if (recognise === null) {
    attempt.warn('page_without_text', note('documents.pictureUnread', { page: attempt.number }))
    return null
  }
  const { context } = attempt
  onStep()
  const recognised = await attempt.part('page_without_text', 'documents.pictureFailed', () =>
    recognise(drawForRecognition(page, context.signal, onStep), context),
  )
  return recognised === null ? null : { upright: recognised, turned: [], leftOut: 0 }
}

function isEmpty(text: PageFragments | null): boolean {
  return text !== null && text.upright.length === 0 && text.turned.length === 0
}
