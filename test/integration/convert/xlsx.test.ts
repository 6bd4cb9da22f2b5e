import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CancelledError, StoryglassError } from '../../../src/shared/failure/failure.ts'
import type { ConvertedTable } from '../../../src/shared/story/table.ts'
import { writeCells } from '../../../src/workers/formats/workbook/cells.ts'
import { convertWorkbook } from '../../../src/workers/formats/workbook/convert-workbook.ts'
import { writeWorkbookText } from '../../../src/workers/formats/workbook/read-text.ts'
import { withWorkbook } from '../../../src/workers/formats/xlsx/workbook.ts'
import { detachedContext, type WorkContext } from '../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { sayTable } from '../../../src/workers/tables/read-table.ts'
import { detailOf } from '../../support/refusal.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'
import { rowsOf, type WorkbookParts, workbookParts, writeWorkbook, writeZip } from '../../support/workbook.ts'

interface Converted {
  readonly tables: readonly ConvertedTable[]
  /** Of the table at an index, every row as an array. */
  rows(index?: number): Promise<unknown[][]>
  readonly files: readonly string[]
}

async function convertFile(
  file: string,
  folder: string,
  sheet: string | null,
  context: WorkContext,
): Promise<Converted> {
  const source = { path: file, name: path.basename(file), bytes: 1 }
  const read = await convertWorkbook({ source, kind: 'xlsx', sheet, outputDir: folder }, context, withWorkbook)
  const tables = read.map((table) => sayTable(context.texts, table))
  const rows = (index = 0): Promise<unknown[][]> =>
    withDatabase(context, {}, async (database) => {
      const parquet = path.join(folder, tables[index]?.file ?? '')
      return (await database.rows<Record<string, unknown>>(`SELECT * FROM read_parquet(${quoteText(parquet)})`)).map(
        Object.values,
      )
    })
  return { tables, rows, files: readdirSync(folder) }
}

/** Converts a made-up workbook and hands the result to `check`. */
function converting(
  workbook: WorkbookParts,
  check: (converted: Converted) => Promise<void>,
  sheet: string | null = null,
): Promise<void> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'made up.xlsx')
    await writeWorkbook(file, workbook)
    await check(await convertFile(file, folder, sheet, detachedContext()))
  })
}

const shape = ({ columns }: ConvertedTable): string[] =>
  columns.map(({ name, storage, format }) => `${name} ${storage}${format === null ? '' : ` ${format}`}`)

/** The reason converting the file at `path` fails for, with its detail. */
async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof StoryglassError) return `${error.reason} ${detailOf(error)}`.trim()
    throw error
  }
  return 'success'
}

