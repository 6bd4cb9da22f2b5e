/** The dictionary of a system file, record by record. */
import { writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SequentialBytes } from '../../../../../src/workers/files/sequential-bytes.ts'
import { declaredMissing } from '../../../../../src/workers/formats/labelled/labelled-file.ts'
import { columnsOf } from '../../../../../src/workers/formats/spss/columns.ts'
import { type Dictionary, readDictionary } from '../../../../../src/workers/formats/spss/dictionary.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

const ints = (...values: number[]): Buffer => Buffer.from(Int32Array.from(values).buffer)
const doubles = (...values: number[]): Buffer => Buffer.from(Float64Array.from(values).buffer)
const padded = (text: string, length: number): Buffer => Buffer.from(text.padEnd(length))

interface Head {
  readonly packing?: number
  readonly cases?: number
  readonly weight?: number
}
const head = ({ packing = 0, cases = 1, weight = 0 }: Head = {}): Buffer =>
  Buffer.concat([padded('$FL2', 64), ints(2, 1, packing, weight, cases), doubles(100), Buffer.alloc(84)])
const variable = (name: string, width = 0, missing: readonly number[] = [], count = missing.length): Buffer =>
  Buffer.concat([ints(2, width, 0, count, 5 << 16, 5 << 16), padded(name, 8), doubles(...missing)])
const more = Buffer.concat([ints(2, -1, 0, 0, 0, 0), padded('', 8)])
const labelled = (name: string, label: string): Buffer =>
  Buffer.concat([
    ints(2, 0, 1, 0, 5 << 16, 5 << 16),
    padded(name, 8),
    ints(label.length),
    padded(label, 4 * Math.ceil(label.length / 4)),
  ])
const valueLabels = (labels: Readonly<Record<number, string>>, ...octets: number[]): Buffer =>
  Buffer.concat([
    ints(3, Object.keys(labels).length),
    ...Object.entries(labels).flatMap(([value, label]) => [
      doubles(Number(value)),
      Buffer.from([label.length]),
      padded(label, 8 * Math.ceil((label.length + 1) / 8) - 1),
    ]),
    ints(4, octets.length, ...octets),
  ])
const extension = (subtype: number, size: number, content: Buffer): Buffer =>
  Buffer.concat([ints(7, subtype, size, content.length / size), content])
const end = ints(999, 0)

/** What is read of it, and where the first case begins. */
function read(...parts: Buffer[]): Promise<{ dictionary: Dictionary; position: number }> {
  return withTemporaryFolder(async (folder) => {
    const name = path.join(folder, 'dictionary')
    writeFileSync(name, Buffer.concat(parts))
    const file = await open(name)
    try {
      const bytes = new SequentialBytes(file)
      return { dictionary: await readDictionary(bytes), position: bytes.position }
    } finally {
      await file.close()
    }
  })
}
const columnsRead = async (...parts: Buffer[]) => columnsOf((await read(...parts)).dictionary)

describe('the header', () => {
  it.each([
    [0, 'none'],
    [1, 'bytecode'],
    [2, 'zlib'],
  ])('says by %i that cases are packed as %s', async (packing, name) => {
    expect((await read(head({ packing }), end)).dictionary.header.packing).toBe(name)
  })

  it('with another packing is refused', async () => {
    await expect(read(head({ packing: 3 }), end)).rejects.toThrow('packed in a way 3')
  })

  it('says how many cases there are, if whoever wrote it knew', async () => {
    expect((await read(head({ cases: 0 }), end)).dictionary.header).toMatchObject({ cases: 0, bias: 100, octets: 0 })
    expect((await read(head({ cases: -1 }), end)).dictionary.header.cases).toBeNull()
  })
})

