/** From a PDF's coordinates to those of the page as it is seen. */
import type { Box } from '../../../shared/document/document.ts'
import type { PdfLibrary, PdfPage } from './library.ts'

/** `rectangle`: two opposite corners in the PDF's own coordinates, origin bottom left. */
export function boxOnPage(
  rectangle: readonly number[],
  viewport: ReturnType<PdfPage['getViewport']>,
  library: PdfLibrary,
): Box {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rectangle
  const corner = (x: number, y: number): [number, number] => {
    const [, , , , left = 0, top = 0] = library.Util.transform(viewport.transform, [1, 0, 0, 1, x, y]) as number[]
    return [roundPoints(left), roundPoints(top)]
  }
  const [first, second] = [corner(x1, y1), corner(x2, y2)]
  return [
    Math.min(first[0], second[0]),
    Math.min(first[1], second[1]),
    Math.max(first[0], second[0]),
    Math.max(first[1], second[1]),
  ]
}

/** Points to a thousandth: finer is noise of the arithmetic. What is no number at all, in a damaged file, becomes 0. */
export function roundPoints(points: number): number {
  return Number.isFinite(points) ? Math.round(points * 1_000) / 1_000 : 0
}
