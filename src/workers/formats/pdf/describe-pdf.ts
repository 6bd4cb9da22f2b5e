/** What a PDF says of itself before its pages are read: facts, outline, labels, and the size of every page. */
import type { OpenedDocument } from '../../../shared/document/document.ts'
import { type DocumentWarning, warningOf } from '../../../shared/document/warning.ts'
import { CancelledError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Deadline, deadlineIn, withinTime } from './deadline.ts'
import { roundPoints } from './geometry.ts'
import type { PdfDocument, PdfLibrary } from './library.ts'
import { factsTimeMs, mostPages, sizesTimeMs } from './limits.ts'
import { readFacts, readLabels, readOutline } from './structure.ts'

/** Asked for at once: one after another costs a turn of the event loop each. */
const pagesAtOnce = 64
/** Of a page whose size is not known: A4. */
const usualSize = { width: 595.276, height: 841.89 }

type Part = 'metadata' | 'outline' | 'labels'

/** What is damaged of it is left out, with a warning. Throws `CancelledError`. */
export async function describePdf(
  pdf: PdfDocument,
  library: PdfLibrary,
  context: WorkContext,
): Promise<OpenedDocument> {
  const warnings: DocumentWarning[] = []
  const whole = async <Result>(part: Part, work: Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await withinTime(deadlineIn(factsTimeMs), context.signal, work, () => undefined)
    } catch (error) {
      if (context.signal.aborted) throw new CancelledError()
      const cause = error instanceof Error ? error.message : String(error)
      const noted = note(`documents.${part}Damaged`, { cause: cause.replace(/\.$/u, '').slice(0, 300) })
      warnings.push(warningOf('part_damaged', null, noted))
      return otherwise
    }
  }
  const facts = await whole('metadata', readFacts(pdf, library), { title: null, language: null, metadata: {} })
  const outline = await whole('outline', readOutline(pdf), [])
  const labels = await whole('labels', readLabels(pdf), null)
  const total = Math.min(pdf.numPages, mostPages)
  if (pdf.numPages > total) {
    const noted = note('documents.tooManyPages', { pages: pdf.numPages, read: total })
    warnings.push(warningOf('too_many_pages', null, noted))
  }
  const sizes = await readSizes(pdf, total, context)
  const pages = sizes.map((size, index) => {
    const label = labels?.[index] ?? null
    return { number: index + 1, label: label === String(index + 1) ? null : label, ...size }
  })
  return { kind: 'pdf', ...facts, outline, pageCount: pdf.numPages, pages, warnings }
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Those that cannot be had in time, or at all, are taken to be as the page before: reading the page will tell. */
async function readSizes(pdf: PdfDocument, total: number, context: WorkContext): Promise<Size[]> {
  const sizes: Size[] = []
  let known: Size = usualSize
  const deadline = deadlineIn(sizesTimeMs)
  while (sizes.length < total && deadline.left() > 0) {
    const numbers = Array.from({ length: Math.min(pagesAtOnce, total - sizes.length) }, (_, i) => sizes.length + i + 1)
    const found = await Promise.all(numbers.map((number) => readSize(pdf, number, deadline, context.signal)))
    for (const size of found) {
      known = size ?? known
      sizes.push(known)
    }
    await context.yieldToEventLoop()
  }
  while (sizes.length < total) sizes.push(known)
  return sizes
}

async function readSize(
  pdf: PdfDocument,
  number: number,
  deadline: Deadline,
  signal: AbortSignal,
): Promise<Size | null> {
  try {
    const page = await withinTime(deadline, signal, pdf.getPage(number), () => undefined)
    const { width, height } = page.getViewport({ scale: 1 })
    return { width: roundPoints(width), height: roundPoints(height) }
  } catch {
    // The page says what is wrong with it when it is read.
    return null
  }
}
