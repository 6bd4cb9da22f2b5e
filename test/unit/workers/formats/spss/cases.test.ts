/** Cases as they stand in a system file, in bytecodes, and in bytecodes packed by zlib. */
import { writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { EndOfBytesError } from '../../../../../src/workers/files/sequential-bytes.ts'
import { Binary } from '../../../../../src/workers/formats/spss/binary.ts'
import { eachCase } from '../../../../../src/workers/formats/spss/cases.ts'
import type { Header } from '../../../../../src/workers/formats/spss/dictionary.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

const head = Buffer.alloc(176)
head.writeInt32LE(2, 64)
const binary = new Binary(head)
const missing = -Number.MAX_VALUE
const doubles = (...values: number[]): Buffer => Buffer.from(Float64Array.from(values).buffer)
const ints = (...values: number[]): Buffer => Buffer.from(Int32Array.from(values).buffer)
/** Two numbers a case. */
const header = (change: Partial<Header>): Header => ({
  ...{ binary, packing: 'none', octets: 2, cases: null, weightOctet: 0, bias: 100 },
  ...change,
})

interface Read {
  readonly cases: readonly (readonly number[])[]
  /** Share of the file that was said to be read, after each piece. */
  readonly done: readonly number[]
}

/** The cases of a file whose first `from` bytes are something else. */
function read(bytes: Buffer, change: Partial<Header> = {}, from = 0): Promise<Read> {
  return withTemporaryFolder(async (folder) => {
    const name = path.join(folder, 'cases')
    writeFileSync(name, bytes)
    const file = await open(name)
    const cases: number[][] = []
    const done: number[] = []
    try {
      await eachCase(
        file,
        { header: header(change), systemMissing: missing, from, size: bytes.length },
        (own) => cases.push(Array.from({ length: own.length / 8 }, (_, at) => own.readDoubleLE(8 * at))),
        async (share) => {
          done.push(share)
        },
      )
    } finally {
      await file.close()
    }
    return { cases, done }
  })
}

describe('cases as they stand', () => {
  it('are read one after another, from where they begin', async () => {
    const bytes = Buffer.concat([Buffer.alloc(40, 7), doubles(1, 2, 3, 4)])
    const { cases, done } = await read(bytes, { cases: 2 }, 40)
    expect(cases).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(done).toEqual([1])
  })

  it('are read over the ends of pieces of a megabyte', async () => {
    const rows = 100_000
    const bytes = Buffer.from(Float64Array.from({ length: 3 * rows }, (_, index) => index).buffer)
    const { cases, done } = await read(bytes, { octets: 3 })
    expect(cases).toHaveLength(rows)
    expect(
      cases.every(([first, second, third], row) => first === 3 * row && second === first + 1 && third === first + 2),
    ).toBe(true)
    expect(done).toEqual([2 ** 20 / bytes.length, 2 ** 21 / bytes.length, 1])
  })

  it('are no more than the file says', async () => {
    expect((await read(doubles(1, 2, 3, 4), { cases: 1 })).cases).toEqual([[1, 2]])
    expect((await read(doubles(1, 2, 3, 4), { cases: 0 })).cases).toEqual([])
  })

  it('are refused where there are fewer than it says, or half of one', async () => {
    await expect(read(doubles(1, 2, 3, 4), { cases: 3 })).rejects.toThrow(EndOfBytesError)
    await expect(read(doubles(1, 2, 3))).rejects.toThrow(EndOfBytesError)
    expect((await read(doubles(1, 2))).cases).toEqual([[1, 2]])
  })
})

describe('cases in bytecodes', () => {
  const codes = (...list: number[]): Buffer => Buffer.from([...list, ...Array(8 - list.length).fill(0)])

  it('stand for small numbers by the bias, for what follows, for spaces, and for none', async () => {
    const spaces = Buffer.alloc(8, ' ').readDoubleLE(0)
    const bytes = Buffer.concat([codes(1, 251, 253, 254, 255, 0, 100, 253), doubles(0.5, -7), codes(102)])
    expect((await read(bytes, { packing: 'bytecode', cases: 4 })).cases).toEqual([
      [-99, 151],
      [0.5, spaces],
      [missing, 0],
      [-7, 2],
    ])
    expect((await read(codes(1, 2), { packing: 'bytecode', bias: 0 })).cases).toEqual([[1, 2]])
  })

  it('end where a code says so, whatever follows', async () => {
    const bytes = Buffer.concat([codes(101, 102, 252, 103, 104), codes(105, 106)])
    expect((await read(bytes, { packing: 'bytecode' })).cases).toEqual([[1, 2]])
    await expect(read(bytes, { packing: 'bytecode', cases: 2 })).rejects.toThrow(EndOfBytesError)
    await expect(read(codes(101, 102, 103, 252), { packing: 'bytecode' })).rejects.toThrow(EndOfBytesError)
  })

  it('are read over the ends of pieces of a megabyte', async () => {
    const eight = Buffer.concat([codes(253, 101, 253, 102, 253, 103, 253, 104), doubles(1, 2, 3, 4)])
    const times = 60_000
    const { cases } = await read(Buffer.concat(Array(times).fill(eight)), { packing: 'bytecode', cases: 4 * times })
    expect(cases).toHaveLength(4 * times)
    expect(cases.every(([first, second], row) => first === 1 + (row % 4) && second === first)).toBe(true)
  })

  it('are refused where what they stand for is cut off', async () => {
    const bytes = Buffer.concat([codes(101, 253), doubles(5)])
    expect((await read(bytes, { packing: 'bytecode', cases: 1 })).cases).toEqual([[1, 5]])
    await expect(read(bytes.subarray(0, -1), { packing: 'bytecode', cases: 1 })).rejects.toThrow(EndOfBytesError)
  })
})

describe('cases packed by zlib', () => {
  const codes = Buffer.from([101, 102, 103, 104, 105, 106, 107, 108])

  interface Change {
    readonly listAt?: (listAt: number) => number
    readonly listBytes?: (bytes: number) => number
    readonly blocks?: number
    readonly packedBytes?: number
    readonly unpackedBytes?: number
  }

  /** Behind 16 bytes of something else, blocks that unpack to two cases of four numbers each. */
  function packed(many: number, change: Change = {}): Buffer {
    const block = deflateSync(codes)
    const listAt = 16 + 24 + many * block.length
    const place = Buffer.alloc(24)
    place.writeBigInt64LE(16n, 0)
    place.writeBigInt64LE(BigInt(change.listAt?.(listAt) ?? listAt), 8)
    place.writeBigInt64LE(BigInt(change.listBytes?.(24 + 24 * many) ?? 24 + 24 * many), 16)
    const entries = Array.from({ length: many }, () => [
      Buffer.alloc(16),
      ints(change.unpackedBytes ?? codes.length, change.packedBytes ?? block.length),
    ]).flat()
    const list = [Buffer.alloc(20), ints(change.blocks ?? many), ...entries]
    return Buffer.concat([Buffer.alloc(16, 9), place, ...Array(many).fill(block), ...list])
  }
  const unpacked = (bytes: Buffer, cases: number | null = null): Promise<Read> =>
    read(bytes, { packing: 'zlib', octets: 4, cases }, 16)

  it('are read block by block', async () => {
    const { cases, done } = await unpacked(packed(3), 6)
    expect(cases).toEqual(Array.from({ length: 6 }, (_, row) => (row % 2 === 0 ? [1, 2, 3, 4] : [5, 6, 7, 8])))
    expect(done).toHaveLength(3)
    expect(done.toSorted((left, right) => left - right)).toEqual(done)
    expect(done.at(-1)).toBeLessThan(1)
  })

  it('are as many blocks as the list has room for, whatever it says', async () => {
    expect((await unpacked(packed(2, { blocks: 1_000 }))).cases).toHaveLength(4)
    expect((await unpacked(packed(2, { blocks: 1 }))).cases).toHaveLength(2)
  })

  it.each([
    ['begins before them', { listAt: () => 15 }],
    ['ends beyond the file', { listAt: (at: number) => at + 1 }],
    ['is too short', { listBytes: () => 23 }],
  ])('are refused where their list %s', async (_what, change) => {
    await expect(unpacked(packed(1, change))).rejects.toThrow('blocks are listed outside the file')
  })

  it('are refused where a block reaches into the list, or below nothing', async () => {
    await expect(unpacked(packed(1, { packedBytes: 100 }))).rejects.toThrow('a block outside the data')
    await expect(unpacked(packed(1, { packedBytes: -1 }))).rejects.toThrow('a block outside the data')
  })

  it('are refused where they unpack to more than they say', async () => {
    await expect(unpacked(packed(1, { unpackedBytes: 7 }))).rejects.toThrow(/buffer|length/iu)
    await expect(unpacked(packed(1, { unpackedBytes: -5 }))).rejects.toThrow(/buffer|length/iu)
  })

  it('are refused where they say that they unpack to far more than they are', async () => {
    const far = packed(2, { unpackedBytes: 2 ** 30 })
    await expect(unpacked(far)).rejects.toMatchObject({
      reason: 'hostile_content',
      message: expect.stringContaining(`${far.length} bytes that unpack to ${2 ** 31}`),
    })
  })
})
