/** Numbers of a data set, and which of them are none. */
import { describe, expect, it } from 'vitest'
import { declaredMissing } from '../../../../../src/workers/formats/labelled/labelled-file.ts'
import { Binary, numberTypes } from '../../../../../src/workers/formats/stata/binary.ts'

type Name = keyof typeof numberTypes

const writers: Readonly<Record<Name, (bytes: Buffer, value: number, isLittleEndian: boolean) => unknown>> = {
  byte: (bytes, value) => bytes.writeInt8(value),
  int: (bytes, value, isLittle) => (isLittle ? bytes.writeInt16LE(value) : bytes.writeInt16BE(value)),
  long: (bytes, value, isLittle) => (isLittle ? bytes.writeInt32LE(value) : bytes.writeInt32BE(value)),
  float: (bytes, value, isLittle) => (isLittle ? bytes.writeFloatLE(value) : bytes.writeFloatBE(value)),
  double: (bytes, value, isLittle) => (isLittle ? bytes.writeDoubleLE(value) : bytes.writeDoubleBE(value)),
}

/** Of a number that stands behind three other bytes. */
function read(name: Name, value: number, isLittleEndian: boolean): unknown {
  const type = numberTypes[name]
  const bytes = Buffer.alloc(type.bytes)
  writers[name](bytes, value, isLittleEndian)
  return type.valueOf(new Binary(isLittleEndian), Buffer.concat([Buffer.alloc(3, 0x55), bytes]), 3)
}

describe.each([
  ['low', true],
  ['high', false],
])('numbers with their %s bytes first', (_which, isLittleEndian) => {
  it.each<[Name, number, number]>([
    ['byte', 100, -127],
    ['int', 32_740, -32_767],
    ['long', 2_147_483_620, -2_147_483_647],
    ['float', 1.5, -0.1],
    ['double', 8.98e307, -1e-300],
  ])('of the type %s are themselves up to the largest', (name, largest, other) => {
    expect(read(name, largest, isLittleEndian)).toBe(largest)
    expect(read(name, other, isLittleEndian)).toBe(other)
    expect(read(name, 0, isLittleEndian)).toBe(0)
  })

  it.each<[Name, number, number, number]>([
    ['byte', 101, 102, 127],
    ['int', 32_741, 32_742, 32_767],
    ['long', 2_147_483_621, 2_147_483_622, 2_147_483_647],
    ['float', 2 ** 127, 2 ** 127 * (1 + 2 ** -12), 2 ** 127 * (1 + 26 * 2 ** -12)],
    ['double', 2 ** 1023, 2 ** 1023 * (1 + 2 ** -12), 2 ** 1023 * (1 + 26 * 2 ** -12)],
  ])('of the type %s are none, or none for a reason, beyond it', (name, none, first, last) => {
    expect(read(name, none, isLittleEndian)).toBeNull()
    expect(read(name, first, isLittleEndian)).toBe(declaredMissing)
    expect(read(name, last, isLittleEndian)).toBe(declaredMissing)
  })

  it('are none where they are no numbers', () => {
    expect(read('float', Number.NaN, isLittleEndian)).toBeNull()
    expect(read('double', Number.NaN, isLittleEndian)).toBeNull()
  })
})

describe('numbers without a sign', () => {
  const bytes = Buffer.from([9, 1, 2, 3, 4, 5, 6, 0, 0])

  it.each([1, 2, 3, 4, 5, 6])('of %i bytes', (length) => {
    const own = [...bytes.subarray(1, 1 + length)]
    expect(new Binary(true).unsigned(bytes, 1, length)).toBe(own.reduce((sum, byte, at) => sum + byte * 256 ** at, 0))
    expect(new Binary(false).unsigned(bytes, 1, length)).toBe(own.reduce((sum, byte) => 256 * sum + byte, 0))
  })

  it('of eight bytes', () => {
    expect(new Binary(true).long(bytes, 1)).toBe(0x060504030201)
    expect(new Binary(false).long(Buffer.from([9, 0, 0, 1, 2, 3, 4, 5, 6]), 1)).toBe(0x010203040506)
  })
})
