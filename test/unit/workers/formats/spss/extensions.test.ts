/** Records of kind 7, each as the PSPP developers' guide lays it out. */
import { describe, expect, it } from 'vitest'
import { Binary } from '../../../../../src/workers/formats/spss/binary.ts'
import {
  type ExtensionRecord,
  type Extensions,
  noExtensions,
  readExtension,
} from '../../../../../src/workers/formats/spss/extensions.ts'

function headerOf(layout: number, isBigEndian = false): Buffer {
  const header = Buffer.alloc(176)
  if (isBigEndian) header.writeInt32BE(layout, 64)
  else header.writeInt32LE(layout, 64)
  return header
}

const binary = new Binary(headerOf(2))
const ints = (...values: number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from(Int32Array.of(value).buffer)))
const text = (value: string): Buffer => Buffer.concat([ints(value.length), Buffer.from(value)])
const read = (record: Partial<ExtensionRecord>, known: Extensions = noExtensions): Extensions =>
  readExtension(known, { subtype: 0, size: 1, content: Buffer.alloc(0), ...record }, binary)

describe('the order of bytes', () => {
  it.each([2, 3])('is the one in which the layout code is %i', (layout) => {
    expect(new Binary(headerOf(layout)).isLittleEndian).toBe(true)
    expect(new Binary(headerOf(layout, true)).isLittleEndian).toBe(false)
  })

  it.each([0, 1, 4, -2])('is unknown where the layout code is %i', (layout) => {
    expect(() => new Binary(headerOf(layout))).toThrow('an unknown layout')
  })

  it('holds for every kind of number', () => {
    const bytes = Buffer.from([0, 0, 0, 0, 0, 0, 1, 2])
    const [little, big] = [new Binary(headerOf(2)), new Binary(headerOf(2, true))]
    expect([little.int(bytes, 4), big.int(bytes, 4)]).toEqual([0x02010000, 0x0102])
    expect([little.long(bytes, 0), big.long(bytes, 0)]).toEqual([0x0201 * 2 ** 48, 0x0102])
    for (const one of [little, big]) {
      const written = Buffer.alloc(8)
      one.writeDouble(written, -1.5, 0)
      expect(one.double(written, 0)).toBe(-1.5)
    }
    const written = Buffer.alloc(8)
    big.writeDouble(written, 1, 0)
    expect(written[0]).toBe(0x3f)
  })
})

describe('an extension of a system file', () => {
  it('holds the code page as the eighth of its integers', () => {
    expect(read({ subtype: 3, size: 4, content: ints(16, 0, 0, -1, 1, 1, 2, 1251) })).toEqual({
      ...noExtensions,
      codePage: 1251,
    })
    expect(read({ subtype: 3, size: 4, content: ints(16, 0, 0, -1, 1, 1, 2) })).toEqual(noExtensions)
  })

  it('holds the number that stands for none', () => {
    const content = Buffer.concat([Buffer.from(Float64Array.of(-99).buffer), Buffer.alloc(16)])
    expect(read({ subtype: 4, size: 8, content }).systemMissing).toBe(-99)
    expect(read({ subtype: 4, size: 8, content: content.subarray(0, 8) }).systemMissing).toBe(-99)
    expect(read({ subtype: 4, size: 8, content: content.subarray(0, 7) })).toEqual(noExtensions)
    expect(noExtensions.systemMissing).toBe(-Number.MAX_VALUE)
  })

  it('holds levels of measurement, if they are whole numbers of four bytes', () => {
    expect(read({ subtype: 11, size: 4, content: ints(1, 8, 0, 2, 8, 1) }).levels).toEqual([1, 8, 0, 2, 8, 1])
    expect(read({ subtype: 11, size: 8, content: ints(1, 8) })).toEqual(noExtensions)
  })

  it('holds names and widths as they stand, and the encoding by its name', () => {
    const content = Buffer.from(' UTF-8 ')
    expect(read({ subtype: 13, content }).longNames).toBe(content)
    expect(read({ subtype: 14, content }).longTexts).toBe(content)
    expect(read({ subtype: 20, content }).encoding).toBe('UTF-8')
  })

  it('of another kind is passed over, and what was known stays', () => {
    const known = read({ subtype: 20, content: Buffer.from('KOI8-R') })
    for (const subtype of [5, 7, 10, 16, 17, 18, 24]) {
      expect(read({ subtype, content: Buffer.from('anything at all') }, known)).toBe(known)
    }
    expect(read({ subtype: 13, content: Buffer.from('A=b') }, known).encoding).toBe('KOI8-R')
  })
})

describe('labels and missing values of texts beyond eight bytes', () => {
  const two = Buffer.concat([
    ...[text('CITY'), ints(12), ints(2), text('Zuerich     '), text('Largest'), text('Bern        '), text('Capital')],
    ...[text('LAND'), ints(10), ints(0)],
  ])

  it('are read for each variable in turn', () => {
    const told = read({ subtype: 21, content: two }).longTextLabels.map(({ variable, values }) => [
      variable.toString(),
      ...values.map(({ value, label }) => `${value}: ${label}`),
    ])
    expect(told).toEqual([['CITY', 'Zuerich     : Largest', 'Bern        : Capital'], ['LAND']])
  })

  it('have one length for all missing values, and no label', () => {
    const content = Buffer.concat([
      ...[text('CITY'), Buffer.from([2]), ints(8), Buffer.from('unknown refused ')],
      ...[text('LAND'), Buffer.from([1]), ints(8), Buffer.from('nowhere ')],
    ])
    const told = read({ subtype: 22, content }).longTextMissing.map(({ variable, values }) => [
      variable.toString(),
      ...values.map(({ value, label }) => [value.toString(), label.length]),
    ])
    expect(told).toEqual([
      ['CITY', ['unknown ', 0], ['refused ', 0]],
      ['LAND', ['nowhere ', 0]],
    ])
  })

  it.each([
    ['longer than the record', Buffer.concat([text('CITY'), ints(12, 1, 100)])],
    ['below nothing', Buffer.concat([text('CITY'), ints(12, 1, -1)])],
  ])('with a length %s are refused', (_what, content) => {
    expect(() => read({ subtype: 21, content })).toThrow(new RangeError('a text beyond its record'))
  })

  it('may end with the record', () => {
    expect(() => read({ subtype: 21, content: two.subarray(0, -1) })).toThrow(RangeError)
    expect(read({ subtype: 21, content: Buffer.alloc(0) }).longTextLabels).toEqual([])
  })
})
