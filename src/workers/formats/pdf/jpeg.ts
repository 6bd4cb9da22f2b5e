/**
 * JPEG images within a PDF, decoded by the canvas's own decoder: pdf.js's, in JavaScript, takes a second for a scan. Given
 * to pdf.js as the `ImageDecoder` of browsers, which Node lacks. What this refuses pdf.js decodes itself.
 */
import { Image } from '@napi-rs/canvas'
import { mostImagePixels } from './limits.ts'

/**
 * Stands for a decoded image in a message of pdf.js: plain, so that it can be copied, which an image cannot; see
 * `thread-port.ts`.
 */
export interface ImageStandIn {
  readonly imageStandIn: number
  readonly displayWidth: number
  readonly displayHeight: number
}

const waiting = new Map<number, Image>()
let lastStandIn = 0

export function isStandIn(value: unknown): value is ImageStandIn {
  return typeof value === 'object' && value !== null && 'imageStandIn' in value
}

/** The image, once: as with what is transferred, it is gone afterwards. `close` lets its pixels go. */
export function claimImage({ imageStandIn }: ImageStandIn): (Image & { close(): void }) | null {
  const image = waiting.get(imageStandIn)
  if (image === undefined) return null
  waiting.delete(imageStandIn)
  return Object.assign(image, { close: () => undefined })
}

/** Of `ImageDecoder`, what pdf.js uses. */
export class JpegDecoder {
  readonly #data: Uint8Array

  constructor({ data }: { readonly data: Uint8Array }) {
    this.#data = data
  }

  static async isTypeSupported(type: string): Promise<boolean> {
    return type === 'image/jpeg'
  }

  /** Throws when it is no JPEG, damaged, or larger than a page's image may be. */
  async decode(): Promise<{ readonly image: ImageStandIn }> {
    const size = jpegSize(this.#data)
    if (size === null || size.width * size.height > mostImagePixels) throw new Error('The image is not decoded here')
    const image = new Image()
    const loaded = new Promise<void>((resolve, reject) => {
      image.onload = resolve
      image.onerror = () => reject(new Error('The image is damaged'))
    })
    // The image keeps the bytes it is given; those of pdf.js are the whole file's.
    image.src = Buffer.from(this.#data)
    await loaded
    await image.decode()
    lastStandIn += 1
    waiting.set(lastStandIn, image)
    return { image: { imageStandIn: lastStandIn, displayWidth: image.width, displayHeight: image.height } }
  }

  close(): void {
    // Nothing is held but the bytes of the file.
  }
}

/** Images decoded but never asked for, of a page given up: to be called when a document is let go. */
export function forgetImages(): void {
  waiting.clear()
}

/** Pixels, from the frame's header (ITU T.81, B.2.2); null where there is none, or one of no plain JPEG. */
export function jpegSize(data: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (data[0] !== 0xff || data[1] !== 0xd8) return null
  let offset = 2
  while (offset + 8 < data.length) {
    if (data[offset] !== 0xff) return null
    const marker = data[offset + 1] ?? 0
    if (marker === 0xff) {
      offset += 1
      continue
    }
    const word = (at: number): number => ((data[offset + at] ?? 0) << 8) | (data[offset + at + 1] ?? 0)
    // Baseline, extended and progressive frames.
    if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) {
      const [height, width] = [word(5), word(7)]
      return width > 0 && height > 0 ? { width, height } : null
    }
    if (marker === 0xda || marker === 0xd9) return null
    offset += 2 + word(2)
  }
  return null
}
