/** A page drawn: WebP at reading size, and a thumbnail of it. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { WorkContext } from '../../context.ts'
import { PageTimeError, withinTime } from './deadline.ts'
import type { PdfPage } from './library.ts'
import { longestPageSide, mostPagePixels, pageTimeMs } from './limits.ts'

/** Pixels a point: 144 dots an inch, sharp on a screen at full width. */
const readingScale = 2
const thumbnailWidth = 220
const imageQuality = 82
const thumbnailQuality = 75
const fewestPixels = 1

type RenderCanvas = NonNullable<Parameters<PdfPage['render']>[0]['canvas']>

export interface PageImages {
  /** Relative to the output folder. */
  readonly image: string
  readonly thumbnail: string
}

/** Both files whole. Throws `PageTimeError` when drawing takes too long. */
export async function drawPage(page: PdfPage, outputDir: string, context: WorkContext): Promise<PageImages> {
  const canvas = await render(page, context)
  const name = `${String(page.pageNumber).padStart(4, '0')}.webp`
  const images = { image: `pages/${name}`, thumbnail: `thumbnails/${name}` }
  await writeFile(path.join(outputDir, 'pages', name), await canvas.encode('webp', imageQuality))
  await writeFile(path.join(outputDir, 'thumbnails', name), await thumbnail(canvas).encode('webp', thumbnailQuality))
  return images
}

/** Points to pixels; less than reading size for a page too large for it. */
export function scaleFor(width: number, height: number): number {
  return Math.min(
    readingScale,
    Math.sqrt(mostPagePixels / Math.max(1, width * height)),
    longestPageSide / Math.max(1, width, height),
  )
}

async function render(page: PdfPage, context: WorkContext): Promise<Canvas> {
  const size = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: scaleFor(size.width, size.height) })
  const pixels = (length: number): number => Math.max(fewestPixels, Math.floor(length))
  const canvas = createCanvas(pixels(viewport.width), pixels(viewport.height))
  // The library's types know only the canvas of a browser; this one has the same methods.
  const task = page.render({ canvas: canvas as unknown as RenderCanvas, viewport, background: 'white' })
  const startedAt = performance.now()
  task.onContinue = (resume: () => void) => {
    // Drawing goes on in microtasks, in which neither a timer nor a cancel is ever heard.
    setImmediate(() => {
      if (performance.now() - startedAt > pageTimeMs) task.cancel()
      else resume()
    })
  }
  try {
    await withinTime(pageTimeMs, context.signal, task.promise, () => task.cancel())
  } catch (error) {
    if (error instanceof Error && error.name === 'RenderingCancelledException') throw new PageTimeError(pageTimeMs)
    throw error
  }
  return canvas
}

function thumbnail(page: Canvas): Canvas {
  const scale = Math.min(1, thumbnailWidth / page.width)
  const small = createCanvas(
    Math.max(fewestPixels, Math.round(page.width * scale)),
    Math.max(fewestPixels, Math.round(page.height * scale)),
  )
  const drawing = small.getContext('2d')
  drawing.imageSmoothingEnabled = true
  drawing.imageSmoothingQuality = 'high'
  drawing.drawImage(page, 0, 0, small.width, small.height)
  return small
}
