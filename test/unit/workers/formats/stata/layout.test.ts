/** What a data set says of itself, and the lists of labels behind its rows. */
import { readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SequentialBytes } from '../../../../../src/workers/files/sequential-bytes.ts'
import {
  bytesOf,
  type Layout,
  rowBytesOf,
  taggedLayout,
  untaggedLayout,
  untilZero,
} from '../../../../../src/workers/formats/stata/layout.ts'
import { isTagged, isUntagged } from '../../../../../src/workers/formats/stata/marks.ts'
import { readValueLabels } from '../../../../../src/workers/formats/stata/value-labels.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

const fixtures = path.join(import.meta.dirname, '../../../../fixtures/stata')
const fixture = (name: string): Buffer => readFileSync(path.join(fixtures, name))

function opened<Result>(
  bytes: Buffer,
  use: (at: (place: number) => SequentialBytes) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const name = path.join(folder, 'data.dta')
    writeFileSync(name, bytes)
    const file = await open(name)
    try {
      return await use((place) => new SequentialBytes(file, place))
    } finally {
      await file.close()
    }
  })
}
const layoutOf = (bytes: Buffer): Promise<Layout> =>
  opened(bytes, (at) => (isTagged(bytes) ? taggedLayout(at(0), at) : untaggedLayout(at(0))))
/** With the text `from` once replaced by one of as many bytes. */
function changed(name: string, from: string, to: string): Buffer {
  const text = fixture(name).toString('latin1')
  expect(text).toContain(from)
  expect(to).toHaveLength(from.length)
  return Buffer.from(
    text.replace(from, () => to),
    'latin1',
  )
}

describe('the layout of a data set', () => {
  it.each([
    ['114-little.dta', 114, true],
    ['114-big.dta', 114, false],
    ['117-little.dta', 117, true],
    ['117-big.dta', 117, false],
    ['118-little.dta', 118, true],
    ['119-big.dta', 119, false],
  ])('of %s', async (name, release, isLittleEndian) => {
    const layout = await layoutOf(fixture(name))
    expect(layout).toMatchObject({ release, rows: 4, binary: { isLittleEndian }, nameBytes: release < 118 ? 33 : 129 })
    const names = layout.variables.map((variable) => variable.name.toString())
    expect(names.slice(0, 3)).toEqual(['make', 'price', 'mpg'])
    const kinds = Object.fromEntries(layout.variables.map(({ type }, index) => [names[index], type.kind]))
    expect(kinds).toMatchObject({
      make: 'text',
      price: 'number',
      remark: /^11[78]-little/u.test(name) ? 'long text' : 'text',
    })
    expect(layout.rowsAt + layout.rows * rowBytesOf(layout)).toBeLessThanOrEqual(layout.valueLabelsAt)
    expect(rowBytesOf(layout)).toBe(layout.variables.reduce((sum, { type }) => sum + bytesOf(type), 0))
    expect(layout.longTextsAt === null).toBe(release < 117)
  })

  it.each([
    ['<release>118', '<release>116', 'release 116'],
    ['<release>118', '<release>122', 'release 122'],
    ['<byteorder>LSF', '<byteorder>XSF', 'an unknown order of bytes'],
    ['<header>', '<leader>', '<stata_dta><leader><release> where <stata_dta><header><release> should be'],
    ['<K>', '<\u0001>', '<?> where </byteorder><K> should be'.replace('<?>', '</byteorder><?>')],
    ['<varnames>', '<varname!>', 'no varnames where they should be'],
    ['<variable_types>', '<variable_tapes>', 'no variable_types where they should be'],
  ])('with %s made %s is refused', async (from, to, message) => {
    await expect(layoutOf(changed('118-little.dta', from, to))).rejects.toThrow(message)
  })

  it('with more variables than Stata has is refused before they are read', async () => {
    const bytes = fixture('119-big.dta')
    bytes.writeUInt32BE(120_001, bytes.indexOf('<K>') + 3)
    await expect(layoutOf(bytes)).rejects.toMatchObject({ reason: 'too_large' })
  })

  it('with a type that is none is refused', async () => {
    for (const code of [0, 2046, 32_767, 65_525, 65_531]) {
      const bytes = fixture('118-little.dta')
      bytes.writeUInt16LE(code, bytes.indexOf('<variable_types>') + 16)
      await expect(layoutOf(bytes), `${code}`).rejects.toThrow(`a variable of type ${code}`)
    }
    for (const code of [0, 245, 250]) {
      const bytes = fixture('114-little.dta')
      bytes.writeUInt8(code, 10 + 81 + 18)
      await expect(layoutOf(bytes), `${code}`).rejects.toThrow(`a variable of type ${code}`)
    }
  })

  it('has texts of up to 2045 bytes, or 244 before release 117', async () => {
    const bytes = fixture('118-little.dta')
    bytes.writeUInt16LE(2045, bytes.indexOf('<variable_types>') + 16)
    expect((await layoutOf(bytes)).variables[0]?.type).toEqual({ kind: 'text', bytes: 2045 })
    const old = fixture('114-little.dta')
    for (const bytesOfText of [1, 244]) {
      old.writeUInt8(bytesOfText, 10 + 81 + 18)
      expect((await layoutOf(old)).variables[0]?.type).toEqual({ kind: 'text', bytes: bytesOfText })
    }
  })
})