describe('a converted workbook', () => {
  it('has columns typed by their cells and number formats, rows in the order of the file', () => {
    const rows = [
      ['day', 'moment', 'share', 'price', 'count', 'open', 'shop', 'length'],
      ...[0, 1, 2, 3].map((index) => [
        { value: 45_351 + index, style: 1 },
        { value: 45_351.75 + index, style: 2 },
        { value: 0.125 * index, style: 3 },
        { value: 2.5 * index, style: 4 },
        index * 10,
        index % 2 === 0,
        `shop ${index}`,
        { value: 1.5 + index, style: 5 },
      ]),
    ]
    const formats = [14, 'dd.mm.yyyy hh:mm', '0.0%', '#,##0.00 [$€-407]', '[h]:mm']
    return converting({ sheets: [{ name: 'Shops', data: rowsOf(rows) }], formats }, async ({ tables, rows: read }) => {
      expect(tables.map(({ name, sheet, rows: count }) => [name, sheet, count])).toEqual([['Shops', 'Shops', 4]])
      expect(tables.flatMap(shape)).toEqual([
        'day DATE',
        'moment TIMESTAMP',
        'share DOUBLE percent',
        'price DOUBLE currency:EUR',
        'count BIGINT',
        'open BOOLEAN words:TRUE/FALSE',
        'shop VARCHAR',
        'length DOUBLE duration:seconds',
      ])
      const [, second] = await read()
      expect(second?.map((value) => String(value).slice(0, 19))).toEqual([
        ...['2024-03-01T00:00:00', '2024-03-01T18:00:00', '0.125', '2.5', '10', 'false', 'shop 1', '216000'],
      ])
    })
  })

  it('counts its dates from 1904 where it says so', () =>
    converting(
      {
        sheets: [{ name: 'S', data: rowsOf([['day'], [{ value: 43_889, style: 1 }], [{ value: 0, style: 1 }]]) }],
        formats: [14],
        date1904: true,
      },
      async ({ rows }) => {
        expect((await rows()).map(([day]) => String(day).slice(0, 10))).toEqual(['2024-02-29', '1904-01-01'])
      },
    ))

  it('keeps a cached 0 of a formula, and reads numbers stored as text', () => {
    const data = `${rowsOf([['a', 'b', 'code']])}${[2, 3, 4]
      .map(
        (row) =>
          `<row r="${row}"><c r="A${row}"><f>B${row}-B${row}</f><v>0</v></c><c r="B${row}" t="str"><v>1${row}.5</v></c><c r="C${row}" t="str"><v>00${row}</v></c></row>`,
      )
      .join('')}`
    return converting({ sheets: [{ name: 'S', data }] }, async ({ tables, rows }) => {
      expect(tables.flatMap(shape)).toEqual(['a BIGINT', 'b DOUBLE', 'code VARCHAR'])
      expect(await rows()).toEqual([
        [0, 12.5, '002'],
        [0, 13.5, '003'],
        [0, 14.5, '004'],
      ])
      expect(tables[0]?.notes.join()).toContain('stored as text')
    })
  })

  it('accounts for what could not be read, gives examples and keeps all of it beside the table', () => {
    const values = Array.from({ length: 60 }, (_, index): (number | string)[] => [
      index === 29 ? 'about ten' : index,
      index,
    ])
    const data = rowsOf([['amount', 'row'], ...values]).replace(
      '<c r="B5"><v>3</v></c>',
      '<c r="B5" t="e"><v>#DIV/0!</v></c>',
    )
    return converting({ sheets: [{ name: 'S', data }] }, async ({ tables, rows, files }) => {
      expect(tables[0]?.columns.map(({ unreadable }) => unreadable)).toEqual([
        { count: 1, examples: [{ row: 30, text: 'about ten' }] },
        { count: 1, examples: [{ row: 4, text: '#DIV/0!' }] },
      ])
      expect((await rows())[29]).toEqual([null, 29])
      expect(files).toContain('table-1.unreadable.parquet')
      expect(files.filter((file) => /spill|spool/.test(file))).toEqual([])
    })
  })

  it('keeps a column of mixed values as text, each as it stood', () => {
    const cells = [['what'], ['a'], [1.5], [true], [{ value: 45_351, style: 1 }]]
    return converting({ sheets: [{ name: 'S', data: rowsOf(cells) }], formats: [14] }, async ({ tables, rows }) => {
      expect(tables.flatMap(shape)).toEqual(['what VARCHAR'])
      expect((await rows()).flat()).toEqual(['a', '1.5', 'TRUE', '2024-02-29'])
    })
  })

  it('has every sheet with a table in it, hidden ones marked, those without noted', () => {
    const table = rowsOf([
      ['k', 'v'],
      ['a', 1],
      ['b', 2],
    ])
    const prose = rowsOf([['This workbook was made by hand and explains itself at great length in its first sheet.']])
    const sheets = [
      { name: 'Read me', data: prose },
      { name: 'Sales & more', data: table },
      { name: 'Old', data: table, state: 'hidden' as const },
    ]
    return converting({ sheets }, async ({ tables }) => {
      expect(tables.map(({ name }) => name)).toEqual(['Sales & more', 'Old'])
      expect(tables[0]?.notes).toEqual(['Nothing tabular was found in the sheet "Read me".'])
      expect(tables[1]?.notes).toEqual(['This sheet is hidden in the workbook.'])
    })
  })

  it('is one sheet when one is asked for, and names them all when there is none of that name', async () => {
    const sheets = ['One', 'Two'].map((name) => ({
      name,
      data: rowsOf([
        ['k', 'v'],
        ['a', 1],
        ['b', 2],
      ]),
    }))
    await converting({ sheets }, async ({ tables }) => expect(tables.map(({ sheet }) => sheet)).toEqual(['Two']), 'two')
    expect(await failureOf(converting({ sheets }, async () => undefined, 'Three'))).toBe('no_such_sheet One, Two')
  })

  it('holds every value of 30,000 rows though most of them went through the disk', () => {
    const count = 30_000
    const rows = Array.from({ length: count }, (_, row) => [
      row,
      row / 7,
      `text ${row}`,
      row % 2 === 0,
      ...Array.from({ length: 20 }, (_, column) => row * column),
    ])
    const names = Array.from({ length: 24 }, (_, column) => `c${column}`)
    return converting({ sheets: [{ name: 'S', data: rowsOf([names, ...rows]) }] }, async ({ tables, rows: read }) => {
      expect(tables[0]?.rows).toBe(count)
      expect(await read()).toEqual(rows)
    })
  })

  it('reads rows and cells in any order', () => {
    const [first = '', second = '', third = ''] = rowsOf([
      ['k', 'v'],
      ['a', 1],
      ['b', 2],
    ]).split(/(?=<row)/)
    return converting({ sheets: [{ name: 'S', data: third + first + second }] }, async ({ rows }) => {
      expect(await rows()).toEqual([
        ['a', 1],
        ['b', 2],
      ])
    })
  })

  it('finds its parts by absolute targets, other cases, backslashes, prefixes and in UTF-16', () => {
    const made = workbookParts({
      sheets: [
        {
          name: 'S',
          data: rowsOf([
            ['k', 'größe'],
            ['a', 1],
            ['b', 2],
          ]),
        },
      ],
    })
    const parts: Record<string, string | Buffer> = {}
    for (const [name, content] of Object.entries(made))
      parts[name.replace('sheet1.xml', 'Sheet1.XML')] = content as string
    const sheet = String(made['xl/worksheets/sheet1.xml']).replace('encoding="UTF-8"', 'encoding="UTF-16"')
    parts['xl/worksheets/Sheet1.XML'] = Buffer.from(`\ufeff${sheet}`, 'utf16le')
    parts['xl/_rels/workbook.xml.rels'] = String(made['xl/_rels/workbook.xml.rels'])
      .replace('worksheets/sheet1.xml', '\\xl\\worksheets\\sheet1.xml')
      .replaceAll(/(<\/?)(Relationship)/g, '$1p:$2')
      .replace('xmlns=', 'xmlns:p=')
    return withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'odd.xlsx')
      await writeZip(file, parts)
      const { tables, rows } = await convertFile(file, folder, null, detachedContext())
      expect(tables.flatMap(shape)).toEqual(['k VARCHAR', 'größe BIGINT'])
      expect(await rows()).toEqual([
        ['a', 1],
        ['b', 2],
      ])
    })
  })

  it('does not fill the rectangle up to a lone cell in the last corner', () => {
    const data = `${rowsOf([
      ['k', 'v'],
      ['a', 1],
      ['b', 2],
    ])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`
    return converting({ sheets: [{ name: 'S', data }] }, async ({ tables }) => {
      expect(tables[0]?.rows).toBe(3)
      expect(tables[0]?.columns).toHaveLength(3)
    })
  })

  it('stops when it is cancelled', () =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'a.xlsx')
      await writeWorkbook(file, { sheets: [{ name: 'S', data: rowsOf([['k'], ['a'], ['b'], ['c']]) }] })
      const abort = new AbortController()
      abort.abort()
      const context = detachedContext({ signal: abort.signal })
      await expect(convertFile(file, folder, null, context)).rejects.toBeInstanceOf(CancelledError)
    }))
})