describe('records', () => {
  it('of variables are counted in octets, and what goes on with a text is no variable', async () => {
    const { dictionary, position } = await read(head(), variable('A'), variable('B', 12), more, variable('C'), end)
    expect(dictionary.variables.map(({ octet, width }) => [octet, width])).toEqual([
      [0, 0],
      [1, 12],
      [3, 0],
    ])
    expect(dictionary.header.octets).toBe(4)
    expect(position).toBe(176 + 4 * 32 + 8)
  })

  it('of labels take as much room as a multiple of four or eight bytes', async () => {
    for (const label of ['a', 'abcd', 'abcdefg', 'abcdefgh', 'abcdefghi']) {
      const { columns } = await columnsRead(head(), labelled('A', label), valueLabels({ 1: label, 2: 'x' }, 1), end)
      expect(columns[0]).toMatchObject({ name: 'A', label })
      expect([...(columns[0]?.valueLabels ?? [])]).toEqual([
        [1, label],
        [2, 'x'],
      ])
    }
  })

  it('of labels are of each variable that they name', async () => {
    const { columns } = await columnsRead(
      ...[head(), variable('A'), variable('B'), variable('C'), valueLabels({ 1: 'yes' }, 1, 3)],
      ...[valueLabels({ 2: 'no' }, 3), end],
    )
    expect(columns.map(({ valueLabels: labels }) => (labels === null ? null : [...labels.values()]))).toEqual([
      ['yes'],
      null,
      ['yes', 'no'],
    ])
  })

  it('of documents and of what is not known are passed over', async () => {
    const { dictionary } = await read(
      ...[head(), variable('A'), ints(6, 2), Buffer.alloc(160, 65)],
      ...[extension(99, 1, Buffer.from('abc')), variable('B'), end],
    )
    expect(dictionary.variables).toHaveLength(2)
  })

  it.each([
    ['of no known kind', [ints(5)], 'a record of kind 5'],
    ['of a text below nothing', [variable('A', -2)], 'a variable of -2 bytes'],
    ['of a text beyond 255 bytes', [variable('A', 256)], 'a variable of 256 bytes'],
    ['with more than three missing values', [variable('A', 0, [1, 2, 3, 4])], '4 missing values'],
    ['with documents below nothing', [ints(6, -1)], 'a count of -1'],
    ['with labels below nothing', [ints(3, -1)], 'a count of -1'],
    ['with labels of no variables', [ints(3, 0, 5, 0)], 'labels of values without their variables'],
    ['with an extension below nothing', [ints(7, 3, 4, -8)], 'a count of -8'],
  ])('%s are refused', async (_what, parts, message) => {
    await expect(read(head(), ...parts, end)).rejects.toThrow(message)
  })

  it('may be of a text of 255 bytes', async () => {
    const whole = [variable('A', 255), ...Array.from({ length: 31 }, () => more)]
    expect((await read(head(), ...whole, end)).dictionary.variables[0]?.width).toBe(255)
  })

  it('of more bytes than any survey has are refused before they are read', async () => {
    await expect(read(head(), ints(7, 13, 1, 128 * 1024 * 1024 + 1))).rejects.toMatchObject({
      reason: 'hostile_content',
    })
  })
})

describe('missing values', () => {
  const told = async (missing: readonly number[], count: number, ...values: number[]) => {
    const { columns } = await columnsRead(head(), variable('A', 0, missing, count), end)
    return values.map((value) => columns[0]?.valueOf(doubles(value)))
  }

  it('are up to three', async () => {
    expect(await told([8, 9, 99], 3, 8, 9, 99, 98)).toEqual([declaredMissing, declaredMissing, declaredMissing, 98])
  })

  it('are a range with both its ends, and one more', async () => {
    expect(await told([97, 99], -2, 96, 97, 98, 99, 100)).toEqual([96, ...Array(3).fill(declaredMissing), 100])
    expect(await told([97, 99, -1], -3, -1, 98, 0)).toEqual([declaredMissing, declaredMissing, 0])
  })

  it('have no label among the others', async () => {
    const { columns } = await columnsRead(
      head(),
      variable('A', 0, [9]),
      valueLabels({ 1: 'yes', 9: 'refused' }, 1),
      end,
    )
    expect([...(columns[0]?.valueLabels ?? [])]).toEqual([[1, 'yes']])
  })

  it('are none where a number is the one that stands for none, or no number at all', async () => {
    const { columns } = await columnsRead(head(), variable('A', 0, [9]), end)
    expect([-Number.MAX_VALUE, Number.NaN, 0].map((value) => columns[0]?.valueOf(doubles(value)))).toEqual([
      null,
      null,
      0,
    ])
    const own = await columnsRead(head(), variable('A'), extension(4, 8, doubles(-99, 0, 0)), end)
    expect(own.columns[0]?.valueOf(doubles(-99))).toBeNull()
  })
})

