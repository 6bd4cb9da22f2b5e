/** The zip container: parts by any writing of their name, and what is refused. */
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { StoryglassError } from '../../../../src/shared/failure/failure.ts'
import { type Archive, withArchive } from '../../../../src/workers/files/archive.ts'
import { freeUnpackedBytes, maxEntries, maxUnpackRatio } from '../../../../src/workers/files/archive-limits.ts'
import { detailOf } from '../../../support/refusal.ts'
import { withTemporaryFolder } from '../../../support/temporary.ts'
import { writeZip } from '../../../support/workbook.ts'

interface Entry {
  readonly name: string
  readonly content?: Buffer
  /** As declared, where it is not what stands in the file. */
  readonly method?: number
  readonly checksum?: number
  readonly packed?: number
  readonly unpacked?: number
  readonly flags?: number
}

/** A zip archive byte by byte, so that it can say of itself what is not true; `count` is what its end declares. */
function zipOf(entries: readonly Entry[], count = entries.length): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content = Buffer.from(''), method = 0, flags = 0, ...declared } of entries) {
    const data = method === 8 ? deflateRawSync(content) : content
    const checksum = declared.checksum ?? crc32(content)
    const [packed, unpacked] = [declared.packed ?? data.length, declared.unpacked ?? content.length]
    const label = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(checksum, 14)
    local.writeUInt32LE(packed, 18)
    local.writeUInt32LE(unpacked, 22)
    local.writeUInt16LE(label.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    central.writeUInt16LE(20, 6)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(method, 10)
    central.writeUInt32LE(checksum, 16)
    central.writeUInt32LE(packed, 20)
    central.writeUInt32LE(unpacked, 24)
    central.writeUInt16LE(label.length, 28)
    central.writeUInt32LE(offset, 42)
    bodies.push(local, label, data)
    directory.push(central, label)
    offset += local.length + label.length + data.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listing, end])
}

function within<Result>(bytes: Buffer, work: (archive: Archive) => Promise<Result> | Result): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'a.zip')
    writeFileSync(file, bytes)
    return withArchive(file, async (archive) => work(archive))
  })
}

