/** How much there is to draw on a page, known before it is drawn: the canvas only takes note, and draws all at the end. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { PdfLibrary } from './library.ts'
import { mostDrawnPixels } from './limits.ts'

/** More is drawn on the page than it may have. */
export class PageWorkError extends Error {
  constructor() {
    super('There is too much drawn on it')
    this.name = 'PageWorkError'
  }
}

/** Pixels are filled this many times as fast as the edges of a shape are followed. */
const fillSpeed = 100

export class DrawingWork {
  readonly #context: SKRSContext2D
  readonly #constructPath: number
  #pixels = 0

  constructor(context: SKRSContext2D, { OPS }: PdfLibrary) {
    this.#context = context
    this.#constructPath = OPS.constructPath
  }

  /**
   * Called before each operation, with the arguments pdf.js has for it. Throws `PageWorkError` for the path that is too
   * much: the edges of its box, in pixels of the canvas, stand for its own.
   */
  add(operator: number | undefined, args: unknown): void {
    if (operator !== this.#constructPath) return
    const [, , box] = args as [number, unknown, ArrayLike<number> | null]
    const [left = 0, top = 0, right = 0, bottom = 0] = Array.from(box ?? [])
    const { a, b, c, d } = this.#context.getTransform()
    const { width: widest, height: highest } = this.#context.canvas
    const [across, down] = [Math.abs(right - left), Math.abs(bottom - top)]
    const width = Math.min(widest, Math.abs(a) * across + Math.abs(c) * down)
    const height = Math.min(highest, Math.abs(b) * across + Math.abs(d) * down)
    const pixels = width + height + (width * height) / fillSpeed
    if (Number.isFinite(pixels)) this.#pixels += pixels
    if (this.#pixels > mostDrawnPixels) throw new PageWorkError()
  }
}
