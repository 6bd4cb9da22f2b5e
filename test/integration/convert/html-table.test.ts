/** Pages that are tables, pages that are not, and what is made to break who reads them. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { decideKind } from '../../../src/workers/formats/recognition/kind.ts'
import { convertedSource, refusalOf } from '../../support/converted.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const row = (...cells: (string | number)[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const sales = `<table><tr><th>Date</th><th>Amount</th></tr>${row('2024-01-01', 2.5)}${row('2024-01-02', '5&nbsp;')}${row('2024-01-03', 7.5)}</table>`
const page = (body: string): string =>
  `<html><head><meta charset="utf-8"><title>Export</title></head><body>${body}</body></html>`

async function kindOf(text: string, name: string): Promise<string> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return (await decideKind({ path: file, name })).kind
  })
}

describe('a page of tables', () => {
  it('is told as a table, also under the name of a workbook', async () => {
    for (const name of ['export.xls', 'export.html', 'export.csv']) {
      const { kind, tables } = await convertedSource(page(`<h1>Sales</h1>${sales}`), name)
      expect(kind).toBe('htmlTable')
      expect(tables[0]?.storages).toEqual({ Date: 'DATE', Amount: 'DOUBLE' })
      expect(tables[0]?.values.map(({ Amount }) => Amount)).toEqual([2.5, 5, 7.5])
    }
  })

  it('gives every table under its caption, and the one that was named', async () => {
    const other = sales.replace('<table>', '<table><caption>Last year</caption>')
    const { tables } = await convertedSource(page(sales + other), 'two.html')
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['two 1', 3],
      ['Last year', 3],
    ])
    expect((await convertedSource(page(sales + other), 'two.html', 'Last year')).tables).toHaveLength(1)
  })

  it('repeats a cell over the rows and columns it spans, and breaks lines', async () => {
    const spanned = `<table>${row('g', 'k', 'v')}<tr><td rowspan="2">A</td><td>x<br>y</td><td>1</td></tr><tr><td>z</td><td>2</td></tr>${row('B', 'w', 3)}</table>`
    const { tables } = await convertedSource(page(spanned), 'a.xls')
    expect(tables[0]?.values).toEqual([
      { g: 'A', k: 'x\ny', v: '1' },
      { g: 'A', k: 'z', v: '2' },
      { g: 'B', k: 'w', v: '3' },
    ])
  })

  it('is not seen in a page to read, in one that is arranged by a table, or in one without', async () => {
    const prose = `<p>${'Words that go on and on. '.repeat(40)}</p>`
    expect(await kindOf(page(prose + sales), 'a.html')).toBe('html')
    expect(await kindOf(page(`<table><tr><td>${prose}</td><td>${prose}</td></tr></table>`), 'a.html')).toBe('html')
    expect(await kindOf(page(`<table><tr><td>${sales}</td><td>x</td></tr></table>`), 'a.html')).toBe('html')
    expect(await kindOf(page('<p>hi</p>'), 'a.xls')).toBe('html')
  })
})

describe('a page of tables that is damaged or made to do harm', () => {
  it('is read as far as it goes where it is cut short', async () => {
    const { tables } = await convertedSource(page(sales).slice(0, -40), 'a.xls')
    expect(tables[0]?.rows).toBe(3)
  })

  it.each([
    [
      'tables in tables without end',
      `${sales.repeat(900)}${'<table><tr><td>'.repeat(20_000)}`,
      'hostile_content: tables nested',
    ],
    [
      'cells that span millions',
      `<table>${'<tr><td colspan="9999999" rowspan="9999999">x</td><td>y</td></tr>'.repeat(2000)}</table>`,
      'too_large',
    ],
  ])('ends with a reason: %s', async (_, body, expected) => {
    expect(await refusalOf(page(body), 'a.xls')).toContain(expected)
  })
})
