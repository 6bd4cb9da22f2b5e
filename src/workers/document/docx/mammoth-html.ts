/** A Word document as markup, by mammoth, which reads the parts through our own archive and so under its limits. */
import mammoth from 'mammoth'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Archive } from '../../convert/xlsx/archive.ts'
import type { ImageKeeper } from '../flow/images.ts'
import { markPageBreaks } from './page-breaks.ts'

/** Of one part that becomes a tree in memory: 14 MB took 860 MB, and 512 are what a document may take. */
export const maxTreeBytes = 4 * 1024 * 1024
const maxPartBytes = 48 * 1024 * 1024

const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "br[type='page'] => hr.page-break:fresh",
  'comment-reference => sup',
  'u => u',
]

export interface MammothReading {
  /** Not yet sanitised: a document can put any address into a link. */
  readonly html: string
  /** Elements of the format it passes over, without their prefix. */
  readonly ignored: readonly string[]
}

/** `mainPart` is the part with the text, below `maxTreeBytes`. Throws what mammoth throws for markup it cannot read. */
export async function readWithMammoth(
  archive: Archive,
  mainPart: string,
  images: ImageKeeper,
): Promise<MammothReading> {
  const file = {
    exists: (name: string) => archive.has(name),
    read: async (name: string, encoding?: string): Promise<string | Uint8Array> => {
      const isText = encoding !== undefined && encoding !== 'base64'
      const bytes = await archive.read(name, isText ? maxTreeBytes : maxPartBytes)
      if (encoding === 'base64') return bytes.toString('base64')
      if (!isText) return bytes
      const text = bytes.toString('utf8')
      return sameName(name, mainPart) ? markPageBreaks(text) : text
    },
  }
  // Mammoth takes an opened archive (lib/unzip.js), which its types leave out.
  const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0]
  const { value, messages } = await mammoth.convertToHtml(input, {
    styleMap,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async (image) => ({ src: (await keepImage(image, images)) ?? '' })),
  })
  const ignored = new Set<string>()
  for (const { message } of messages) {
    const name = /^An unrecognised element was ignored: (?:\{[^}]*\}|\w+:)?([\w-]+)$/u.exec(message)?.[1]
    if (name !== undefined) ignored.add(name)
  }
  return { html: value, ignored: [...ignored] }
}

/** An image that is missing or damaged costs only itself. */
async function keepImage(image: { readAsBuffer(): Promise<Buffer> }, images: ImageKeeper): Promise<string | null> {
  try {
    return images.keep(Buffer.from(await image.readAsBuffer()))
  } catch (error) {
    if (error instanceof StoryglassError && error.reason === 'hostile_content') return images.refuse('size')
    return images.refuse('damaged')
  }
}

function sameName(one: string, other: string): boolean {
  const key = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase()
  return key(one) === key(other)
}
