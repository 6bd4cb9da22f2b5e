/** OLE compound files (MS-CFB): the container of Office before 2007. Streams by name, read in pieces, sizes checked. */
import { type FileHandle, open } from 'node:fs/promises'
import { StoryglassError } from '../../shared/failure/failure.ts'

const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const headerBytes = 512
const entryBytes = 128
const endOfChain = 0xfffffffe
const noStream = 0xffffffff
/** Entries of a directory; real workbooks have some dozens, those full of embedded objects some thousands. */
const maxEntries = 100_000
const pieceBytes = 128 * 1024

export interface CompoundStream {
  readonly name: string
  readonly bytes: number
  /** From a byte on. A chain of sectors that ends early or runs in a circle is `damaged_workbook`. */
  chunks(from?: number): AsyncGenerator<Buffer, void, undefined>
}

export interface CompoundFile {
  /** A stream right in the root, by its name without regard to case; null where there is none. */
  stream(name: string): CompoundStream | null
}

/** Opens the file for `work` and closes it after. */
export async function withCompoundFile<Result>(
  path: string,
  work: (file: CompoundFile) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, 'r')
  try {
    return await work(await Sectors.read(handle))
  } finally {
    await handle.close()
  }
}

interface DirectoryEntry {
  readonly name: string
  readonly isStream: boolean
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly bytes: number
}

class Sectors implements CompoundFile {
  readonly #handle: FileHandle
  readonly #fileBytes: number
  readonly #sectorBytes: number
  readonly #miniSectorBytes: number
  readonly #miniCutoff: number
  /** By sector, the one behind it. */
  #next: Uint32Array = new Uint32Array(0)
  #nextMini: Uint32Array = new Uint32Array(0)
  /** Sectors of the root's stream, which holds the streams below the cutoff. */
  #miniStream: readonly number[] = []
  readonly #streams = new Map<string, DirectoryEntry>()

  static async read(handle: FileHandle): Promise<Sectors> {
    const header = Buffer.alloc(headerBytes)
    const { bytesRead } = await handle.read(header, 0, headerBytes, 0)
    if (bytesRead < headerBytes || !header.subarray(0, 8).equals(signature)) throw damaged('no compound file')
    const { size } = await handle.stat()
    const sectors = new Sectors(handle, header, size)
    await sectors.#readTables(header)
    return sectors
  }

  private constructor(handle: FileHandle, header: Buffer, fileBytes: number) {
    const [shift, miniShift] = [header.readUInt16LE(30), header.readUInt16LE(32)]
    if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw damaged(`sectors of 2^${shift} bytes`)
    this.#handle = handle
    this.#fileBytes = fileBytes
    this.#sectorBytes = 2 ** shift
    this.#miniSectorBytes = 2 ** miniShift
    this.#miniCutoff = header.readUInt32LE(56)
  }

  stream(name: string): CompoundStream | null {
    const entry = this.#streams.get(name.toLowerCase())
    if (entry === undefined) return null
    return { name: entry.name, bytes: entry.bytes, chunks: (from = 0) => this.#chunks(entry, from) }
  }

  get #sectorCount(): number {
    return Math.ceil(this.#fileBytes / this.#sectorBytes)
  }

  async #readTables(header: Buffer): Promise<void> {
    this.#next = await this.#readTable(await this.#tableSectors(header))
    const miniTable = header.readUInt32LE(60)
    if (miniTable < endOfChain) this.#nextMini = await this.#readTable(this.#chain(miniTable, this.#sectorCount))
    const entries = await this.#readDirectory(header.readUInt32LE(48))
    const root = entries[0]
    if (root === undefined) throw damaged('a compound file without a root')
    if (root.start < endOfChain && root.bytes > 0) this.#miniStream = this.#chain(root.start, this.#sectorCount)
    this.#keepStreams(entries, root.child)
  }

  /** The table of sectors lies in sectors itself: the header lists the first 109, the others are a list of their own. */
  async #tableSectors(header: Buffer): Promise<number[]> {
    const sectors: number[] = []
    const take = (bytes: Buffer, from: number, count: number): void => {
      for (let index = 0; index < count; index += 1) {
        const sector = bytes.readUInt32LE(from + index * 4)
        if (sector < endOfChain) sectors.push(sector)
      }
    }
    take(header, 76, 109)
    let list = header.readUInt32LE(68)
    for (let lists = 0; list < endOfChain; lists += 1) {
      if (lists > this.#sectorCount) throw damaged('the list of sectors runs in a circle')
      const bytes = await this.#readSector(list)
      take(bytes, 0, this.#sectorBytes / 4 - 1)
      list = bytes.readUInt32LE(this.#sectorBytes - 4)
    }
    return sectors
  }

  async #readTable(sectors: readonly number[]): Promise<Uint32Array> {
    const perSector = this.#sectorBytes / 4
    if (sectors.length > this.#sectorCount) throw damaged('more sectors than the file has')
    const table = new Uint32Array(sectors.length * perSector)
    for (const [index, sector] of sectors.entries()) {
      const bytes = await this.#readSector(sector)
      for (let at = 0; at < perSector; at += 1) table[index * perSector + at] = bytes.readUInt32LE(at * 4)
    }
    return table
  }

  async #readSector(sector: number): Promise<Buffer> {
    const bytes = Buffer.alloc(this.#sectorBytes)
    const { bytesRead } = await this.#handle.read(bytes, 0, bytes.length, this.#offsetOf(sector))
    if (bytesRead === 0) throw damaged(`sector ${sector} is behind the end of the file`)
    return bytes
  }

  #offsetOf(sector: number): number {
    return (sector + 1) * this.#sectorBytes
  }

  /** The sectors from `start` to the end of their chain, at most `most`. */
  #chain(start: number, most: number, next = this.#next): number[] {
    const sectors: number[] = []
    for (let sector = start; sector < endOfChain; sector = next[sector] ?? endOfChain) {
      if (sectors.length >= most) throw damaged('a chain of sectors is longer than its stream')
      sectors.push(sector)
    }
    return sectors
  }

