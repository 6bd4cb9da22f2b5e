/** What stands where in a file: tables among other things, read as a person would. One small fixture a trap. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConvertedTable } from '../../../src/shared/story/table.ts'
import { decideKind } from '../../../src/workers/formats/recognition/kind.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { writeWorkbook } from '../../support/workbook.ts'

const context = detachedContext()
let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'structure-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Rows = unknown[][]
interface Read {
  readonly tables: readonly ConvertedTable[]
  readonly names: string[][]
  readonly rows: Rows[]
}

async function read(content: string | Buffer, name = 'data.csv'): Promise<Read> {
  count += 1
  const place = path.join(folder, String(count))
  await mkdir(place, { recursive: true })
  const file = path.join(place, name)
  await writeFile(file, content)
  const source = { path: file, name, bytes: Buffer.byteLength(content) }
  const { kind } = await decideKind(source, 'story')
  const outputDir = path.join(place, 'out')
  const { tables } = await convert({ source, kind, sheet: null, outputDir }, context)
  const rows = await withDatabase(context, {}, async (database) => {
    const all: Rows[] = []
    for (const { file: parquet } of tables) {
      const found = await database.rows<Record<string, unknown>>(
        `SELECT * FROM read_parquet(${quoteText(path.join(outputDir, parquet))})`,
      )
      all.push(found.map((row) => Object.values(row).map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell))))
    }
    return all
  })
  return { tables, names: tables.map(({ columns }) => columns.map(({ name: one }) => one)), rows }
}

describe('zero characters', () => {
  test.each([
    ['inside cells', 'id,name,v\n1,ab\0c,10\n2,d\0e,20\n3,fg,\x0030\n'],
    ['in a header, few bytes in all', 'i\0d,name,v\n1,abc,10\n2,de,20\n3,fg,30\n'],
    ['behind the last line, as a buffer written whole', `id,name,v\n1,abc,10\n2,de,20\n3,fg,30\n${'\0'.repeat(3000)}`],
    ['in every name', 'id,name,v\n1,a\0bc,10\n2,d\0e,20\n3,f\0g,30\n'],
  ])('%s are passed over', async (_, text) => {
    const { names, rows } = await read(text)
    expect(names).toEqual([['id', 'name', 'v']])
    expect(rows[0]).toEqual([
      [1, 'abc', 10],
      [2, 'de', 20],
      [3, 'fg', 30],
    ])
  })

  test('beside every character they are UTF-16', async () => {
    expect((await read(Buffer.from('id,name\n1,Ö\n2,Ü\n', 'utf16le'))).rows[0]).toEqual([
      [1, 'Ö'],
      [2, 'Ü'],
    ])
  })
})

describe('several tables in one text', () => {
  test('one below the other, of other widths, are two', async () => {
    const { tables, names, rows } = await read(
      'Fruit,Boxes\nPear,4\nPlum,6\n\nShop,Lead,Goal\nOld Town,Eve,70\nHarbour,Max,90\n',
    )
    expect(names).toEqual([
      ['Fruit', 'Boxes'],
      ['Shop', 'Lead', 'Goal'],
    ])
    expect(rows[1]).toEqual([
      ['Old Town', 'Eve', 70],
      ['Harbour', 'Max', 90],
    ])
    expect(tables[0]?.notes.join(' ')).toContain('2 tables')
  })

  test('a much wider one below is no reason to take the first for a title', async () => {
    const wide = 'Shop,Lead,Q1,Q2,Q3,Q4\nA,Eve,1,2,3,4\nB,Max,5,6,7,8\nC,Ina,9,1,2,3\nD,Ole,4,5,6,7\n'
    const { names } = await read(`Fruit,Boxes\nPear,4\nPlum,6\nFig,8\n\n${wide}`)
    expect(names).toEqual([
      ['Fruit', 'Boxes'],
      ['Shop', 'Lead', 'Q1', 'Q2', 'Q3', 'Q4'],
    ])
  })

  test('padded to one width, with a blank row of delimiters between', async () => {
    const { names, rows } = await read('Fruit,Boxes,\nPear,4,\nPlum,6,\n,,\nShop,Lead,Goal\nA,Eve,70\nB,Max,90\n')
    expect(names[0]).toEqual(['Fruit', 'Boxes'])
    expect(rows[0]).toHaveLength(2)
  })

  test('each under its name', async () => {
    const { tables, rows } = await read('East\nweek,sold\n1,10\n2,20\n\nWest\nweek,sold\n1,30\n2,40\n')
    expect(tables.map(({ name }) => name)).toEqual(['East', 'West'])
    expect(rows).toEqual([
      [
        [1, 10],
        [2, 20],
      ],
      [
        [1, 30],
        [2, 40],
      ],
    ])
  })

  test('without a blank line between them, when the rows become others altogether', async () => {
    const { names } = await read('Fruit,Boxes,Price\nPear,4,1\nPlum,6,2\nShop,Lead\nA,70\nB,90\nC,80\n')
    expect(names).toEqual([
      ['Fruit', 'Boxes', 'Price'],
      ['Shop', 'Lead'],
    ])
  })

  test('beside each other, with a blank column between them', async () => {
    const { names, rows } = await read('Fruit,Boxes,,Shop,Goal\nPear,4,,A,70\nPlum,6,,B,90\nFig,8,,,\nKiwi,9,,,\n')
    expect(names).toEqual([
      ['Fruit', 'Boxes'],
      ['Shop', 'Goal'],
    ])
    expect(rows[1]).toEqual([
      ['A', 70],
      ['B', 90],
    ])
  })

  test.each([
    ['a cover above', 'Store:,Main\nOrders:,120\nYear:,2024\n\nday,sold\n1,10\n2,20\n'],
    ['a blank line among the records', 'day,sold\n1,10\n2,20\n\n3,30\n4,40\n'],
    ['the header again below a blank line', 'day,sold\n1,10\n2,20\n\nday,sold\n3,30\n4,40\n'],
    ['a footer of several lines', 'day,sold\n1,10\n2,20\n\nSource,the till\nSeen by,Ann\n'],
    ['a blank column for the looks', 'day,,sold,cost\nMon,,10,4\nTue,,20,8\nWed,,30,9\n'],
    ['a row of words where the figures are not known', 'shop,lead,sold\nA,Eve,10\nB,unknown,n/a\nC,Max,20\nD,Ina,5\n'],
  ])('%s is no second table', async (_, text) => {
    expect((await read(text)).tables).toHaveLength(1)
  })
})

describe('a label that stands once for the rows below it', () => {
  test('is filled down where the pattern proves it, and said', async () => {
    const { tables, rows } = await read('Area,Week,Sold\nEast,1st,5\n,2nd,6\n,3rd,7\nWest,1st,8\n,2nd,9\n,3rd,4\n')
    expect(rows[0]?.map(([area]) => area)).toEqual(['East', 'East', 'East', 'West', 'West', 'West'])
    expect(tables[0]?.notes.join(' ')).toContain('In "Area" each label stands once')
  })

  test('is left alone where it may be missing', async () => {
    const { rows } = await read('Name,Town,Age\nAnn,a,30\n,b,25\nBob,c,41\nCid,d,22\n,e,28\nDan,f,39\n')
    expect(rows[0]?.map(([name]) => name)).toEqual(['Ann', null, 'Bob', 'Cid', null, 'Dan'])
  })
})

/** A workbook of one sheet: texts and numbers, nothing where null stands; `merges` as references. */
async function sheet(
  cells: readonly (readonly (string | number | null)[])[],
  merges: readonly string[] = [],
): Promise<Read> {
  count += 1
  const file = path.join(folder, `${count}.xlsx`)
  const data = cells.map((row, at) => {
    const own = row.map((value, column) => {
      const place = `${String.fromCharCode(65 + column)}${at + 1}`
      if (value === null) return ''
      if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
      return `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
    })
    return `<row r="${at + 1}">${own.join('')}</row>`
  })
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  const after = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`
  await writeWorkbook(file, { sheets: [{ name: 'Sheet', data: data.join(''), after }] })
  return read(await readFile(file), 'book.xlsx')
}

describe('merged cells in the body of a sheet', () => {
  test('hold for the rows and columns they cover', async () => {
    const { tables, rows } = await sheet(
      [
        ['Area', 'Shop', 'Kind', 'Sold'],
        ['East', 'a', 'x', 5],
        [null, 'b', 'y', 6],
        ['West', 'both', null, 7],
        ['South', 'c', 'x', 8],
      ],
      ['A2:A3', 'B4:C4'],
    )
    expect(rows[0]).toEqual([
      ['East', 'a', 'x', 5],
      ['East', 'b', 'y', 6],
      ['West', 'both', 'both', 7],
      ['South', 'c', 'x', 8],
    ])
    expect(tables[0]?.notes.join(' ')).toContain('Merged cells hold for every row they cover')
  })

  test('count an amount once', async () => {
    const { tables, rows } = await sheet(
      [
        ['Shop', 'Budget', 'Sold'],
        ['a', 500, 5],
        ['b', null, 6],
        ['c', 300, 7],
      ],
      ['B2:B3'],
    )
    expect(rows[0]?.map(([, budget]) => budget)).toEqual([500, null, 300])
    expect(tables[0]?.notes.join(' ')).toContain('each amount counts once')
  })

  test('a column merged to the end of the sheet is no reason to wait', async () => {
    const started = performance.now()
    const { rows } = await sheet(
      [
        ['Area', 'Sold'],
        ['East', 5],
        [null, 6],
        [null, 7],
      ],
      ['A2:A1048576', 'C1:XFD1'],
    )
    expect(rows[0]?.map(([area]) => area)).toEqual(['East', 'East', 'East'])
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

test('a label that stands once in a sheet is filled down, too', async () => {
  const { rows } = await sheet([
    ['Area', 'Week', 'Sold'],
    ['East', '1st', 5],
    [null, '2nd', 6],
    ['West', '1st', 7],
    [null, '2nd', 8],
    ['South', '1st', 9],
    [null, '2nd', 4],
  ])
  expect(rows[0]?.map(([area]) => area)).toEqual(['East', 'East', 'West', 'West', 'South', 'South'])
})