/** The reason and detail it was refused for. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof StoryglassError) return `${error.reason} ${detailOf(error)}`.trim()
    throw error
  }
  return 'nothing was refused'
}

const reading = (entry: Entry, maxBytes = 1_000): Promise<string> =>
  refusal(within(zipOf([entry]), (archive) => archive.read(entry.name, maxBytes)))

describe('a part of an archive', () => {
  const content = Buffer.from('some content, some content, some content')

  it.each([0, 8])('packed by method %d is read whole, in chunks or not at all', async (method) => {
    await within(zipOf([{ name: 'a.xml', content, method }]), async (archive) => {
      expect(await archive.read('a.xml', content.length)).toEqual(content)
      const chunks: Buffer[] = []
      for await (const chunk of archive.chunks('a.xml')) chunks.push(chunk)
      expect(Buffer.concat(chunks)).toEqual(content)
      // Left off early: the next part can still be read.
      for await (const chunk of archive.chunks('a.xml')) {
        expect(chunk.length).toBeGreaterThan(0)
        break
      }
      expect(await archive.read('a.xml', 1_000)).toEqual(content)
    })
  })

  it('is found by its name without regard to case, leading slashes and the direction of slashes', async () => {
    await within(zipOf([{ name: '\\xl\\Work\\Book.XML', content }, { name: '//b.xml' }]), (archive) => {
      expect(archive.names).toEqual(['\\xl\\Work\\Book.XML', '//b.xml'])
      for (const name of ['xl/work/book.xml', '/XL/WORK/BOOK.XML', '\\xl\\work\\book.xml']) {
        expect(archive.has(name), name).toBe(true)
        expect(archive.size(name), name).toBe(content.length)
      }
      expect(archive.has('B.xml')).toBe(true)
      expect(archive.has('xl/workbook.xml')).toBe(false)
      expect(archive.has('xlwork/book.xml')).toBe(false)
      expect(archive.size('c.xml')).toBeNull()
    })
  })

  it('is the first of its name', async () => {
    const entries = [
      { name: 'A.xml', content: Buffer.from('first') },
      { name: 'a.xml', content: Buffer.from('second') },
    ]
    await within(zipOf(entries), async (archive) => {
      expect(archive.names).toEqual(['A.xml'])
      expect((await archive.read('a.XML', 100)).toString()).toBe('first')
    })
  })

  it('that is not there, encrypted or packed in another way says so', async () => {
    expect(await refusal(within(zipOf([]), (archive) => archive.read('a.xml', 10)))).toBe(
      'damaged_workbook the part a.xml is missing',
    )
    expect(await reading({ name: 'a.xml', content, flags: 1, method: 8 })).toBe(
      'encrypted_workbook the part a.xml is encrypted',
    )
    expect(await reading({ name: 'a.xml', content, method: 12 })).toBe('damaged_workbook a.xml is packed by method 12')
  })

  it('whose content is not that of its checksum is damaged; one without a checksum is read', async () => {
    for (const method of [0, 8]) {
      expect(await reading({ name: 'a.xml', content, method, checksum: 7 })).toBe(
        'damaged_workbook the checksum of a.xml does not match its content',
      )
      expect(await reading({ name: 'a.xml', content, method, checksum: 0 })).toBe('nothing was refused')
    }
  })

  it('that ends early or cannot be unpacked is damaged, and named', async () => {
    const broken = zipOf([{ name: 'a.xml', content, method: 8 }])
    broken.fill(0xff, 30 + 'a.xml'.length, 30 + 'a.xml'.length + 8)
    expect(await refusal(within(broken, (archive) => archive.read('a.xml', 1_000)))).toMatch(
      /^damaged_workbook a\.xml: /,
    )
    expect(await reading({ name: 'a.xml', content, method: 8, packed: 5 })).toMatch(/^damaged_workbook a\.xml: /)
  })

  it('is read up to the limit that was named, and not beyond', async () => {
    expect(await reading({ name: 'a.xml', content }, content.length)).toBe('nothing was refused')
    expect(await reading({ name: 'a.xml', content }, content.length - 1)).toBe(
      `hostile_content a.xml unpacks to more than ${content.length - 1} bytes`,
    )
  })
})

describe('an archive made to exhaust', () => {
  it('is refused by the size a part declares, before any of it is unpacked', async () => {
    const packed = 1_000_000
    const declaring = (unpacked: number): Entry => ({
      name: 'a.xml',
      content: Buffer.from('x'),
      packed,
      unpacked,
      method: 8,
    })
    const free = packed * maxUnpackRatio
    expect(free).toBeGreaterThan(freeUnpackedBytes)
    expect(await reading(declaring(free + 1))).toBe(`hostile_content a.xml: ${packed} bytes unpack to ${free + 1}`)
    // Within the ratio it is tried, and found damaged.
    expect(await reading(declaring(free))).toMatch(/^damaged_workbook/)
  })

  it('may unpack a little to a lot: below a size no ratio is held against it', async () => {
    const small: Entry = { name: 'a.xml', content: Buffer.from('x'), packed: 3, unpacked: freeUnpackedBytes, method: 8 }
    expect(await reading(small)).not.toMatch(/^hostile/)
    expect(await reading({ ...small, unpacked: freeUnpackedBytes + 1 })).toBe(
      `hostile_content a.xml: 3 bytes unpack to ${freeUnpackedBytes + 1}`,
    )
  })

  it('is stopped while it unpacks to more than it declared', async () => {
    const content = Buffer.alloc(freeUnpackedBytes + 1_000_000, 'a')
    const seen = await refusal(
      within(zipOf([{ name: 'a.xml', content, method: 8, unpacked: 10 }]), async (archive) => {
        for await (const chunk of archive.chunks('a.xml')) expect(chunk.length).toBeGreaterThan(0)
      }),
    )
    expect(seen).toMatch(/^(hostile_content a\.xml: \d+ bytes unpack to over \d+|damaged_workbook a\.xml: )/)
  })

  it('is refused by the number of its parts', async () => {
    const names = Array.from({ length: 3 }, (_, index) => ({ name: `${index}` }))
    expect(await refusal(within(zipOf(names, maxEntries + 1), () => undefined))).toBe(
      `hostile_content ${maxEntries + 1} parts`,
    )
    expect(await refusal(within(zipOf(names, maxEntries), () => undefined))).toMatch(/^damaged_workbook/)
  })
})

describe('a file that is no archive', () => {
  const ole = (size: number, at: number): Buffer => {
    const bytes = Buffer.alloc(size)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
    if (at >= 0) Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, at)
    return bytes
  }

  it('says what it is', async () => {
    const opening = (bytes: Buffer): Promise<string> => refusal(within(bytes, () => undefined))
    expect(await opening(Buffer.alloc(0))).toBe('empty_file')
    expect(await opening(Buffer.from('P'))).toBe('not_a_workbook the file does not begin as a zip archive does')
    expect(await opening(Buffer.from('plain text'))).toMatch(/^not_a_workbook/)
    expect(await opening(Buffer.from('PK\u0003\u0004 and nothing more'))).toMatch(/^damaged_workbook/)
    expect(await opening(ole(4_096, -1))).toBe('old_workbook')
    expect(await opening(ole(4_096, 600))).toBe('encrypted_workbook')
  })

  it('is known as encrypted wherever its directory lies, also over the edge of what is read at once', async () => {
    const mebibyte = 1024 * 1024
    const opening = (bytes: Buffer): Promise<string> => refusal(within(bytes, () => undefined))
    expect(await opening(ole(3 * mebibyte, mebibyte - 10))).toBe('encrypted_workbook')
    expect(await opening(ole(3 * mebibyte, 3 * mebibyte - 32))).toBe('encrypted_workbook')
  })

  it('that is not there is an error of the file system, not a damaged file', async () => {
    await expect(withArchive('/no/such/file.xlsx', async () => undefined)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

it('an archive is closed after the work, also when that fails', () =>
  withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'a.zip')
    await writeZip(file, { 'a.xml': 'content' })
    const failing = withArchive(file, async () => {
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    let kept: Archive | undefined
    await withArchive(file, async (archive) => {
      kept = archive
    })
    await expect(kept?.read('a.xml', 100)).rejects.toThrow()
    expect(readFileSync(file).length).toBeGreaterThan(0)
  }))

describe('an error while a part is read', () => {
  /** Thrown into the reading after its first chunk. */
  const thrown = (error: Error): Promise<unknown> =>
    within(zipOf([{ name: 'a.xml', content: Buffer.alloc(300_000, 'a') }]), async (archive) => {
      const chunks = archive.chunks('a.xml')
      await chunks.next()
      return chunks.throw(error).then(
        () => 'nothing',
        (found: unknown) => found,
      )
    })
  const withCode = (code: string): Error => Object.assign(new Error(`it is ${code}`), { code })

  it('stays what it is where it is of the file system or our own', async () => {
    const ours = new StoryglassError('hostile_content')
    expect(await thrown(ours)).toBe(ours)
    const disk = withCode('EIO')
    expect(await thrown(disk)).toBe(disk)
  })

  it('is damage where it is of the unpacking or has no code, with what it was', async () => {
    for (const error of [withCode('Z_DATA_ERROR'), withCode('ERR_OUT_OF_RANGE'), new Error('unexpected EOF')]) {
      const found = await thrown(error)
      expect(found).toBeInstanceOf(StoryglassError)
      expect(found).toMatchObject({
        reason: 'damaged_workbook',
        detail: `a.xml: ${error.message}`,
        cause: error,
      })
    }
  })
})

// Which files a process holds open is told by Linux alone.
if (process.platform === 'linux')
  it('an archive is let go of after the work, also where a part was left off early', () =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'a.zip')
      for (const method of [0, 8]) {
        writeFileSync(file, zipOf([{ name: 'a.xml', content: Buffer.alloc(3_000_000, 'a'), method }]))
        await withArchive(file, async (archive) => {
          for await (const chunk of archive.chunks('a.xml')) if (chunk.length > 0) break
        })
        await vi.waitFor(() => expect(openFiles()).not.toContain(file))
      }
    }))

function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/self/fd/${descriptor}`)]
    } catch {
      // Closed meanwhile.
      return []
    }
  })
}