  async #readDirectory(start: number): Promise<DirectoryEntry[]> {
    const entries: DirectoryEntry[] = []
    for (const sector of this.#chain(start, this.#sectorCount)) {
      const bytes = await this.#readSector(sector)
      for (let at = 0; at < bytes.length; at += entryBytes)
        entries.push(this.#entryIn(bytes.subarray(at, at + entryBytes)))
      if (entries.length > maxEntries) throw new StoryglassError('hostile_content', `over ${maxEntries} streams`)
    }
    return entries
  }

  #entryIn(bytes: Buffer): DirectoryEntry {
    const nameBytes = Math.max(0, Math.min(64, bytes.readUInt16LE(64)) - 2)
    // Of files with small sectors only the lower half of a size counts; some writers leave rubbish in the other.
    const high = this.#sectorBytes === 512 ? 0 : bytes.readUInt32LE(124)
    return {
      name: bytes.toString('utf16le', 0, nameBytes),
      isStream: bytes[66] === 2,
      left: bytes.readUInt32LE(68),
      right: bytes.readUInt32LE(72),
      child: bytes.readUInt32LE(76),
      start: bytes.readUInt32LE(116),
      bytes: high * 2 ** 32 + bytes.readUInt32LE(120),
    }
  }

  /** Entries of a storage are a tree of siblings. */
  #keepStreams(entries: readonly DirectoryEntry[], first: number): void {
    const seen = new Set<number>()
    const waiting = [first]
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const entry = entries[index]
      if (index === noStream || entry === undefined || seen.has(index)) continue
      seen.add(index)
      waiting.push(entry.left, entry.right)
      if (entry.isStream && entry.bytes <= this.#fileBytes) this.#streams.set(entry.name.toLowerCase(), entry)
    }
  }

  async *#chunks(entry: DirectoryEntry, from: number): AsyncGenerator<Buffer, void, undefined> {
    const isMini = entry.bytes < this.#miniCutoff
    const unit = isMini ? this.#miniSectorBytes : this.#sectorBytes
    const wanted = Math.ceil(entry.bytes / unit)
    const chain = this.#chainOf(entry, isMini, wanted)
    let left = entry.bytes - from
    let within = from % unit
    for (let index = Math.floor(from / unit); left > 0; ) {
      const offset = this.#placeOf(chain[index], isMini)
      let count = 1
      // Sectors that follow each other in the file are read at once.
      while (
        index + count < chain.length &&
        (count + 1) * unit <= pieceBytes &&
        this.#placeOf(chain[index + count], isMini) === offset + count * unit
      ) {
        count += 1
      }
      const piece = Buffer.alloc(Math.min(count * unit - within, left))
      const { bytesRead } = await this.#handle.read(piece, 0, piece.length, offset + within)
      if (bytesRead < piece.length) throw damaged(`the stream ${entry.name} ends early`)
      yield piece
      left -= piece.length
      within = 0
      index += count
    }
  }

  #chainOf(entry: DirectoryEntry, isMini: boolean, sectors: number): readonly number[] {
    const table = isMini ? this.#nextMini : this.#next
    const chain: number[] = []
    const seen = new Set<number>()
    let sector = entry.start
    while (sector < endOfChain && chain.length < sectors) {
      if (seen.has(sector)) throw damaged(`the sectors of ${entry.name} run in a circle`)
      seen.add(sector)
      chain.push(sector)
      sector = table[sector] ?? endOfChain
    }
    if (chain.length < sectors) throw damaged(`the stream ${entry.name} ends early`)
    return chain
  }

  /** Where a sector's bytes are in the file. */
  #placeOf(sector: number | undefined, isMini: boolean): number {
    if (sector === undefined) throw damaged('a stream ends early')
    if (!isMini) return this.#offsetOf(sector)
    const perSector = this.#sectorBytes / this.#miniSectorBytes
    const holder = this.#miniStream[Math.floor(sector / perSector)]
    if (holder === undefined) throw damaged('a stream ends early')
    return this.#offsetOf(holder) + (sector % perSector) * this.#miniSectorBytes
  }
}

function damaged(why: string): StoryglassError {
  return new StoryglassError('damaged_workbook', why)
}
