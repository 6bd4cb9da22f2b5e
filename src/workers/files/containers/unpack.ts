/**
 * Takes packed files apart, layer by layer: compressed files (`.gz`, `.zst`, `.bz2`), archives (`.zip`, `.tar`), and both
 * in one (`.tar.gz`, a `.csv.gz` within a `.zip`). What is inside is written to a folder under names made here, so that a
 * name in an archive never says where something is written.
 */
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { nameInside } from '../../../shared/file-formats/containers.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { type Archive, withArchive } from '../archive.ts'
import { contentOfOleContainer, isOleContainer } from '../ole-container.ts'
import { readHead } from '../read-text-file.ts'
import { type Compression, decompressed, peek } from './decompress.ts'
import { cleanEntryName, fileNameOf, isLeftover, isNamed } from './entry-name.ts'
import { asArchiveDamage } from './failures.ts'
import {
  freeUnpackedBytes,
  maxArchiveEntries,
  maxArchiveFiles,
  maxLayers,
  maxUnpackedBytes,
  maxUnpackRatio,
} from './limits.ts'
import { withDecipheredPackage } from './office-encryption.ts'
import { containerOf, markBytes } from './recognise.ts'
import { tarEntries } from './tar.ts'

export interface UnpackedFile {
  readonly path: string
  /** What the file is called, without folders. */
  readonly name: string
  /** Its name with its folders, as the archive has it. */
  readonly entry: string
  readonly bytes: number
}

export interface Unpacked {
  /** In the order of the archive. */
  readonly files: readonly UnpackedFile[]
  /** Names of all files there are, also of those not chosen. */
  readonly entries: readonly string[]
}

export interface UnpackRequest {
  readonly path: string
  readonly name: string
  readonly bytes: number
  /** An existing folder, where what is inside is put. */
  readonly folder: string
  /** Of an encrypted package of Office; without it, that is left as it is. */
  readonly password: string | null
  /** Only the entry of this name, where there is one. */
  readonly wanted: string | null
  /** Whether a zip archive is a file of a kind of its own (a workbook, a document): that is not taken apart. */
  readonly isPackage: (archive: Archive, name: string) => Promise<boolean>
}

/** Null for a file that is no container. Throws why it cannot be taken apart. */
export async function unpack(request: UnpackRequest, context: WorkContext): Promise<Unpacked | null> {
  return new Unpacking(request, context).run()
}

interface Layer {
  readonly path: string
  readonly entry: string
}

class Unpacking {
  readonly #request: UnpackRequest
  readonly #context: WorkContext
  readonly #pause: () => Promise<void> | undefined
  readonly #mayUnpackTo: number
  #total = 0
  #written = 0
  #packedDone = 0

  constructor(request: UnpackRequest, context: WorkContext) {
    this.#request = request
    this.#context = context
    this.#pause = pacer(context)
    this.#mayUnpackTo = Math.min(maxUnpackedBytes, Math.max(freeUnpackedBytes, request.bytes * maxUnpackRatio))
  }

  async run(): Promise<Unpacked | null> {
    const { path: file, name } = this.#request
    return this.#open({ path: file, entry: name }, 1, false)
  }