describe('what extensions say of columns', () => {
  const names = extension(13, 1, Buffer.from('A=Age in years\tB=Best of all'))

  it('is their long names, and by it the one that weights', async () => {
    expect(
      await columnsRead(head({ weight: 2 }), variable('A'), variable('B'), variable('C'), names, end),
    ).toMatchObject({
      columns: [{ name: 'Age in years' }, { name: 'Best of all' }, { name: 'C' }],
      weight: 'Best of all',
    })
    expect((await columnsRead(head(), variable('A'), names, end)).weight).toBeNull()
  })

  it.each([
    ['two', [1, 8, 2, 8]],
    ['three', [1, 8, 0, 2, 8, 1]],
  ])('is whether they are steps, in records of %s items', async (_what, levels) => {
    const { columns } = await columnsRead(head(), variable('A'), variable('B'), extension(11, 4, ints(...levels)), end)
    expect(columns.map(({ isOrdinal }) => isOrdinal)).toEqual([false, true])
  })

  it('is nothing where the record has another number of items', async () => {
    for (const levels of [[2, 2], [2, 2, 2], Array(8).fill(2)]) {
      const { columns } = await columnsRead(
        head(),
        variable('A'),
        variable('B'),
        extension(11, 4, ints(...levels)),
        end,
      )
      expect(columns.map(({ isOrdinal }) => isOrdinal)).toEqual([false, false])
    }
  })

  it('is that several variables are one long text', async () => {
    const parts = [255, 45].flatMap((width, index) => [
      variable(`T${index}`, width),
      ...Array.from({ length: Math.ceil(width / 8) - 1 }, () => more),
    ])
    const { columns } = await columnsRead(
      ...[head(), ...parts, variable('N'), extension(14, 1, Buffer.from('T0=00297\0\t'))],
      end,
    )
    expect(columns.map(({ name }) => name)).toEqual(['T0', 'N'])
    const bytes = Buffer.concat([padded('x'.repeat(255), 256), padded('end', 48), doubles(4)])
    expect(columns.map((column) => column.valueOf(bytes))).toEqual([`${'x'.repeat(255)}end`, 4])
  })

  it('is which long texts are missing, and what the others stand for', async () => {
    const sized = (text: string): Buffer => Buffer.concat([ints(text.length), Buffer.from(text)])
    const missing = Buffer.concat([sized('CITY'), Buffer.from([1]), ints(8), padded('unknown', 8)])
    const values = Buffer.concat([sized('CITY'), ints(12, 1), sized('Zuerich     '), sized('Largest')])
    const { columns } = await columnsRead(
      ...[head(), variable('CITY', 12), more, extension(21, 1, values), extension(22, 1, missing), end],
    )
    const [city] = columns
    expect(['unknown', 'Zuerich', ''].map((text) => city?.valueOf(padded(text, 16)))).toEqual([
      declaredMissing,
      'Zuerich',
      null,
    ])
    expect([...(city?.valueLabels ?? [])]).toEqual([['Zuerich', 'Largest']])
  })

  it('is nothing of a text that is not longer than one variable', async () => {
    const { columns } = await columnsRead(head(), variable('A', 8), variable('B', 8), end)
    const bytes = Buffer.concat([padded('one', 8), padded('', 8)])
    expect(columns.map((column) => column.valueOf(bytes))).toEqual(['one', null])
  })
})
