/** XML workbooks of Excel 2003, as programs export them, and what is made to break their reader. */
import { describe, expect, it } from 'vitest'
import { convertedSource, refusalOf } from '../../support/converted.ts'

const head = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style></Styles>`
const cell = (type: string, value: string, more = ''): string =>
  `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`
const row = (...cells: readonly string[]): string => `<Row>${cells.join('')}</Row>`
const sheet = (name: string, ...rows: readonly string[]): string =>
  `<Worksheet ss:Name="${name}"><Table>${rows.join('\n')}</Table></Worksheet>`
const book = (...sheets: readonly string[]): string => `${head}${sheets.join('')}</Workbook>`

const days = [1, 2, 3, 4].map((day) =>
  row(
    cell('DateTime', `2024-01-0${day}T00:00:00.000`),
    cell('String', `K&#246;ln ${day}`),
    cell('Number', String(day * 1.5)),
    cell('Number', String(day / 8), ' ss:StyleID="p"'),
    cell('Boolean', String(day % 2)),
  ),
)
const names = row(...['day', 'city', 'amount', 'share', 'open'].map((name) => cell('String', name)))

describe('an XML workbook', () => {
  it.each(['book.xml', 'book.xls'])('called %s has columns by the types of its cells', async (name) => {
    const { kind, tables } = await convertedSource(book(sheet('Data', names, ...days)), name)
    expect(kind).toBe('spreadsheetXml')
    expect(tables[0]?.storages).toMatchObject({ day: 'DATE', city: 'VARCHAR', amount: 'DOUBLE', share: 'DOUBLE' })
    expect(tables[0]?.values[3]).toMatchObject({ day: '2024-01-04', city: 'Köln 4', amount: 6, share: 0.5 })
  })

  it('has a table for each sheet, and cells at the places they name', async () => {
    const gaps = sheet(
      'Gaps',
      row(cell('String', 'a'), cell('String', 'b'), cell('String', 'c')),
      row(cell('Number', '1'), cell('Number', '3', ' ss:Index="3"')),
      row(cell('Number', '4'), cell('Number', '5'), cell('Number', '6')),
      row(cell('Number', '7'), cell('Number', '8'), cell('Number', '9')),
    )
    const { tables } = await convertedSource(book(sheet('Data', names, ...days), gaps), 'two.xml')
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['Data', 4],
      ['Gaps', 3],
    ])
    expect(tables[1]?.values[0]).toEqual({ a: '1', b: null, c: '3' })
  })
})

describe('is refused with the reason', () => {
  it.each([
    [
      'a cell beyond all columns',
      sheet('S', row(cell('String', 'x', ' ss:Index="99999"'))),
      'too_large: more than 16384 columns',
    ],
    [
      'a cell merged over more than there are',
      sheet('S', row(cell('String', 'x', ' ss:MergeAcross="999999"'))),
      'too_large: more than 16384 columns',
    ],
    ['nothing in its sheets', sheet('S'), 'not_a_table'],
  ])('%s', async (_, sheets, reason) => {
    expect(await refusalOf(book(sheets), 'bad.xml')).toBe(reason)
  })

  it('one that ends in the middle', async () => {
    expect(await refusalOf(book(sheet('Data', names, ...days)).slice(0, 900), 'cut.xml')).toMatch(/^damaged_text/)
  })

  it('entities made to multiply', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${head.slice(head.indexOf('<Workbook'))}${sheet('S', row(cell('String', '&b;')))}</Workbook>`
    expect(await refusalOf(bomb, 'bomb.xml')).toMatch(/^damaged_text/)
  })

  it('a workbook of Excel 4, by its name', async () => {
    const content = Buffer.concat([Buffer.from('0904060000001000', 'hex'), Buffer.alloc(600)])
    expect(await refusalOf(content, 'old.xls')).toBe('unsupported_kind: kind of file: oldExcel')
  })

  it('a row far below keeps few of the blank rows above it', async () => {
    const far = `<Row ss:Index="1000000">${cell('String', 'a')}${cell('String', 'b')}</Row>`
    const { tables } = await convertedSource(
      book(
        sheet('S', far, row(cell('Number', '1'), cell('Number', '2')), row(cell('Number', '3'), cell('Number', '4'))),
      ),
      'far.xml',
    )
    expect(tables[0]?.rows).toBe(2)
  })
})