  /** What is in a file, or null where it is no container. `inArchive`: it was an entry of one itself. */
  async #open(layer: Layer, depth: number, inArchive: boolean): Promise<Unpacked | null> {
    const head = await readHead(layer.path, markBytes)
    const deciphered = await this.#decipher(layer, head, inArchive)
    if (deciphered !== null) return deciphered
    const container = containerOf(head)
    switch (container) {
      case null:
        return null
      case 'zip':
        return this.#openZip(layer, inArchive)
      case 'tar':
        if (inArchive) throw nested(layer.entry)
        return this.#takeTar(createReadStream(layer.path) as AsyncIterable<Buffer>, depth)
      case 'gzip':
      case 'zstd':
      case 'bzip2':
        if (depth > maxLayers) throw nested(layer.entry)
        return this.#openCompressed(layer, container, depth, inArchive)
    }
  }

  /** What a password opens has the name of the file it opens. */
  async #decipher(layer: Layer, head: Buffer, inArchive: boolean): Promise<Unpacked | null> {
    const { password } = this.#request
    if (password === null || !isOleContainer(head)) return null
    if ((await contentOfOleContainer(layer.path)) !== 'encrypted') return null
    const inside = await withDecipheredPackage(layer.path, password, this.#context, (chunks) =>
      this.#write(chunks, inArchive ? layer.entry : this.#request.name),
    )
    return { files: [inside], entries: [inside.entry] }
  }

  async #openCompressed(layer: Layer, compression: Compression, depth: number, inArchive: boolean): Promise<Unpacked> {
    const chunks = decompressed(layer.path, compression, this.#context, (bytes) => this.#report(bytes))
    const { head, all } = await peek(chunks, markBytes)
    if (containerOf(head) === 'tar') {
      if (inArchive) throw nested(layer.entry)
      return this.#takeTar(all, depth)
    }
    const inside = await this.#write(all, nameInside(layer.entry))
    const unpacked = await this.#open(inside, depth + 1, inArchive)
    if (unpacked === null) return { files: [inside], entries: [inside.entry] }
    await rm(inside.path, { force: true })
    return unpacked
  }

  async #openZip(layer: Layer, inArchive: boolean): Promise<Unpacked | null> {
    try {
      return await withArchive(layer.path, async (archive) => {
        if (await this.#request.isPackage(archive, layer.entry)) return null
        if (inArchive) throw nested(layer.entry)
        const listed = archive.names.filter((name) => !isLeftover(name) && archive.size(name) !== 0)
        refuseCrowd(listed.length)
        const files: UnpackedFile[] = []
        for (const name of this.#chosen(listed)) {
          const written = await this.#write(archive.chunks(name), cleanEntryName(name))
          files.push(...(await this.#within(written)))
        }
        return { files, entries: listed.map(cleanEntryName) }
      })
    } catch (error) {
      throw asArchiveDamage(error)
    }
  }

  async #takeTar(chunks: AsyncIterable<Buffer>, depth: number): Promise<Unpacked> {
    const files: UnpackedFile[] = []
    const entries: string[] = []
    let all = 0
    for await (const entry of tarEntries(chunks)) {
      all += 1
      if (all > maxArchiveEntries) refuseCrowd(all)
      if (!entry.isFile || entry.bytes === 0 || isLeftover(entry.name)) continue
      const name = cleanEntryName(entry.name)
      entries.push(name)
      refuseCrowd(entries.length)
      files.push(await this.#write(entry.chunks(), name))
    }
    const chosen = new Set(this.#chosen(entries))
    const within: UnpackedFile[] = []
    for (const file of files) {
      if (chosen.has(file.entry)) within.push(...(await this.#within(file, depth)))
      else await rm(file.path, { force: true })
    }
    return { files: within, entries }
  }

  /** All of them, unless a person named one that is there. */
  #chosen(names: readonly string[]): readonly string[] {
    const { wanted } = this.#request
    if (wanted === null) return names
    const exact = names.filter((name) => cleanEntryName(name) === cleanEntryName(wanted))
    const named = exact.length > 0 ? exact : names.filter((name) => isNamed(cleanEntryName(name), wanted))
    return named.length > 0 ? named : names
  }

  /** An entry may be compressed itself, and is then taken for what is inside. */
  async #within(file: UnpackedFile, depth = 1): Promise<readonly UnpackedFile[]> {
    const inside = await this.#open(file, depth + 1, true)
    if (inside === null) return [file]
    await rm(file.path, { force: true })
    return inside.files
  }

  async #write(chunks: AsyncIterable<Buffer>, entry: string): Promise<UnpackedFile> {
    this.#written += 1
    const target = path.join(this.#request.folder, `inside-${this.#written}`)
    let bytes = 0
    const file = await open(target, 'wx', 0o600)
    try {
      for await (const chunk of chunks) {
        bytes += chunk.length
        this.#count(chunk.length)
        await file.writeFile(chunk)
        await this.#pause()
      }
    } finally {
      await file.close()
    }
    return { path: target, name: fileNameOf(entry), entry, bytes }
  }

  #count(bytes: number): void {
    this.#total += bytes
    if (this.#total <= this.#mayUnpackTo) return
    throw new StoryglassError('hostile_content', `${this.#request.bytes} bytes unpack to over ${this.#total}`)
  }

  #report(packed: number): void {
    this.#packedDone += packed
    const { bytes } = this.#request
    this.#context.progress({
      done: Math.min(this.#packedDone, bytes),
      total: Math.max(1, bytes),
      unit: 'bytes',
      note: 'Unpacking',
    })
  }
}

function nested(entry: string): StoryglassError {
  return new StoryglassError('nested_archive', entry)
}

function refuseCrowd(files: number): void {
  if (files > maxArchiveFiles) throw new StoryglassError('crowded_archive', `over ${maxArchiveFiles} files`)
}
