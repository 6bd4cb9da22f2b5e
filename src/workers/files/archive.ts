/** The zip container of a workbook: parts by name, streamed, with their checksums and limits enforced. */
import { open } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { freeUnpackedBytes, maxEntries, maxUnpackRatio } from './archive-limits.ts'

const stored = 0
const deflated = 8
/** Large enough that passing chunks from the inflater costs little, small enough to stay in the processor's cache. */
const chunkBytes = 128 * 1024

export interface Archive {
  /** Names as they stand in the archive. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** Unpacked size as declared; `null` when there is no such part. */
  size(name: string): number | null
  /** The part's bytes. A part that is not there, ends early or has a wrong checksum is `damaged_workbook`. */
  chunks(name: string): AsyncGenerator<Buffer, void, undefined>
  /** A whole small part; more than `maxBytes` is `hostile_content`. */
  read(name: string, maxBytes: number): Promise<Buffer>
}

/**
 * Opens the zip file at `path` for `work` and closes it after. Names are matched as Excel does: without regard to case,
 * to a leading slash, or to the direction of slashes.
 */
export async function withArchive<Result>(path: string, work: (archive: Archive) => Promise<Result>): Promise<Result> {
  await refuseOtherKinds(path)
  let zip: ZipFile
  try {
    // Names are decoded here, not by yauzl, which refuses backslashes and absolute names that Excel accepts.
    zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false })
  } catch (error) {
    throw asDamage(error)
  }
  try {
    return await work(new ZipArchive(zip, await listEntries(zip)))
  } finally {
    zip.close()
  }
}

/** What the first bytes say: an OLE container is an encrypted or an old workbook, anything but `PK` is no zip at all. */
async function refuseOtherKinds(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(512), 0, 512, 0)
    if (bytesRead === 0) throw new StoryglassError('empty_file')
    if (buffer.readUInt32BE(0) === 0xd0cf11e0) {
      throw new StoryglassError((await isEncryptedPackage(file)) ? 'encrypted_workbook' : 'old_workbook')
    }
    if (buffer.toString('latin1', 0, 2) !== 'PK') {
      throw new StoryglassError('not_a_workbook', 'the file does not begin as a zip archive does')
    }
  } finally {
    await file.close()
  }
}

/** Looks for the stream name that Office's encryption puts in the directory of the OLE container (MS-OFFCRYPTO 2.3). */
async function isEncryptedPackage(file: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await file.stat()
  const needle = Buffer.from('EncryptedPackage', 'utf16le')
  const window = Buffer.alloc(1024 * 1024 + needle.length)
  // The directory is a few sectors, in most files near the start or the end; 64 MB covers any real one.
  for (let position = 0; position < Math.min(size, 64 * 1024 * 1024); position += 1024 * 1024) {
    const { bytesRead } = await file.read(window, 0, window.length, position)
    if (window.subarray(0, bytesRead).includes(needle)) return true
  }
  return false
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > maxEntries) throw new StoryglassError('hostile_content', `${zip.entryCount} parts`)
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const raw = entry.fileName as unknown as Buffer
      const key = partKey(raw.toString('utf8'))
      if (!entries.has(key)) entries.set(key, entry)
    }
  } catch (error) {
    throw asDamage(error)
  }
  return entries
}

function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

class ZipArchive implements Archive {
  readonly names: readonly string[]
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
    this.names = [...entries.values()].map((entry) => (entry.fileName as unknown as Buffer).toString('utf8'))
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name))
  }

  size(name: string): number | null {
    return this.#entries.get(partKey(name))?.uncompressedSize ?? null
  }

  async read(name: string, maxBytes: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    let total = 0
    for await (const chunk of this.chunks(name)) {
      total += chunk.length
      if (total > maxBytes)
        throw new StoryglassError('hostile_content', `${name} unpacks to more than ${maxBytes} bytes`)
      pieces.push(chunk)
    }
    return Buffer.concat(pieces)
  }

  async *chunks(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.#entries.get(partKey(name))
    if (entry === undefined) throw new StoryglassError('damaged_workbook', `the part ${name} is missing`)
    if (entry.isEncrypted()) throw new StoryglassError('encrypted_workbook', `the part ${name} is encrypted`)
    if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
      throw new StoryglassError('damaged_workbook', `${name} is packed by method ${entry.compressionMethod}`)
    }
    const mayUnpackTo = Math.max(freeUnpackedBytes, entry.compressedSize * maxUnpackRatio)
    if (entry.uncompressedSize > mayUnpackTo) {
      throw new StoryglassError(
        'hostile_content',
        `${name}: ${entry.compressedSize} bytes unpack to ${entry.uncompressedSize}`,
      )
    }
    let checksum = 0
    let total = 0
    const stream = await this.#open(entry)
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        total += chunk.length
        if (total > mayUnpackTo) {
          throw new StoryglassError('hostile_content', `${name}: ${entry.compressedSize} bytes unpack to over ${total}`)
        }
        checksum = crc32(chunk, checksum)
        yield chunk
      }
    } catch (error) {
      throw asDamage(error, name)
    } finally {
      stream.destroy()
    }
    // Some writers leave the checksum out; one that is there must match, or numbers could be wrong without a sign.
    if (entry.crc32 !== 0 && entry.crc32 !== checksum) {
      throw new StoryglassError('damaged_workbook', `the checksum of ${name} does not match its content`)
    }
  }

  async #open(entry: Entry): Promise<Readable> {
    let packed: Readable
    try {
      packed = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false })
    } catch (error) {
      throw asDamage(error)
    }
    if (entry.compressionMethod === stored) return packed
    const inflater = createInflateRaw({ chunkSize: chunkBytes })
    // A failure on either side surfaces to whoever reads the inflater; the callback only keeps it from being unhandled.
    pipeline(packed, inflater, () => undefined)
    return inflater
  }
}

/** Errors of yauzl and zlib mean a damaged file; those of the file system and our own keep their meaning. */
function asDamage(error: unknown, part?: string): unknown {
  if (error instanceof StoryglassError || !(error instanceof Error)) return error
  const code = (error as NodeJS.ErrnoException).code
  if (code !== undefined && !code.startsWith('Z_') && !code.startsWith('ERR_')) return error
  return new StoryglassError('damaged_workbook', part ? `${part}: ${error.message}` : error.message, { cause: error })
}
