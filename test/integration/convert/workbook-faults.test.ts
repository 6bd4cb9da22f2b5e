import { describe, expect, it } from 'vitest'
import { parseFormat } from '../../../src/workers/formats/workbook/number-format.ts'
import { convertFile, reasonOf, shapeOf } from '../../support/convert.ts'
import { compoundFile, narrow, numberCell, record, u16, u32, workbookStream } from '../../support/old-workbook.ts'
import {
  contentXml,
  float,
  row as odsRow,
  sheet as odsSheet,
  words,
  writeSpreadsheet,
} from '../../support/open-document.ts'
import { processorClock } from '../../support/processor-time.ts'
import { type PlainCell, rowsOf, sheetPart, type WorkbookParts, writeWorkbook } from '../../support/workbook.ts'

const converted = (workbook: WorkbookParts) => convertFile('book.xlsx', (file) => writeWorkbook(file, workbook))
const ofPart = (part: string) => converted({ sheets: [{ name: 'Data', part }] })
const notesOf = async (work: ReturnType<typeof convertFile>): Promise<string> =>
  (await work).tables[0]?.notes.join(' ') ?? ''

const table: PlainCell[][] = [
  ['dept', 'amount', 'rate'],
  ...[1, 2, 3, 4, 5, 6].map((n) => [`d${n % 2}`, n * 10, n / 4]),
]
const plain = sheetPart(rowsOf(table))
const hiding = (part: string, ...rows: number[]): string =>
  rows.reduce((xml, row) => xml.replace(`<row r="${row}">`, `<row r="${row}" hidden="1">`), part)

describe('what a workbook does not show is read and said', () => {
  it('rows by hand, rows by a filter', async () => {
    expect(await notesOf(ofPart(hiding(plain, 2, 4)))).toContain(
      '2 rows are hidden in the workbook, and read all the same.',
    )
    const filtered = hiding(plain, 3).replace('</worksheet>', '<autoFilter ref="A1:C7"/></worksheet>')
    expect(await notesOf(ofPart(filtered))).toContain('1 row is hidden in the workbook by a filter')
    expect((await ofPart(filtered)).rows[0]).toHaveLength(6)
    expect(await notesOf(ofPart(plain))).not.toContain('hidden')
  })

  it('columns, by name', async () => {
    const cols = '<cols><col min="2" max="3" hidden="true"/><col min="9" max="16384" hidden="1"/></cols><sheetData>'
    expect(await notesOf(ofPart(plain.replace('<sheetData>', cols)))).toContain(
      'The columns "amount", "rate" are hidden in the workbook',
    )
  })

  it('hidden rows below the table, and those of a header, are nothing to say', async () => {
    const below = hiding(plain, 1).replace('</sheetData>', '<row r="8" hidden="1"/><row r="9" hidden="1"/></sheetData>')
    expect(await notesOf(ofPart(below))).not.toContain('hidden')
  })

  it('in OpenDocument and old workbooks, too', async () => {
    const rows = [1, 2, 3].map((n) => odsRow(words(`r${n}`) + float(n), n === 2 ? 'table:visibility="filter"' : ''))
    const columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    const content = contentXml(odsSheet('Data', columns + odsRow(words('a') + words('b')) + rows.join('')))
    const ofOds = await notesOf(convertFile('a.ods', (file) => writeSpreadsheet(file, content)))
    expect(ofOds).toContain('1 row is hidden in the workbook by a filter')
    expect(ofOds).toContain('The column "b" is hidden')
    const head = ['a', 'b'].map((name, column) => record(0x0204, u16(0, column, 0), narrow(name)))
    const rowHeader = record(0x0208, u16(2, 0, 2, 255, 0, 0), u16(0x20, 0))
    const cells = [1, 2, 3].flatMap((n) => [numberCell(n, 0, n), numberCell(n, 1, n * 2)])
    const stream = workbookStream(
      [],
      [['Data', Buffer.concat([record(0x009b), record(0x007d, u16(1, 1, 0, 0, 1, 0)), rowHeader, ...head, ...cells])]],
    )
    const ofXls = await notesOf(convertFile('a.xls', compoundFile(stream)))
    expect(ofXls).toContain('1 row is hidden in the workbook by a filter')
    expect(ofXls).toContain('The column "b" is hidden')
    expect(u32(1)).toHaveLength(4)
  })
})