describe('first bytes', () => {
  it('tell a data set by its tag', () => {
    expect(isTagged(Buffer.from('<stata_dta><header>'))).toBe(true)
    expect(isTagged(Buffer.from('<stata_dt'))).toBe(false)
    expect(isTagged(Buffer.from(' <stata_dta>'))).toBe(false)
  })

  it.each([
    [[113, 1, 1, 0], true],
    [[115, 2, 1, 0], true],
    [[112, 1, 1, 0], false],
    [[116, 1, 1, 0], false],
    [[114, 0, 1, 0], false],
    [[114, 3, 1, 0], false],
    [[114, 1, 0, 0], false],
    [[114, 1, 1, 1], false],
    [[114, 1, 1], false],
    [[], false],
  ])('%j of an old one: %s', (head, is) => {
    expect(isUntagged(Buffer.from(head))).toBe(is)
  })

  it('of a text end at a zero byte', () => {
    expect(untilZero(Buffer.from('ab\0c')).toString()).toBe('ab')
    expect(untilZero(Buffer.from('abc')).toString()).toBe('abc')
    expect(untilZero(Buffer.from('\0abc'))).toHaveLength(0)
  })
})

describe('lists of labels', () => {
  const labelsOf = (bytes: Buffer) =>
    opened(bytes, async (at) => {
      const layout = await (isTagged(bytes) ? taggedLayout(at(0), at) : untaggedLayout(at(0)))
      return readValueLabels(at(layout.valueLabelsAt), layout, bytes.length, (text) => text.toString('latin1'))
    })

  it.each(['114-little.dta', '114-big.dta', '117-big.dta', '118-little.dta'])('of %s', async (name) => {
    const lists = await labelsOf(fixture(name))
    expect([...(lists.get('origin') ?? [])]).toEqual([
      [0, 'Domestic'],
      [1, 'Foreign'],
    ])
  })

  it('follow each other', async () => {
    const text = fixture('118-little.dta').toString('latin1')
    const list = text.slice(text.indexOf('<lbl>'), text.indexOf('</lbl>') + '</lbl>'.length)
    const two = text.replace(list, () => list.replace('origin', () => 'others') + list)
    expect([...(await labelsOf(Buffer.from(two, 'latin1'))).keys()]).toEqual(['others', 'origin'])
  })

  it('have none for a value that is missing', async () => {
    const bytes = fixture('118-little.dta')
    const table = bytes.indexOf('<lbl>') + 5 + 4 + 129 + 3
    const count = bytes.readUInt32LE(table)
    const firstValue = table + 8 + 4 * count
    bytes.writeInt32LE(2_147_483_620, firstValue)
    bytes.writeInt32LE(2_147_483_621, firstValue + 4)
    const [labels] = (await labelsOf(bytes)).values()
    expect([...(labels ?? []).keys()].includes(2_147_483_621)).toBe(false)
    expect([...(labels ?? []).keys()].includes(2_147_483_620)).toBe(true)
  })

  it('that say that they are longer than any, or hold more than they have room for, are refused', async () => {
    const long = fixture('118-little.dta')
    long.writeUInt32LE(64 * 1024 * 1024 + 1, long.indexOf('<lbl>') + 5)
    await expect(labelsOf(long)).rejects.toThrow('a list of labels of 67108865 bytes')
    const full = fixture('118-little.dta')
    full.writeUInt32LE(1_000, full.indexOf('<lbl>') + 5 + 4 + 129 + 3)
    await expect(labelsOf(full)).rejects.toThrow('a list of labels beyond its length')
  })
})
