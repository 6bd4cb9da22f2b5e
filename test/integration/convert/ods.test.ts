import { describe, expect, it } from 'vitest'
import { CancelledError } from '../../../src/shared/failure/failure.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { convertFile, reasonOf, shapeOf } from '../../support/convert.ts'
import { contentXml, flatXml, float, row, sheet, typed, words, writeSpreadsheet } from '../../support/open-document.ts'
import { processorClock } from '../../support/processor-time.ts'

const converted = (sheets: string, styles?: string, asked?: { sheet: string }) =>
  convertFile('book.ods', (file) => writeSpreadsheet(file, contentXml(sheets, styles)), asked)

const names = (...list: string[]): string => row(list.map(words).join(''))
const plainRows = names('item', 'count') + [1, 2, 3].map((count) => row(words(`lamp ${count}`) + float(count))).join('')

describe('an OpenDocument spreadsheet', () => {
  it('has columns by the types of its cells', async () => {
    const rows = [0, 1, 2, 3].map((index) =>
      row(
        [
          typed('date', 'date-value', `2024-02-2${index + 5}`),
          typed('date', 'date-value', `2024-02-01T18:0${index}:00`),
          typed('percentage', 'value', String(index / 8)),
          typed('currency', 'value', String(index * 2.5), 'office:currency="EUR"'),
          float(index * 10),
          typed('boolean', 'boolean-value', String(index % 2 === 0)),
          words(`shop ${index}`),
          typed('time', 'time-value', `PT0${index + 7}H30M00S`),
          typed('time', 'time-value', `PT${index * 20}H00M00S`, 'table:style-name="ce1"'),
        ].join(''),
      ),
    )
    const head = names('day', 'moment', 'share', 'price', 'count', 'open', 'shop', 'clock', 'length')
    const styles =
      '<number:time-style style:name="N1" number:truncate-on-overflow="false"/><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>'
    const { kind, tables, rows: found, leftBehind } = await converted(sheet('Data', head + rows.join('')), styles)
    expect([kind, leftBehind]).toEqual(['ods', []])
    expect(tables.map(shapeOf)).toEqual([
      [
        'day DATE',
        'moment TIMESTAMP',
        'share DOUBLE percent',
        'price DOUBLE currency:EUR',
        'count BIGINT',
        'open BOOLEAN words:TRUE/FALSE',
        'shop VARCHAR',
        'clock DOUBLE clock:seconds',
        'length DOUBLE duration:seconds',
      ],
    ])
    expect(found[0]?.[3]?.map(String)).toEqual([
      '2024-02-28T00:00:00.000Z',
      '2024-02-01T18:03:00.000Z',
      '0.375',
      '7.5',
      '30',
      'false',
      'shop 3',
      '37800',
      '216000',
    ])
  })

  it('repeats cells and rows where it says so, and passes over those that are empty', async () => {
    const rows = [
      names('a', 'b', 'c', 'd'),
      row(
        `${words('x')}<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>${float(1)}`,
        'table:number-rows-repeated="3"',
      ),
      row(
        `<table:table-cell table:number-columns-repeated="3"/>${float(2)}<table:table-cell table:number-columns-repeated="16380"/>`,
      ),
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048570"'),
    ]
    const { rows: found } = await converted(sheet('Data', rows.join('')))
    expect(found[0]?.map((cells) => cells.map((cell) => (cell === null ? null : String(cell))))).toEqual([
      ['x', '7', '7', '1'],
      ['x', '7', '7', '1'],
      ['x', '7', '7', '1'],
      [null, null, null, '2'],
    ])
  })

  it('has the text of its cells with breaks and spaces, without remarks and pictures', async () => {
    const remark = '<office:annotation><dc:creator>Bo</dc:creator><text:p>not this</text:p></office:annotation>'
    const picture = '<draw:frame><draw:text-box><text:p>nor this</text:p></draw:text-box></draw:frame>'
    const rich =
      '<text:p>one<text:s text:c="2"/>two<text:tab/><text:span>th<text:span>ree</text:span></text:span></text:p><text:p>a &amp; b<text:line-break/>c</text:p>'
    const cell = (content: string): string =>
      `<table:table-cell office:value-type="string">${content}</table:table-cell>`
    const { rows: found } = await converted(
      sheet('Data', names('text', 'n') + [1, 2].map((n) => row(cell(remark + rich + picture) + float(n))).join('')),
    )
    expect(found[0]?.[0]?.[0]).toBe('one  two\tthree\na & b\nc')
  })

  it('keeps errors, days before 1900 and values that are none apart from numbers', async () => {
    const error =
      '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    const rows = [1, 2, 3, 4, 5, 6].map((n) => row(words(`r${n}`) + (n === 3 ? error : float(n))))
    const { tables, rows: found } = await converted(sheet('Data', names('name', 'v') + rows.join('')))
    expect(found[0]?.[2]).toEqual(['r3', null])
    expect(tables[0]?.columns[1]?.unreadable).toEqual({ count: 1, examples: [{ row: 3, text: '#DIV/0!' }] })
    const old = [1, 2, 3].map((n) => row(words(`r${n}`) + typed('date', 'date-value', `178${n}-07-14`)))
    const { rows: days, tables: ofDays } = await converted(sheet('Data', names('name', 'day') + old.join('')))
    expect(ofDays.map(shapeOf)).toEqual([['name VARCHAR', 'day DATE']])
    expect(days[0]?.map(([, day]) => String(day).slice(0, 10))).toEqual(['1781-07-14', '1782-07-14', '1783-07-14'])
  })

  it('has its sheets by name, hidden ones said, one chosen', async () => {
    const styles =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const sheets = sheet('First', plainRows) + sheet('Second', plainRows, 'table:style-name="ta1"')
    const { tables } = await converted(sheets, styles)
    expect(tables.map(({ name }) => name)).toEqual(['First', 'Second'])
    expect(tables[1]?.notes).toContain('This sheet is hidden in the workbook.')
    expect((await converted(sheets, styles, { sheet: 'second' })).tables.map(({ name }) => name)).toEqual(['Second'])
    expect(await reasonOf(converted(sheets, styles, { sheet: 'Third' }))).toBe('no_such_sheet')
  })

  it('may be a single XML file, in any encoding', async () => {
    const flat = flatXml(sheet('Größe', plainRows))
    expect((await convertFile('book.fods', flat)).tables.map(({ name, rows }) => [name, rows])).toEqual([['Größe', 3]])
    const wide = Buffer.from(`\ufeff${flat.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    expect((await convertFile('book.fods', wide)).tables[0]?.name).toBe('Größe')
  })

  it('does not lose a sheet for a table within a cell', async () => {
    const inner = `<table:table-cell office:value-type="string"><table:table table:name="inner">${plainRows}</table:table><text:p>outer</text:p></table:table-cell>`
    const sheets =
      sheet('Outer', names('a', 'b') + [1, 2].map((n) => row(inner + float(n))).join('')) + sheet('Next', plainRows)
    const { tables, rows: found } = await converted(sheets)
    expect(tables.map(({ name }) => name)).toEqual(['Outer', 'Next'])
    expect(found[0]?.[0]?.[0]).toBe('outer')
  })
})

describe('hostile and damaged', () => {
  const row16k = row(
    '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>',
    'table:number-rows-repeated="1048576"',
  )
  const spaces = row(
    `${words('x')}<table:table-cell office:value-type="string"><text:p>${'<text:s text:c="1000000"/>'.repeat(10_000)}</text:p></table:table-cell>`,
  )

  it.each<[string, string, string]>([
    ['a row of all columns repeated to the end', sheet('Data', row16k), 'hostile_content'],
    ['spaces by the million', sheet('Data', plainRows + spaces), 'hostile_content'],
    [
      'a row behind the last',
      sheet('Data', row('<table:table-cell/>', 'table:number-rows-repeated="1048576"') + row(float(1))),
      'damaged_workbook',
    ],
    ['no cell', sheet('Data', row('<table:table-cell/>')), 'empty_file'],
    ['elements without end', sheet('Data', '<table:table-row-group>'.repeat(300)), 'hostile_content'],
    ['an element that ends and never began', '</table:table>', 'damaged_workbook'],
  ])('%s', async (_, sheets, reason) => {
    const seconds = processorClock()
    expect(await reasonOf(converted(sheets))).toBe(reason)
    expect(seconds()).toBeLessThan(10)
  })

  it('one that is protected by a password says so', async () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'
    const write = (file: string) => writeSpreadsheet(file, 'not XML', { 'META-INF/manifest.xml': manifest })
    expect(await reasonOf(convertFile('secret.ods', write))).toBe('encrypted_workbook')
  })

  it('one that declares a document type, or ends in the middle, is refused', async () => {
    const content = contentXml(sheet('Data', plainRows))
    const evil = content.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')
    expect(await reasonOf(convertFile('a.ods', (file) => writeSpreadsheet(file, evil)))).toBe('hostile_content')
    const cut = content.slice(0, -200)
    expect(await reasonOf(convertFile('a.ods', (file) => writeSpreadsheet(file, cut)))).toBe('damaged_workbook')
    expect(await reasonOf(convertFile('a.ods', (file) => writeSpreadsheet(file, '<office:document-content/>')))).toBe(
      'not_a_workbook',
    )
  })

  it('a cancel is heard, and the unpacked copy goes', async () => {
    const context = detachedContext({ yieldToEventLoop: () => Promise.reject(new CancelledError()) })
    const many = names('a', 'b') + Array.from({ length: 200_000 }, (_, n) => row(words(`r${n}`) + float(n))).join('')
    const work = convertFile('a.ods', (file) => writeSpreadsheet(file, contentXml(sheet('Data', many))), { context })
    await expect(work).rejects.toThrow(CancelledError)
  })
})
