/** A page of a PDF drawn for a recogniser of text, when it asks for it. */
import type { PageForRecognition } from '../../pages/ocr/recognition.ts'
import { deadlineIn } from './deadline.ts'
import type { PdfPage } from './library.ts'
import { recognitionTimeMs } from './limits.ts'
import { renderPage } from './page-image.ts'

export function drawForRecognition(page: PdfPage, signal: AbortSignal, onDrawn: () => void): PageForRecognition {
  const { width, height } = page.getViewport({ scale: 1 })
  return {
    number: page.pageNumber,
    width,
    height,
    draw: async (pixelsPerPoint) => {
      const { canvas, scale } = await renderPage(page, pixelsPerPoint, deadlineIn(recognitionTimeMs), signal)
      const png = await canvas.encode('png')
      onDrawn()
      return { png, pixelsPerPoint: scale }
    },
  }
}
