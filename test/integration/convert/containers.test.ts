import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { importOutputSchema } from '../../../src/shared/contract/stages.ts'
import type { Pipeline } from '../../../src/shared/job/pipeline.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { importSource } from '../../../src/workers/stages/import.ts'
import { readTable } from '../../../src/workers/tasks/read.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'
import { rowsOf, sheetPart, workbookParts, writeZip } from '../../support/workbook.ts'

const sales = `day,amount\n${Array.from({ length: 9 }, (_, index) => `2024-01-0${index + 1},${index * 3}`).join('\n')}\n`
const stock = 'item;count\nlamp;3\nchair;4\n'
const prose = '# Read me\n\nThe files beside this one are what the shops sent in January.\n'
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

type Parts = Parameters<typeof writeZip>[1]

async function inArchive<Result>(
  parts: Parts | Buffer,
  work: (archive: { path: string; name: string; bytes: number }, folder: string) => Promise<Result>,
  name = 'all.zip',
): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, name)
    if (Buffer.isBuffer(parts)) writeFileSync(file, parts)
    else await writeZip(file, parts)
    return work({ path: file, name, bytes: readFileSync(file).length }, folder)
  })
}

interface Asked {
  readonly sheet?: string
  readonly wanted?: Pipeline
}

/** As a job does it: imported, and converted from what the import left. */
const converted = (parts: Parts | Buffer, { sheet, wanted }: Asked = {}, name?: string) =>
  inArchive(
    parts,
    async (source, folder) => {
      const importDir = path.join(folder, 'import')
      const asked = { sheet: sheet ?? null, ...(wanted === undefined ? {} : { wanted }) }
      const imported = await importSource({ source, sha256: '', outputDir: importDir, ...asked }, detachedContext())
      expect(importOutputSchema.parse(imported)).toEqual(imported)
      const { kind, pipeline, inside } = imported
      if (pipeline !== 'story' || inside === undefined)
        return { kind, pipeline, names: inside?.files.map((file) => file.name) }
      const files = inside.files.map((file) => ({
        source: { path: path.join(importDir, file.file), name: file.name, bytes: file.bytes },
        kind: file.kind,
      }))
      const [first] = files
      if (first === undefined) throw new Error('no file')
      const { tables } = await convert(
        {
          ...first,
          ...(files.length > 1 ? { parts: files } : {}),
          notes: inside.notes,
          sheet: inside.chosen ? null : (sheet ?? null),
          outputDir: path.join(folder, 'convert'),
        },
        detachedContext(),
      )
      return {
        kind,
        tables: tables.map((table) => [table.name, table.rows]),
        notes: tables.flatMap((table) => table.notes),
      }
    },
    name,
  )

describe('a file that wraps others', () => {
  it('is the one file in it, by its own name', async () => {
    expect(await converted({ 'data/sales.csv': sales })).toEqual({ kind: 'csv', tables: [['sales', 9]], notes: [] })
    expect(await converted(gzipSync(stock), {}, 'stock.csv.gz')).toMatchObject({ tables: [['stock', 2]] })
    expect(await converted({ 'read.md': prose })).toEqual({
      kind: 'markdown',
      pipeline: 'document',
      names: ['read.md'],
    })
  })

  it('of several tables is one source of them, with the rest named', async () => {
    const found = await converted({ 'a/sales.csv': sales, 'stock.csv': stock, 'README.md': prose, 'logo.png': png })
    expect(found).toEqual({
      kind: 'csv',
      tables: [
        ['sales', 9],
        ['stock', 2],
      ],
      notes: ['Left out of the archive: README.md (Markdown), logo.png (a PNG image).'],
    })
    expect(await converted({ 'a/sales.csv': sales, 'b/Sales.csv': sales })).toMatchObject({
      tables: [
        ['sales', 9],
        ['Sales (2)', 9],
      ],
    })
  })

  it('of which one can be chosen', async () => {
    const parts = { 'a/sales.csv': sales, 'stock.csv': stock, 'README.md': prose }
    expect(await converted(parts, { sheet: 'stock.csv' })).toEqual({ kind: 'csv', tables: [['stock', 2]], notes: [] })
    expect(await converted(parts, { sheet: 'readme.md' })).toMatchObject({ kind: 'markdown', names: ['README.md'] })
  })

  it('may hold a workbook, whose sheets keep their names', async () => {
    const workbook = await inArchive(
      workbookParts({
        sheets: [
          {
            name: 'North',
            part: sheetPart(
              rowsOf([
                ['a', 'b'],
                ['x', 1],
                ['y', 2],
              ]),
            ),
          },
          {
            name: 'South',
            part: sheetPart(
              rowsOf([
                ['a', 'b'],
                ['x', 3],
                ['y', 4],
              ]),
            ),
          },
        ],
      }),
      async ({ path: file }) => readFileSync(file),
    )
    expect(await converted({ 'book.xlsx': workbook }, { sheet: 'South' })).toMatchObject({
      kind: 'xlsx',
      tables: [['South', 2]],
    })
    expect(await converted({ 'book.xlsx': workbook, 'sales.csv': sales })).toMatchObject({
      tables: [
        ['book – North', 2],
        ['book – South', 2],
        ['sales', 9],
      ],
    })
  })

  it.each<[string, Parts, Asked, string]>([
    ['nothing readable', { 'a.png': png, 'b.png': png }, {}, 'nothing_readable'],
    ['nothing at all', { '__MACOSX/a': 'x' }, {}, 'nothing_readable'],
    ['several documents', { 'a.md': prose, 'b.md': prose }, {}, 'several_documents'],
    ['one picture', { 'a.png': png }, {}, 'binary_file'],
    [
      'tables where a document is wanted',
      { 'a.csv': sales, 'b.csv': stock },
      { wanted: 'document' },
      'nothing_readable',
    ],
    ['tables without rows', { 'a.csv': 'a,b\n', 'b.csv': 'c,d\n' }, {}, 'no_rows'],
  ])('with %s says so', async (_, parts, asked, reason) => {
    await expect(converted(parts, asked)).rejects.toMatchObject({ reason })
  })

  it('is read by `read` as well: the first table, or the one named', async () => {
    const parts = { 'a/sales.csv': sales, 'stock.csv': stock }
    const text = (table: string | null, typed: boolean) =>
      inArchive(parts, async (source, folder) => {
        const outputPath = path.join(folder, 'table.csv')
        const written = await readTable({ source, table, format: 'csv', typed, outputPath }, detachedContext())
        return [written.table, readFileSync(outputPath, 'utf8').split('\n').slice(0, 2).join('|')]
      })
    for (const typed of [true, false]) {
      expect(await text(null, typed)).toEqual(['sales', 'day,amount|2024-01-01,0'])
      expect(await text('stock', typed)).toEqual(['stock', 'item,count|lamp,3'])
      expect(await text('stock.csv', typed)).toEqual(['stock', 'item,count|lamp,3'])
      await expect(text('shelf', typed)).rejects.toMatchObject({ reason: 'no_such_sheet' })
    }
  })
})
