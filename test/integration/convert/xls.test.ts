import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CancelledError, failureReasons } from '../../../src/shared/failure/failure.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { convertFile, readText, reasonOf, shapeOf } from '../../support/convert.ts'
import {
  begin,
  compoundFile,
  end,
  narrow,
  numberCell,
  record,
  sharedCell,
  u16,
  u32,
  workbookStream,
} from '../../support/old-workbook.ts'
import { processorClock } from '../../support/processor-time.ts'

/** Written by SheetJS 0.20.3, of one workbook; in that of Excel 95, letters beyond its code page are underscores. */
const fixtures = ['excel-97.xls', 'excel-binary.xlsb', 'excel-95.xls'] as const
const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/workbooks/${name}`, import.meta.url))

describe.each(fixtures)('%s', (name) => {
  it('has columns typed by its cells and number formats, errors and hidden sheets told', async () => {
    const { tables, rows } = await convertFile(name, fixture(name))
    const [first, second] = tables
    if (first === undefined || second === undefined) throw new Error('two tables are in it')
    expect(tables.map((table) => table.name)).toEqual(['Daten 1', 'Versteckt'])
    expect(shapeOf(first)).toEqual([
      'day DATE',
      'moment TIMESTAMP',
      'share DOUBLE percent',
      // The writer of that of Excel 95 has no sign of the euro.
      name === 'excel-95.xls' ? 'price DOUBLE' : 'price DOUBLE currency:EUR',
      'count BIGINT',
      'big DOUBLE',
      'open BOOLEAN words:TRUE/FALSE',
      'shop VARCHAR',
      'code VARCHAR',
      'err BIGINT',
      'len DOUBLE duration:seconds',
    ])
    const of = (row: number): unknown[] => rows[0]?.[row] ?? []
    expect(of(29).map((value) => (value instanceof Date ? value.toISOString() : value))).toMatchObject(
      [
        '2024-03-29T00:00:00.000Z',
        '2024-03-29T18:00:00.000Z',
        3.625,
        72.5,
        290n,
        29_000_000_000.125,
        false,
        'shop 29',
        '0129',
        29n,
        2_635_200,
      ].map((value) =>
        typeof value === 'bigint' ? expect.toSatisfy((one: unknown) => BigInt(one as number) === value) : value,
      ),
    )
    expect(of(1)[7]).toBe('shop 1')
    expect(String(of(0)[7])).toMatch(/^Gr(?:öß|__)e /u)
    expect(of(3)[9]).toBeNull()
    expect(first.columns[9]?.unreadable).toEqual({ count: 1, examples: [{ row: 4, text: '#DIV/0!' }] })
    expect(second.notes).toContain('This sheet is hidden in the workbook.')
  })

  it('is read as text, a sheet by its name', async () => {
    expect(await readText(name, fixture(name), 'Versteckt')).toMatch(/^a,b\nx[ж_],1\ny,2\nz,3\n$/u)
  })

  it('changed or cut anywhere, ends with a reason, and quickly', async () => {
    const bytes = fixture(name)
    let seed = 12345
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31
      return seed % below
    }
    for (let round = 0; round < 60; round += 1) {
      const copy = Buffer.from(round % 4 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes)
      for (let change = 0; round % 4 !== 0 && change < 1 + (round % 8); change += 1)
        copy[random(copy.length)] = random(256)
      const seconds = processorClock()
      const reason = await reasonOf(convertFile(name, copy))
      expect(['converted', ...Object.keys(failureReasons)]).toContain(reason)
      expect(reason).not.toBe('internal')
      expect(seconds()).toBeLessThan(10)
    }
  }, 120_000)
})

/** A header and three records; texts shared. */
const cells = Buffer.concat([
  ...[0, 1].map((column) => sharedCell(0, column, column)),
  ...[1, 2, 3].flatMap((row) => [sharedCell(row, 0, row + 1), numberCell(row, 1, row)]),
])
const texts = ['name', 'count', 'one', 'two', 'three']
const sharedTexts = record(0x00fc, u32(5, 5), ...texts.map(narrow))
const book = (globals: readonly Buffer[], records = cells): Buffer =>
  compoundFile(workbookStream(globals, [['Data', records]]))
const converted = (file: Buffer) => convertFile('book.xls', file)

describe('records of Excel 97', () => {
  it('of shared texts may be cut anywhere, also within one, and begin anew in wide characters', async () => {
    const narrowHalf = Buffer.concat([
      u32(5, 5),
      narrow('name'),
      narrow('count'),
      u16(3),
      Buffer.from([0]),
      Buffer.from('o'),
    ])
    const wideHalf = Buffer.concat([Buffer.from([1]), Buffer.from('nж', 'utf16le'), u16(3), Buffer.from([1])])
    const rest = Buffer.concat([Buffer.from([1]), Buffer.from('zwö', 'utf16le'), narrow('three')])
    const { rows } = await converted(book([record(0x00fc, narrowHalf), record(0x003c, wideHalf), record(0x003c, rest)]))
    expect(rows[0]?.map(([name]) => name)).toEqual(['onж', 'zwö', 'three'])
  })

  it('of shared texts carry formatting that is passed over, over the end of a record, too', async () => {
    const rich = Buffer.concat([u16(3), Buffer.from([0x0c]), u16(2), u32(6), Buffer.from('one'), u16(0, 1)])
    const behind = Buffer.concat([u16(2, 3), Buffer.from('phonet'), narrow('two'), narrow('three')])
    const { rows } = await converted(
      book([record(0x00fc, u32(5, 5), narrow('name'), narrow('count'), rich), record(0x003c, behind)]),
    )
    expect(rows[0]?.map(([name]) => name)).toEqual(['one', 'two', 'three'])
  })

  it('give numbers in every form, formulas their stored result, charts in a sheet nothing', async () => {
    const mulRk = (row: number): Buffer =>
      record(0x00bd, u16(row, 0), u16(0), u32(((row * 100) << 2) | 2), u16(0), u32(((row * 5) << 2) | 3), u16(1))
    const text = (row: number, value: string): Buffer =>
      Buffer.concat([
        record(0x0006, u16(row, 2, 0), [0, 0, 0, 0, 0, 0, 0xff, 0xff], u16(0), u32(0), u16(0)),
        record(0x04bc, [0, 0]),
        record(0x0207, narrow(value)),
      ])
    const chart = Buffer.concat([begin(32), numberCell(1, 0, 999), end])
    const rows = [1, 2, 3].map((row) => Buffer.concat([mulRk(row), text(row, `result ${row}`), chart]))
    const head = Buffer.concat(
      ['whole', 'part', 'text'].map((name, column) => record(0x0204, u16(0, column, 0), narrow(name))),
    )
    const { rows: found } = await converted(book([], Buffer.concat([head, ...rows])))
    expect(found[0]?.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : Number(cell))))).toEqual([
      [100, 0.05, 'result 1'],
      [200, 0.1, 'result 2'],
      [300, 0.15, 'result 3'],
    ])
  })

  it('of Excel 95 are in the code page that the workbook names', async () => {
    const cyrillic = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    const label = (row: number, column: number, text: Buffer): Buffer =>
      record(0x0204, u16(row, column, 0, text.length), text)
    const rows = [1, 2, 3].map((row) => Buffer.concat([label(row, 0, cyrillic), numberCell(row, 1, row)]))
    const head = Buffer.concat([label(0, 0, Buffer.from('name')), label(0, 1, Buffer.from('count'))])
    const stream = workbookStream([record(0x0042, u16(1251))], [['Data', Buffer.concat([head, ...rows])]], 0x0500)
    const { tables, rows: found } = await converted(compoundFile(stream, 'Book'))
    expect([tables[0]?.name, found[0]?.[0]?.[0]]).toEqual(['Data', 'Привет'])
  })

  it('of a workbook protected by a password are not read', async () => {
    expect(await reasonOf(converted(book([record(0x002f, u16(1))])))).toBe('encrypted_workbook')
  })
})

describe('hostile', () => {
  const circle = (): Buffer => {
    const file = book([sharedTexts])
    // The second sector of the workbook's stream is followed by itself.
    file.writeUInt32LE(3, 512 + 3 * 4)
    return file
  }

  it.each<[string, () => Buffer, string]>([
    ['a chain of sectors in a circle', circle, 'damaged_workbook'],
    ['millions of shared texts stated, none there', () => book([record(0x00fc, u32(5, 0xffffffff))]), 'converted'],
    ['a shared text without end', () => book([record(0x00fc, u32(1, 1), u16(0xffff), [1])]), 'damaged_workbook'],
    [
      'formatting of four billion runs',
      () => book([record(0x00fc, u32(1, 1), u16(1), [12], u16(0xffff), u32(0xffffffff), [97])]),
      'converted',
    ],
    [
      'a sheet behind the end of the file',
      () => compoundFile(Buffer.concat([begin(5), record(0x0085, u32(0x7fffffff), [0, 0, 1, 0, 65]), end])),
      'damaged_workbook',
    ],
    ['a workbook without an end', () => compoundFile(begin(5)), 'damaged_workbook'],
    ['a workbook of Excel 4', () => compoundFile(record(0x0409, u16(0, 16))), 'old_workbook'],
    ['a compound file of something else', () => compoundFile(Buffer.from('nothing'), 'Contents'), 'binary_file'],
    [
      'a stream that states more bytes than the file has',
      () => {
        const file = book([sharedTexts])
        file.writeUInt32LE(0x7fffffff, 1024 + 128 + 120)
        return file
      },
      'not_a_workbook',
    ],
  ])('%s', async (_, file, reason) => {
    const seconds = processorClock()
    expect(await reasonOf(converted(file()))).toBe(reason)
    expect(seconds()).toBeLessThan(5)
  })

  it('a cancel is heard while records are read', async () => {
    const many = Buffer.concat(Array.from({ length: 65_000 }, (_, row) => numberCell(row, 0, row)))
    const context = detachedContext({ yieldToEventLoop: () => Promise.reject(new CancelledError()) })
    await expect(convertFile('book.xls', book([], Buffer.concat(Array(4).fill(many))), { context })).rejects.toThrow(
      CancelledError,
    )
  })
})
