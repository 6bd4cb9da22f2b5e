/** A page drawn: WebP at reading size, and a thumbnail of it. */
import path from 'node:path'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { writeFileWhole } from '../../../disk/durable.ts'
import { pageFileStem } from '../../../shared/document/part.ts'
import { type Deadline, PageTimeError, withinTime } from './deadline.ts'
import { DrawingWork } from './drawing-work.ts'
import { loadPdfLibrary, type PdfPage } from './library.ts'
import { longestPageSide, mostPagePixels } from './limits.ts'
import type { Operators } from './operators.ts'
import { encodeWebp } from './webp.ts'

/** Pixels a point: 144 dots an inch, sharp on a screen at full width. */
const readingScale = 2
const thumbnailWidth = 220
const imageQuality = 82
const thumbnailQuality = 75
const fewestPixels = 1
/** While a page is drawn, that it still is. */
const tellEveryMs = 500

type RenderCanvas = NonNullable<Parameters<PdfPage['render']>[0]['canvas']>

export interface DrawnPage {
  /** Relative to the output folder. */
  readonly image: string
  readonly thumbnail: string
  /** What was drawn; good until the page is cleaned up. Null for a page on which nothing is. */
  readonly operators: Operators | null
}

/** Both files whole. `onStep` hears now and then that it goes on. Throws `PageTimeError` when drawing takes too long, `PageWorkError` when it would. */
export async function drawPage(
  page: PdfPage,
  outputDir: string,
  deadline: Deadline,
  signal: AbortSignal,
  onStep: () => void = () => undefined,
): Promise<DrawnPage> {
  const { canvas, operators } = await renderPage(page, readingScale, deadline, signal, onStep)
  const name = `${pageFileStem(page.pageNumber)}.webp`
  const [image, small] = [`pages/${name}`, `thumbnails/${name}`]
  const thumbnail = scaledDown(canvas)
  await writeFileWhole(path.join(outputDir, image), await encodeWebp(canvas, imageQuality))
  release(canvas)
  await writeFileWhole(path.join(outputDir, small), await encodeWebp(thumbnail, thumbnailQuality))
  release(thumbnail)
  return { image, thumbnail: small, operators }
}

/** Pixels a point: less than wanted for a page too large for it. */
export function scaleFor(width: number, height: number, wanted = readingScale): number {
  return Math.min(
    wanted,
    Math.sqrt(mostPagePixels / Math.max(1, width * height)),
    longestPageSide / Math.max(1, width, height),
  )
}

export interface RenderedPage {
  readonly canvas: Canvas
  /** Pixels a point. */
  readonly scale: number
  readonly operators: Operators | null
}

export async function renderPage(
  page: PdfPage,
  wantedScale: number,
  deadline: Deadline,
  signal: AbortSignal,
  onStep: () => void = () => undefined,
): Promise<RenderedPage> {
  const size = page.getViewport({ scale: 1 })
  const scale = scaleFor(size.width, size.height, wantedScale)
  const viewport = page.getViewport({ scale })
  const pixels = (length: number): number => Math.max(fewestPixels, Math.floor(length))
  const canvas = createCanvas(pixels(viewport.width), pixels(viewport.height))
  const work = new DrawingWork(canvas.getContext('2d'), await loadPdfLibrary())
  let operators: Operators | null = null
  const task = page.render({
    // The library's types know only the canvas of a browser; this one has the same methods.
    canvas: canvas as unknown as RenderCanvas,
    viewport,
    background: 'white',
    // Nothing is left out: this is where the list that is drawn can be had without evaluating the page again.
    operationsFilter: (index, list: Operators) => {
      operators = list
      work.add(list.fnArray[index], list.argsArray[index])
      return true
    },
  })
  let toldAtMs = performance.now()
  task.onContinue = (resume: () => void) => {
    if (performance.now() - toldAtMs >= tellEveryMs) {
      toldAtMs = performance.now()
      onStep()
    }
    // Drawing goes on in microtasks, in which neither a timer nor a cancel is ever heard.
    setImmediate(() => {
      if (deadline.left() <= 0) task.cancel()
      else resume()
    })
  }
  try {
    await withinTime(deadline, signal, task.promise, () => task.cancel())
  } catch (error) {
    if (error instanceof Error && error.name === 'RenderingCancelledException') throw new PageTimeError()
    throw error
  }
  return { canvas, scale, operators }
}

/** Gives its pixels back at once: they lie outside the heap, and nothing hurries the collector to find them. */
function release(canvas: Canvas): void {
  canvas.width = 0
  canvas.height = 0
}

function scaledDown(page: Canvas): Canvas {
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
