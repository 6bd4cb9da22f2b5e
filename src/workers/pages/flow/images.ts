/** Keeps the images of a document beside it or within it, none larger than a reader's machine should have to decode. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DocumentWarning, warningOf } from '../../../shared/document/warning.ts'
import { type NoteCode, note } from '../../../shared/story/note.ts'
import { readImageHead } from './image-size.ts'

/** A browser decodes an image to four bytes a pixel: 200 MB at this size. */
const maxPixels = 50_000_000
const maxImageBytes = 32 * 1024 * 1024
const maxImages = 2000
/** All images of a document together, as files and within its text. */
const maxFileBytes = 256 * 1024 * 1024
const maxDataBytes = 8 * 1024 * 1024

type Refusal = 'kind' | 'size' | 'damaged'

const notesOf = {
  kind: 'documents.imagesOfOtherKinds',
  size: 'documents.imagesTooLarge',
  damaged: 'documents.imagesDamaged',
} as const satisfies Readonly<Record<Refusal, NoteCode>>

export class ImageKeeper {
  readonly #outputDir: string | null
  readonly #sources = new Map<string, string>()
  /** Kept and not yet written. */
  readonly #pending = new Map<string, Buffer>()
  #fileCount = 0
  readonly #refused = new Map<Refusal, number>()
  #bytes = 0

  /** Files go to `images/` in `outputDir`, an absolute path; without one, images become `data:` addresses. */
  constructor(outputDir: string | null) {
    this.#outputDir = outputDir
  }

  /** The `src` to show it by, or null where it is not to be shown; `warnings` then says so. */
  keep(bytes: Buffer): string | null {
    const head = readImageHead(bytes)
    if (head === null) return this.refuse('kind')
    if (head.width === 0 || head.height === 0) return this.refuse('damaged')
    const hash = createHash('sha256').update(bytes).digest('hex')
    const known = this.#sources.get(hash)
    if (known !== undefined) return known
    const room = (this.#outputDir === null ? maxDataBytes : maxFileBytes) - this.#bytes
    if (head.width * head.height > maxPixels || bytes.length > Math.min(maxImageBytes, room)) return this.refuse('size')
    if (this.#sources.size >= maxImages) return this.refuse('size')
    this.#bytes += bytes.length
    const source = this.#place(bytes, head)
    this.#sources.set(hash, source)
    return source
  }

  refuse(why: Refusal): null {
    this.#refused.set(why, (this.#refused.get(why) ?? 0) + 1)
    return null
  }

  /** Whether `src` is one that `keep` gave out. */
  has(src: string): boolean {
    if (this.#outputDir === null) return src.startsWith('data:image/')
    const number = /^images\/(\d{4,6})\.[a-z]+$/u.exec(src)?.[1]
    return number !== undefined && Number(number) >= 1 && Number(number) <= this.#fileCount
  }

  /** Writes what was kept since, so that it is not held in memory. */
  async flush(): Promise<void> {
    if (this.#outputDir === null || this.#pending.size === 0) return
    await mkdir(join(this.#outputDir, 'images'), { recursive: true })
    for (const [name, bytes] of this.#pending) {
      const isBitmap = name.endsWith('.png') && bytes.toString('latin1', 0, 2) === 'BM'
      const written = isBitmap ? await toPng(bytes) : bytes
      if (written === null) this.refuse('damaged')
      else await writeFile(join(this.#outputDir, name), written)
      this.#pending.delete(name)
    }
  }

  warnings(): DocumentWarning[] {
    return [...this.#refused].map(([why, count]) => warningOf(`image_${why}`, null, note(notesOf[why], { count })))
  }

  #place(bytes: Buffer, head: { readonly type: string; readonly extension: string }): string {
    if (this.#outputDir === null) return `data:${head.type};base64,${bytes.toString('base64')}`
    this.#fileCount += 1
    // A window is served the kinds of `documentAssetPattern`; a bitmap becomes one of them when it is written.
    const extension = head.extension === 'bmp' ? 'png' : head.extension
    const name = `images/${String(this.#fileCount).padStart(4, '0')}.${extension}`
    this.#pending.set(name, bytes)
    return name
  }
}

/** The bytes of a `data:` address; null for any other, which is never fetched. */
export function bytesOfDataAddress(src: string): Buffer | null {
  const match = /^data:[\w.+-]+\/[\w.+-]+;base64,/iu.exec(src.slice(0, 200).trimStart())
  return match === null ? null : Buffer.from(src.trimStart().slice(match[0].length), 'base64')
}

/** Null for one that is damaged behind its head. Its size has been looked at before. */
async function toPng(bitmap: Buffer): Promise<Buffer | null> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  try {
    const image = await loadImage(bitmap)
    const canvas = createCanvas(image.width, image.height)
    canvas.getContext('2d').drawImage(image, 0, 0)
    return await canvas.encode('png')
  } catch {
    // What the library says of a damaged image is no more than that it is one.
    return null
  }
}
