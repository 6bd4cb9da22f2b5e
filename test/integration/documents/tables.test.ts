/** Tables of PDFs, from file to cells: printed by a browser (`test/fixtures/tables`), and drawn by hand in each way there is. */
import { readdirSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentTable } from '../../../src/shared/document/document.ts'
import { convertPdf } from '../../../src/workers/formats/pdf/convert-pdf.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { type PdfParts, pdfBytes, textAt } from '../../support/pdf-document.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const folder = path.resolve(import.meta.dirname, '../../fixtures/tables')

async function tablesIn(file: string): Promise<readonly DocumentTable[]> {
  const source = { path: file, name: path.basename(file), bytes: statSync(file).size }
  const content = await convertPdf(source, { outputDir: null, password: null }, detachedContext())
  expect(content.warnings).toEqual([])
  return content.tables
}

function printed(name: string): Promise<readonly DocumentTable[]> {
  return tablesIn(path.join(folder, `${name}.pdf`))
}

function drawn(pages: PdfParts['pages']): Promise<readonly DocumentTable[]> {
  return withTemporaryFolder(async (temporary) => {
    const file = path.join(temporary, 'drawn.pdf')
    await writeFile(file, pdfBytes({ pages }))
    return tablesIn(file)
  })
}

const ports = ['Vale', 'Brae', 'Holm', 'Kyle', 'Ness']
const rows = [
  ['Port', 'Calls', 'Cargo'],
  ...ports.map((name, index) => [name, String(12 + 7 * index), `${(1.5 + index).toFixed(1)} t`]),
]

describe('tables printed by a browser', () => {
  it.each(['frames-around-each-cell', 'page-turned-by-rotate'])('are read cell by cell: %s', async (name) => {
    const [table, ...others] = await printed(name)
    expect(others).toEqual([])
    expect(table).toMatchObject({ page: 1, header: true, found: 'ruled', rows })
  })

  it('are read by the places of their text where nothing is drawn', async () => {
    expect(await printed('no-lines-at-all')).toMatchObject([{ header: true, found: 'unruled', rows }])
  })

  it('have one name a column, of all rows of their header, and their caption', async () => {
    expect(await printed('merged-header-without-outer-lines')).toMatchObject([
      {
        header: true,
        caption: 'Table 1: Ports of the coast',
        rows: [['Port', '2020 Calls', '2020 Cargo'], ...rows.slice(1)],
      },
    ])
  })

  it('are one over two pages, the header said once', async () => {
    const [table, ...others] = await printed('header-repeated-on-the-next-page')
    expect(others).toEqual([])
    const places = Array.from({ length: 48 }, (_, index) => [`Port ${index + 1}`, String(100 + index), `${index}.5 t`])
    expect(table?.rows).toEqual([rows[0], ...places])
    const [next] = table?.continuations ?? []
    expect(next?.page).toBe(2)
    // The header of the next page is left out: its first row is the one after the last of this page.
    expect(table?.rows[next?.firstRow ?? 0]?.[0]).toBe(`Port ${next?.firstRow}`)
  })

  it('are all tried', () => {
    expect(readdirSync(folder)).toHaveLength(5)
  })
})

describe('lines are seen however they are drawn', () => {
  const cells = rows
    .slice(0, 4)
    .flatMap((row, y) => row.map((text, x) => textAt(text, 105 + 100 * x, 706 - 20 * y, 10)))
    .join('\n')
  const xs = [100, 200, 300, 400]
  const ys = [720, 700, 680, 660, 640]
  const ways: Readonly<Record<string, string>> = {
    'as strokes': [...xs.map((x) => `${x} 640 m ${x} 720 l S`), ...ys.map((y) => `100 ${y} m 400 ${y} l S`)].join('\n'),
    'as dashed strokes': `[3 2] 0 d\n${[...xs.map((x) => `${x} 640 m ${x} 720 l S`), ...ys.map((y) => `100 ${y} m 400 ${y} l S`)].join('\n')}`,
    'as thin filled rectangles': [
      ...xs.map((x) => `${x} 640 0.7 80 re f`),
      ...ys.map((y) => `100 ${y} 300 0.7 re f`),
    ].join('\n'),
    'as a frame a cell': xs
      .slice(0, 3)
      .flatMap((x) => ys.slice(1).map((y) => `${x} ${y} 100 20 re S`))
      .join('\n'),
    'as borders cut out of rectangles': xs
      .slice(0, 3)
      .flatMap((x) => ys.slice(1).map((y) => `${x} ${y} 100 20 re ${x + 0.5} ${y + 0.5} 99 19 re f*`))
      .join('\n'),
    'scaled and moved': `q 10 0 0 10 100 640 cm 0.1 w\n${[0, 10, 20, 30].map((x) => `${x} 0 m ${x} 8 l S`).join('\n')}\n${[0, 2, 4, 6, 8].map((y) => `0 ${y} m 30 ${y} l S`).join('\n')}\nQ`,
    'piece by piece': [
      ...xs.flatMap((x) => ys.slice(1).map((y) => `${x} ${y} m ${x} ${y + 20} l S`)),
      ...ys.flatMap((y) => xs.slice(0, 3).map((x) => `${x} ${y} m ${x + 100} ${y} l S`)),
    ].join('\n'),
  }

  it.each(Object.entries(ways))('%s', async (_, lines) => {
    const [table, ...others] = await drawn([{ content: `${lines}\n${cells}` }])
    expect(others).toEqual([])
    expect(table).toMatchObject({ found: 'ruled', header: true, rows: rows.slice(0, 4) })
    for (const [index, at] of [100, 72, 400, 152].entries())
      expect(Math.abs((table?.box?.[index] ?? 0) - at)).toBeLessThan(2)
  })

  it('but not where they are clipped away, or white on white', async () => {
    const text = ports.map((name, index) => textAt(`${name} is a port`, 105, 706 - 20 * index, 10)).join('\n')
    const strokes = ways['as strokes'] ?? ''
    expect(await drawn([{ content: `q 0 0 10 10 re W n\n${strokes}\nQ\n${text}` }])).toEqual([])
    expect(await drawn([{ content: `q 1 1 1 RG\n${strokes}\nQ\n${text}` }])).toEqual([])
  })
})
