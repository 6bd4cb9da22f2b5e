/**
 * What can be read of a document while it is converted and ever after: its facts, a part a page until it is put
 * together, the lines and images of its pages. Each file is whole or absent.
 */
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { removeTemporaryFiles, syncTree, writeFileDurably } from '../../../disk/durable.ts'
import { explainFileError } from '../../../disk/file-errors.ts'
import { type OpenedDocument, openedDocumentSchema } from '../../../shared/document/document.ts'
import { type DocumentPart, documentPartSchema, linesFile, partFile } from '../../../shared/document/part.ts'
import { type TextLine, textLineSchema } from '../../../shared/document/reading.ts'

const openedFile = 'opened.json'
/** Of no more use once the document is in the library. */
export const partsFolder = 'parts'

/** Parts of another version of the engine are of no use to this one: pages would be put together from two readings. */
const openedFileSchema = z.object({
  version: z.literal(1),
  engineVersion: z.string(),
  opened: openedDocumentSchema,
})

export class ReadingFolder {
  /** Absolute. */
  readonly path: string
  readonly #engineVersion: string

  constructor(folder: string, engineVersion: string) {
    this.path = folder
    this.#engineVersion = engineVersion
  }

  /** What the document says of itself; null when it has not been opened, or not by this version. */
  async opened(): Promise<OpenedDocument | null> {
    const parsed = openedFileSchema.safeParse(await this.#json(openedFile))
    return parsed.success && parsed.data.engineVersion === this.#engineVersion ? parsed.data.opened : null
  }

  /** The same for those who only look, whichever version it was. */
  async facts(): Promise<OpenedDocument | null> {
    const parsed = openedFileSchema.safeParse(await this.#json(openedFile))
    return parsed.success ? parsed.data.opened : null
  }

  async saveOpened(opened: OpenedDocument): Promise<void> {
    const content = { version: 1, engineVersion: this.#engineVersion, opened } satisfies z.infer<
      typeof openedFileSchema
    >
    await writeFileDurably(path.join(this.path, openedFile), JSON.stringify(content))
  }

  /** Begins anew: an empty folder. */
  async clear(): Promise<void> {
    try {
      await rm(this.path, { recursive: true, force: true })
      await mkdir(this.path, { recursive: true, mode: 0o700 })
    } catch (error) {
      throw explainFileError(error, 'writing')
    }
  }

  /** Numbers of the pages whose parts are there. */
  async pagesDone(): Promise<Set<number>> {
    const names = await readdir(path.join(this.path, partsFolder)).catch(absent)
    const numbers = (names ?? []).flatMap((name) => /^(\d{4,})\.json$/u.exec(name)?.[1] ?? [])
    return new Set(numbers.map(Number))
  }

  /**
   * The same after a run that died, before the next one begins: what it left half written is removed, and so are parts
   * that a power cut left empty or cut short, which are not counted.
   */
  async wholePages(): Promise<Set<number>> {
    await removeTemporaryFiles(this.path)
    const done = await this.pagesDone()
    for (const number of done) {
      const file = path.join(this.path, partFile(number))
      if (await endsAsJson(file)) continue
      await rm(file, { force: true })
      done.delete(number)
    }
    return done
  }

  /** How many pages are read without a gap from the first: the next one is where a run goes on. */
  async pagesInRow(): Promise<number> {
    const done = await this.pagesDone()
    let pages = 0
    while (done.has(pages + 1)) pages += 1
    return pages
  }

  async hasPart(number: number): Promise<boolean> {
    return (await stat(path.join(this.path, partFile(number))).catch(absent))?.isFile() ?? false
  }

  /** Null when it is not there yet. */
  async part(number: number): Promise<DocumentPart | null> {
    const parsed = documentPartSchema.safeParse(await this.#json(partFile(number)))
    return parsed.success ? parsed.data : null
  }

  async writePart(part: DocumentPart): Promise<void> {
    await mkdir(path.join(this.path, partsFolder), { recursive: true })
    await writeFileDurably(path.join(this.path, partFile(part.number)), JSON.stringify(part))
  }

  /** Lines of a page of the document put together; none where it has none. */
  async lines(number: number): Promise<TextLine[]> {
    const parsed = z.array(textLineSchema).safeParse(await this.#json(linesFile(number)))
    return parsed.success ? parsed.data : []
  }

  /** All that is in it, on the disk for good. */
  async sync(): Promise<void> {
    try {
      await syncTree(this.path)
    } catch (error) {
      throw explainFileError(error, 'writing')
    }
  }

  async #json(name: string): Promise<unknown> {
    const text = await readFile(path.join(this.path, name), 'utf8').catch(absent)
    if (text === null) return null
    try {
      return JSON.parse(text)
    } catch {
      // Cut short by a power cut: as good as absent.
      return null
    }
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw explainFileError(error, 'reading')
}

/** Whether the file's last character is a closing brace: cheap, and what a file cut short or of zeros does not have. */
async function endsAsJson(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, Math.max(0, size - 2))
    return buffer.toString('latin1', 0, bytesRead).trimEnd().endsWith('}')
  } finally {
    await handle.close()
  }
}
