/** What a person says of how a file is to be read, and how it was read where nobody says. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { convertOutputSchema } from '../../../src/shared/contract/stages.ts'
import type { ReadingOptions } from '../../../src/shared/story/reading.ts'
import type { ConvertedTable } from '../../../src/shared/story/table.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { explanationText } from '../../../src/workers/tasks/explain-reading.ts'
import { english } from '../../support/english.ts'
import { writeWorkbook } from '../../support/workbook.ts'

const context = detachedContext()
let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reading-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Read {
  readonly tables: readonly ConvertedTable[]
  readonly rows: unknown[][]
}

async function told(kind: 'csv' | 'xlsx', file: string, reading: ReadingOptions): Promise<Read> {
  count += 1
  const outputDir = path.join(folder, `out-${count}`)
  const source = { path: file, name: path.basename(file), bytes: 1 }
  const output = await convert({ source, kind, sheet: null, reading, outputDir }, context)
  expect(convertOutputSchema.parse(output)).toEqual(output)
  const [first] = output.tables
  const rows = await withDatabase(context, {}, (database) =>
    database.rows<Record<string, unknown>>(
      `SELECT * FROM read_parquet(${quoteText(path.join(outputDir, first?.file ?? ''))})`,
    ),
  )
  const cells = rows.map((row) => Object.values(row).map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)))
  return { tables: output.tables, rows: cells }
}

async function text(content: string | Buffer, reading: ReadingOptions = {}): Promise<Read> {
  count += 1
  const file = path.join(folder, `text-${count}.csv`)
  await writeFile(file, content)
  return told('csv', file, reading)
}

const names = ({ tables }: Read): string[] => tables[0]?.columns.map(({ name }) => name) ?? []

describe('what a person says', () => {
  test('of the delimiter and the quote', async () => {
    expect(names(await text('a;b,c;d\n1;2,3;4\n', { delimiter: ',' }))).toEqual(['a;b', 'c;d'])
    expect((await text('a,b\n"x",1\n"y",2\n', { quote: '' })).rows[0]).toEqual(['"x"', 1])
  })

  test('of the encoding', async () => {
    const bytes = Buffer.from([...Buffer.from('name,n\nGr'), 0xf6, 0xdf, ...Buffer.from('e,1\n')])
    expect((await text(bytes, { encoding: 'windows-1251' })).rows[0]?.[0]).toBe('GrцЯe')
  })

  test('of where the table begins and how many rows name its columns', async () => {
    expect(names(await text('x,y\n1,2\na,b\n3,4\n', { skip: 2 }))).toEqual(['a', 'b'])
    expect((await text('a,b\n1,2\n', { headerRows: 0 })).rows).toHaveLength(2)
    expect(names(await text('North,South\nQ1,Q2\n1,2\n3,4\n', { headerRows: 2 }))).toEqual(['North Q1', 'South Q2'])
  })

  test('of dates and fractions', async () => {
    const dates = 'day,n\n01/02/2024,1\n03/04/2024,2\n'
    const first = async (dateOrder: 'day-first' | 'month-first') => {
      const { rows } = await text(dates, { dateOrder })
      return String(rows[0]?.[0])
    }
    expect(await first('day-first')).not.toBe(await first('month-first'))
    const numbers = 'a;n\nx;1,234\ny;5,678\n'
    expect((await text(numbers, { decimal: '.' })).rows[0]?.[1]).toBe(1234)
    expect((await text(numbers, { decimal: ',' })).rows[0]?.[1]).toBeCloseTo(1.234)
  })

  test('of totals', async () => {
    const totals = 'a,n\nx,1\ny,2\nz,3\nTotal,6\n'
    expect((await text(totals)).rows).toHaveLength(3)
    expect((await text(totals, { keepTotals: true })).rows).toHaveLength(4)
  })

  test('of one table among several', async () => {
    const two = 'East\nweek,sold\n1,10\n2,20\n\nWest\nweek,sold\n1,30\n2,40\n'
    expect((await text(two, { table: 'West' })).tables.map(({ name }) => name)).toEqual(['West'])
    await expect(text(two, { table: 'North' })).rejects.toMatchObject({ reason: 'no_such_sheet' })
  })

  test('of tables of the same columns', async () => {
    const two = 'East\nweek,sold\n1,10\n2,20\n\nWest\nweek,sold\n1,30\n2,40\n'
    const { tables, rows } = await text(two, { sheetsAsOne: true })
    expect(tables).toHaveLength(1)
    expect(rows).toEqual([
      ['East', 1, 10],
      ['East', 2, 20],
      ['West', 1, 30],
      ['West', 2, 40],
    ])
    expect((await text(two)).tables[0]?.notes.join(' ')).toContain('could be told as one')
    await expect(text('a,b\n1,2\n', { sheetsAsOne: true })).rejects.toMatchObject({ reason: 'not_as_told' })
  })

  test('of periods side by side', async () => {
    const wide = 'shop,2019,2020,2021,2022\nA,1,2,3,4\nB,5,6,7,8\n'
    expect(names(await text(wide, { keepWide: true }))).toEqual(['shop', '2019', '2020', '2021', '2022'])
    expect(names(await text(wide))).toEqual(['shop', 'year', 'value'])
  })

  test('that cannot be', async () => {
    await expect(text('a,b\n1,2\n', { delimiter: ';' })).rejects.toMatchObject({ reason: 'not_as_told' })
    await expect(text('a,b\n1,2\n', { encoding: 'klingon' })).rejects.toMatchObject({ reason: 'not_as_told' })
  })
})

describe('of a sheet', () => {
  const cell = (place: string, value: string | number): string =>
    typeof value === 'number'
      ? `<c r="${place}"><v>${value}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
  const row = (at: number, values: readonly (string | number)[]): string =>
    `<row r="${at}">${values.map((value, column) => cell(`${'ABC'[column]}${at}`, value)).join('')}</row>`
  const book = async (...rows: readonly (readonly (string | number)[])[]): Promise<string> => {
    count += 1
    const file = path.join(folder, `book-${count}.xlsx`)
    await writeWorkbook(file, { sheets: [{ name: 'S', data: rows.map((values, at) => row(at + 1, values)).join('') }] })
    return file
  }

  test('the header, the rows above and the totals can be told, too', async () => {
    const file = await book(['x', 'y'], ['a', 'b'], ['p', 1], ['q', 2], ['r', 3], ['Total', 6])
    expect(names(await told('xlsx', file, { skip: 1 }))).toEqual(['a', 'b'])
    expect(names(await told('xlsx', file, { headerRows: 2 }))).toEqual(['x (a)', 'y (b)'])
    expect((await told('xlsx', file, { headerRows: 1, keepTotals: true })).rows).toHaveLength(5)
  })
})

test('each decision is kept with its reason and what else came into question', async () => {
  const { tables } = await text('Report\n\nday;sold\n01/02/2024;1,5\n13/02/2024;2,5\nTotal;4,0\n')
  const reading = tables[0]?.reading
  expect(reading?.choices.map(({ what, chosen }) => [what, chosen])).toEqual([
    ['encoding', 'utf-8'],
    ['delimiter', ';'],
    ['quote', '"'],
    ['skip', '2'],
    ['header-rows', '1'],
  ])
  expect(reading?.columns.map(({ name, type, order, runnerUp }) => [name, type, order, runnerUp])).toEqual([
    ['day', 'date', 'day first', 'month first'],
    ['sold', 'number', null, 'text'],
  ])
  expect(reading?.setAside).toEqual([{ kind: 'sum', row: 6, text: 'Total, 4,0' }])
  expect(explanationText(tables, english)).toContain('delimiter: ; (')
})
