/** Arrow files made for the test: each type, each packing, and what must not be believed of one. */
import { zstdCompressSync } from 'node:zlib'
import {
  Bool,
  CompressionType,
  compressionRegistry,
  DateDay,
  Decimal,
  Dictionary,
  Field,
  Float32,
  Int32,
  Int64,
  List,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Struct,
  Table,
  TimeMillisecond,
  TimestampMicrosecond,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import { unpackLz4 } from '../../../src/workers/formats/arrow/lz4.ts'
import { convertedSource, refusalOf } from '../../support/converted.ts'
import { packedLz4 } from '../../support/packed-lz4.ts'

function everyType(): Table {
  return new Table({
    id: vectorFromArray([9007199254740993n, 2n, null], new Int64()),
    group: vectorFromArray(['a', 'b', 'a'], new Dictionary(new Utf8(), new Int32())),
    day: vectorFromArray([new Date('2024-01-31'), null, new Date('1969-12-31')], new DateDay()),
    at: vectorFromArray(
      [new Date('2024-06-01T10:00:00.250Z'), new Date(0), null],
      new TimestampMicrosecond('Europe/Berlin'),
    ),
    small: vectorFromArray([0.1, Number.NaN, 2.5], new Float32()),
    yes: vectorFromArray([true, false, null], new Bool()),
    cents: vectorFromArray([decimal(12345n), decimal(-5n), null], new Decimal(2, 10, 128)),
    clock: vectorFromArray([3_600_000, 0, null], new TimeMillisecond()),
    place: vectorFromArray(
      [{ x: 1, y: 'p' }, { x: 2, y: 'q' }, null],
      new Struct([new Field('x', new Int32(), true), new Field('y', new Utf8(), true)]),
    ),
    list: vectorFromArray([[1, 2], [], null], new List(new Field('item', new Int32(), true))),
  })
}

/** 128 bits, little-endian. */
function decimal(value: bigint): Uint32Array {
  const whole = BigInt.asUintN(128, value)
  return Uint32Array.from([0n, 32n, 64n, 96n], (shift) => Number((whole >> shift) & 0xffffffffn))
}

function fileOf(table: Table, compressionType: CompressionType | null = null): Buffer {
  const writer = new RecordBatchFileWriter({ compressionType })
  writer.writeAll(table).finish()
  return Buffer.from(writer.toUint8Array(true))
}

const expected = [
  { id: '9007199254740993', group: 'a', day: '2024-01-31', at: '2024-06-01 10:00:00.25', small: 0.1, yes: true },
  { id: '2', group: 'b', day: null, at: '1970-01-01 00:00:00', small: null, yes: false },
  { id: null, group: 'a', day: '1969-12-31', at: null, small: 2.5, yes: null },
]
const more = [
  { cents: 123.45, 'place.x': '1', 'place.y': 'p', list: '[1,2]' },
  { cents: -0.05, 'place.x': '2', 'place.y': 'q', list: '[]' },
  { cents: null, 'place.x': null, 'place.y': null, list: null },
]

describe('an Arrow file', () => {
  it('keeps the values of every type, and says what became of zones and lists', async () => {
    const { kind, tables, notes } = await convertedSource(fileOf(everyType()), 'a.feather')
    expect(kind).toBe('arrow')
    expect(tables[0]?.values).toMatchObject(expected)
    expect(tables[0]?.values).toMatchObject(more)
    expect(tables[0]?.storages).toMatchObject({ id: 'BIGINT', day: 'DATE', at: 'TIMESTAMP', cents: 'DOUBLE' })
    expect(notes).toContain('In "at", times are those of UTC.')
    expect(notes).toContain('In "list", values have parts of their own and are kept as text.')
  })

  it('is read as a stream, of several batches, as well', async () => {
    const writer = new RecordBatchStreamWriter()
    writer.writeAll(everyType().concat(everyType())).finish()
    const { tables } = await convertedSource(Buffer.from(writer.toUint8Array(true)), 'a.arrows')
    expect(tables[0]?.values).toMatchObject([...expected, ...expected])
  })

  it.each([
    ['LZ4', CompressionType.LZ4_FRAME, packedLz4],
    ['zstd', CompressionType.ZSTD, (bytes: Uint8Array) => new Uint8Array(zstdCompressSync(bytes))],
  ] as const)('is read where its columns are packed by %s', async (_, type, encode) => {
    const decode = compressionRegistry.get(type)?.decode
    compressionRegistry.set(type, { encode, ...(decode ? { decode } : {}) })
    const { tables } = await convertedSource(fileOf(everyType(), type), 'a.feather')
    expect(tables[0]?.values).toMatchObject(expected)
  })
})

describe('an Arrow file that is damaged or made to do harm', () => {
  it('says how the first version of Feather is read', async () => {
    expect(await refusalOf(Buffer.from('FEA1\u0000\u0000\u0000\u0000'), 'a.feather')).toContain('featherOne')
  })

  it('reads or refuses it, cut anywhere or damaged anywhere', async () => {
    const bytes = fileOf(everyType())
    for (let at = 10; at < bytes.length; at += 97) {
      await refusalOf(bytes.subarray(0, at), 'cut.arrow')
      const damaged = Buffer.from(bytes)
      for (let index = at; index < Math.min(bytes.length, at + 4); index += 1)
        damaged[index] = 0xff - (damaged[index] ?? 0)
      await refusalOf(damaged, 'damaged.arrow')
    }
  })
})

describe('LZ4 frames', () => {
  it('unpack what repeats itself, also over its own end', () => {
    // The block: literal "ab", then eight bytes from two back, then the literal "c".
    const block = Buffer.from([0x24, 0x61, 0x62, 2, 0, 0x10, 0x63])
    const frame = Buffer.concat([Buffer.from('04224d18604082', 'hex'), uint32(block.length), block, uint32(0)])
    expect(Buffer.from(unpackLz4(frame, 100)).toString()).toBe('abababababc')
    expect(() => unpackLz4(frame, 5)).toThrow('unpacks to too much')
    expect(() => unpackLz4(frame.subarray(0, 12), 100)).toThrow()
  })
})

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
