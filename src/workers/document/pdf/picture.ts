/** Tells a page that is a picture, a scan most often, from one that is blank. */
import { withinTime } from './deadline.ts'
import type { PdfLibrary, PdfPage } from './library.ts'
import { pageTimeMs } from './limits.ts'

export async function hasPicture(page: PdfPage, library: PdfLibrary, signal: AbortSignal): Promise<boolean> {
  const { OPS } = library
  const pictures: ReadonlySet<number> = new Set([
    OPS.paintImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
    OPS.paintInlineImageXObjectGroup,
  ])
  const operators = await withinTime(pageTimeMs, signal, page.getOperatorList(), () => undefined)
  return operators.fnArray.some((operator) => pictures.has(operator))
}