describe('the cells and the text of a workbook', () => {
  const sheets = [
    {
      name: 'A & "B"',
      data: rowsOf([
        ['k', 'v, w'],
        [' x ', 1e-7],
        ['say "hi"', true],
        [{ value: 45_351.5, style: 1 }, 12.5],
      ]),
    },
  ]

  it('come as JSON in the notation of other readers', () =>
    withTemporaryFolder(async (folder) => {
      const [file, output] = [path.join(folder, 'a.xlsx'), path.join(folder, 'cells.json')]
      await writeWorkbook(file, { sheets, formats: [22] })
      const { cells } = await writeCells({ path: file, name: 'a.xlsx' }, output, detachedContext(), withWorkbook)
      expect(cells).toBe(8)
      expect(JSON.parse(readFileSync(output, 'utf8'))).toEqual({
        'A & "B"!A1': 'sk',
        'A & "B"!B1': 'sv, w',
        'A & "B"!A2': 'sx',
        'A & "B"!B2': 'n1e-7',
        'A & "B"!A3': 'ssay "hi"',
        'A & "B"!B3': 'btrue',
        'A & "B"!A4': 'n45351.5',
        'A & "B"!B4': 'n12.5',
      })
    }))

  it('come as CSV and JSON as they stood', () =>
    withTemporaryFolder(async (folder) => {
      const [file, output] = [path.join(folder, 'a.xlsx'), path.join(folder, 'out')]
      await writeWorkbook(file, { sheets, formats: [22] })
      const source = { path: file, name: 'a.xlsx' }
      const written = await writeWorkbookText(source, null, 'csv', output, detachedContext(), withWorkbook)
      expect(written).toEqual({ table: 'A & "B"', rows: 3, columns: 2 })
      expect(readFileSync(output, 'utf8')).toBe('k,"v, w"\n x ,1e-7\n"say ""hi""",TRUE\n2024-02-29T12:00:00,12.5\n')
      await writeWorkbookText(source, 'A & "B"', 'json', output, detachedContext(), withWorkbook)
      expect(JSON.parse(readFileSync(output, 'utf8'))).toEqual([
        { k: ' x ', 'v, w': 1e-7 },
        { k: 'say "hi"', 'v, w': true },
        { k: '2024-02-29T12:00:00', 'v, w': 12.5 },
      ])
      expect(await failureOf(writeWorkbookText(source, 'None', 'csv', output, detachedContext(), withWorkbook))).toBe(
        'no_such_sheet A & "B"',
      )
      expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'out'])
    }))
})
