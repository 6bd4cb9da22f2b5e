/** A Word document as markup, by mammoth, which reads the parts through our own archive and so under its limits. */
import mammoth from 'mammoth'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Archive } from '../../files/archive.ts'
import type { ImageKeeper } from '../../pages/flow/images.ts'

/** Of one part that becomes a tree in memory: 14 MB took 860 MB, and 512 are what a document may take. */
export const maxTreeBytes = 4 * 1024 * 1024
const maxPartBytes = 48 * 1024 * 1024

const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='caption'] => p.caption:fresh",
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
  /** Not yet made safe: a document can put any address into a link. */
  readonly html: string
  /** Elements of the format it passes over, without their prefix. */
  readonly ignored: readonly string[]
}

/** Reads a document whose main part is given in parts; everything else it looks up in the archive, once for each part. */
export class MammothReader {
  readonly #archive: Archive
  readonly #mainPart: string
  readonly #images: ImageKeeper
  /** Texts of the parts beside the main one, which each part of it needs again. */
  readonly #texts = new Map<string, string>()

  constructor(archive: Archive, mainPart: string, images: ImageKeeper) {
    this.#archive = archive
    this.#mainPart = mainPart
    this.#images = images
  }

  /**
   * `xml` is a main part, or one of `bodyParts`, below `maxTreeBytes`. Cannot be interrupted: takes about a second for a
   * million characters. Throws what mammoth throws for markup it cannot read.
   */
  async read(xml: string): Promise<MammothReading> {
    const file = {
      exists: (name: string) => this.#archive.has(name),
      read: (name: string, encoding?: string) => this.#part(name, encoding, xml),
    }
    // Mammoth takes an opened archive (lib/unzip.js), which its types leave out.
    const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0]
    const { value, messages } = await mammoth.convertToHtml(input, {
      styleMap,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async (image) => ({ src: (await keepImage(image, this.#images)) ?? '' })),
    })
    const ignored = new Set<string>()
    for (const { message } of messages) {
      const name = /^An unrecognised element was ignored: (?:\{[^}]*\}|\w+:)?([\w-]+)$/u.exec(message)?.[1]
      if (name !== undefined) ignored.add(name)
    }
    return { html: value, ignored: [...ignored] }
  }

  async #part(name: string, encoding: string | undefined, xml: string): Promise<string | Uint8Array> {
    if (encoding === undefined) return this.#archive.read(name, maxPartBytes)
    if (encoding === 'base64') return (await this.#archive.read(name, maxPartBytes)).toString('base64')
    if (keyOf(name) === keyOf(this.#mainPart)) return xml
    const known = this.#texts.get(keyOf(name)) ?? (await this.#archive.read(name, maxTreeBytes)).toString('utf8')
    this.#texts.set(keyOf(name), known)
    return onlyReferredTo(name, known, xml)
  }
}

const noteParts: readonly (readonly [part: RegExp, element: string, reference: string])[] = [
  [/footnotes\d*\.xml$/iu, 'footnote', 'footnoteReference'],
  [/endnotes\d*\.xml$/iu, 'endnote', 'endnoteReference'],
  [/comments\d*\.xml$/iu, 'comment', 'commentReference'],
]
/** Below this, reading them all again takes less time than picking them out. */
const pickedFromCharacters = 64 * 1024

/** Of a long part of notes, those that `xml` refers to. */
function onlyReferredTo(name: string, text: string, xml: string): string {
  const [, element, reference] = noteParts.find(([part]) => part.test(name)) ?? []
  if (element === undefined || reference === undefined || text.length < pickedFromCharacters) return text
  const ids = new Set<string>()
  for (const [tag] of xml.matchAll(new RegExp(`<(?:\\w+:)?${reference}\\b[^<>]*>`, 'gu'))) {
    const id = idIn(tag)
    if (id !== null) ids.add(id)
  }
  const whole = new RegExp(`<((?:\\w+:)?)${element}\\b[^<>]*>[\\s\\S]*?</\\1${element}>`, 'gu')
  return text.replace(whole, (note) => (ids.has(idIn(note.slice(0, note.indexOf('>') + 1)) ?? '') ? note : ''))
}

function idIn(tag: string): string | null {
  return /\b(?:\w+:)?id\s*=\s*["']([^"']*)["']/u.exec(tag)?.[1] ?? null
}

/** An image that is missing or damaged costs only itself. */
async function keepImage(image: { readAsBuffer(): Promise<Buffer> }, images: ImageKeeper): Promise<string | null> {
  try {
    const kept = images.keep(Buffer.from(await image.readAsBuffer()))
    await images.flush()
    return kept
  } catch (error) {
    if (error instanceof StoryglassError && error.reason === 'hostile_content') return images.refuse('size')
    if (error instanceof Error && 'syscall' in error) throw error
    return images.refuse('damaged')
  }
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase()
}