describe('formulas without a stored result', () => {
  const withFormulas = (cell: (row: number) => string): string =>
    sheetPart(
      rowsOf([['item', 'qty', 'total'], ...[1, 2, 3, 4].map((n) => [`p${n}`, n])]).replaceAll(
        /<row r="(\d)">(.*?)<\/row>/gu,
        (whole, row: string, cells: string) =>
          row === '1' ? whole : `<row r="${row}">${cells}${cell(Number(row))}</row>`,
      ),
    )

  it('are said, with their column', async () => {
    for (const value of ['', '<v></v>', '<v/>']) {
      const found = await ofPart(withFormulas((row) => `<c r="C${row}"><f>B${row}*2</f>${value}</c>`))
      expect(found.tables[0]?.notes.join(' ')).toContain('In "total", 4 formulas had no result stored in the file')
      expect(found.rows[0]?.map((cells) => cells[2])).toEqual([null, null, null, null])
    }
  })

  it('and those with one, also an empty text, are not', async () => {
    for (const value of ['<v>7</v>', '<v>0</v>']) {
      expect(await notesOf(ofPart(withFormulas((row) => `<c r="C${row}"><f>B${row}*2</f>${value}</c>`)))).not.toContain(
        'formula',
      )
    }
    expect(await notesOf(ofPart(withFormulas((row) => `<c r="C${row}" t="str"><f>""</f><v></v></c>`)))).not.toContain(
      'formula',
    )
  })
})

describe('much in little', () => {
  it('thousands of long texts, more than are held in memory at once', async () => {
    const long = (seed: number): string =>
      Array.from({ length: 700 }, (_, n) => `word${(seed * 31 + n * 17) % 9973}`).join(' ')
    const rows: PlainCell[][] = [
      ['id', 'text0', 'text1'],
      ...Array.from({ length: 2_500 }, (_, n) => [n + 1, long(n), long(-n)]),
    ]
    const { tables, rows: found } = await converted({ sheets: [{ name: 'Data', data: rowsOf(rows) }] })
    expect(tables.map(shapeOf)).toEqual([['id BIGINT', 'text0 VARCHAR', 'text1 VARCHAR']])
    expect(found[0]?.[2_499]).toEqual([expect.anything(), long(2_499), long(-2_499)])
  }, 60_000)

  it('a sheet whose every row is one merged cell over 16,384 columns', async () => {
    const merges = Array.from({ length: 5_000 }, (_, row) => `<mergeCell ref="A${row + 1}:XFD${row + 1}"/>`).join('')
    const rows = rowsOf(Array.from({ length: 5_000 }, (_, n) => (n < 4_000 ? [`title ${n}`] : [`d${n}`, n, n * 2])))
    const seconds = processorClock()
    await reasonOf(ofPart(sheetPart(rows, `<mergeCells>${merges}</mergeCells>`)))
    expect(seconds()).toBeLessThan(5)
  })

  it('a header of 16,384 cells each merged with the next row', async () => {
    const names = Array.from({ length: 2_500 }, (_, n) => `name ${n}`)
    const merges = Array.from({ length: 16_384 }, (_, n) => `<mergeCell ref="${letters(n)}1:${letters(n)}2"/>`).join('')
    const body = [names, [], ...[1, 2, 3].map((row) => names.map((_, n) => row * n))]
    const seconds = processorClock()
    const { tables } = await ofPart(sheetPart(rowsOf(body), `<mergeCells>${merges}</mergeCells>`))
    expect(tables[0]?.columns).toHaveLength(2_500)
    expect(seconds()).toBeLessThan(15)
  }, 30_000)

  it('a dimension that lies, either way', async () => {
    for (const lie of ['A1:XFD1048576', 'A1', 'nothing', '']) {
      const { rows } = await ofPart(plain.replace('<sheetData>', `<dimension ref="${lie}"/><sheetData>`))
      expect(rows[0]).toHaveLength(6)
    }
  })

  it.each([
    ['quotes', '"'.repeat(60_000)],
    ['a quote opened again and again', '"a'.repeat(60_000)],
    ['brackets', '['.repeat(60_000)],
    ['brackets with h', '[h'.repeat(60_000)],
    ['currencies without an end', '[$'.repeat(60_000)],
    ['currencies with a locale without an end', '[$-'.repeat(60_000)],
    ['zeros', '0'.repeat(120_000)],
    ['zeros before seconds', `${'0;'.repeat(10)}${'0'.repeat(60_000)}`],
    ['seconds', 's'.repeat(60_000)],
    ['seconds and dots', 's.'.repeat(60_000)],
    ['seconds and zeros', 's.0'.repeat(40_000)],
    ['am/pm', 'am/pm'.repeat(30_000)],
    ['backslashes', '\\'.repeat(60_000)],
    ['blanks', ' '.repeat(60_000)],
    ['letters', 'ABC'.repeat(40_000)],
    ['general', 'general'.repeat(20_000)],
  ])('a number format of %s is understood at once', (_, code) => {
    const seconds = processorClock()
    parseFormat(code)
    parseFormat(`yyyy${code}`)
    expect(seconds()).toBeLessThan(0.25)
  })
})

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
}
