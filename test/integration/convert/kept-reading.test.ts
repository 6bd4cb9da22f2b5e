/** A source read as was told of another of the same columns. */
import { mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { ReadingOptions } from '../../../src/shared/story/reading.ts'
import { namesInText } from '../../../src/workers/formats/recognition/shape.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { importSource } from '../../../src/workers/stages/import.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'
import { rowsOf, writeWorkbook } from '../../support/workbook.ts'

const month = (title: string, factor: number, mark = ';'): string =>
  [
    title,
    'made by the till',
    ['day', 'shop', 'sold'].join(mark),
    ...Array.from({ length: 9 }, (_, index) => [`0${index + 1}/02/2024`, 'A', `${index * factor}`].join(mark)),
    '',
  ].join('\n')

async function converted(content: string, reading: ReadingOptions): Promise<{ storage: unknown; notes: string }> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'feb.csv')
    await writeFile(file, content)
    const source = { path: file, name: 'feb.csv', bytes: content.length }
    const input = { source, kind: 'csv', sheet: null, reading, readingOf: 'jan.csv' } as const
    const { tables } = await convert({ ...input, outputDir: path.join(folder, 'out') }, detachedContext())
    const format = tables[0]?.columns.find(({ name }) => name === 'day')?.format
    return { storage: format, notes: tables[0]?.notes.join(' ') ?? '' }
  })
}

it('is read by it and says so', async () => {
  const { storage, notes } = await converted(month('February', 4), { dateOrder: 'month-first' })
  expect(storage).toBe('%m/%d/%Y')
  expect(notes).toContain('Read as you told for "jan.csv", a source of the same columns: date-order month-first.')
})

it('is read as it is where that does not fit, and says so', async () => {
  const { notes } = await converted(month('February', 4, '|'), { delimiter: ';', sheetsAsOne: true })
  expect(notes).toContain('What you told for "jan.csv" (delimiter ;, sheets-as-one) does not fit this source.')
})

async function shapeOf(name: string, write: (file: string) => Promise<unknown>): Promise<string | undefined> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, name)
    await write(file)
    const outputDir = path.join(folder, 'import')
    await mkdir(outputDir)
    const source = { path: file, name, bytes: (await stat(file)).size }
    const input = { source, sha256: '', outputDir, wantsShape: true, wanted: 'story' } as const
    return (await importSource(input, detachedContext())).shape
  })
}

it('the shape is that of the columns, whatever the rows and the title say', async () => {
  const text = (content: string) => shapeOf('a.csv', (file) => writeFile(file, content))
  const january = await text(month('January', 3))
  expect(january).toMatch(/^[0-9a-f]{32}$/)
  expect(await text(month('February', 17))).toBe(january)
  expect(await text(month('January', 3).replace('sold', 'bought'))).not.toBe(january)
  expect(await text('1,2\n3,4\n5,6\n')).toBeUndefined()
  const book = (value: number) =>
    shapeOf('a.xlsx', (file) =>
      writeWorkbook(file, {
        sheets: [
          {
            name: 'S',
            data: rowsOf([
              ['day', 'sold'],
              ['a', value],
              ['b', 2],
              ['c', 3],
            ]),
          },
        ],
      }),
    )
  expect(await book(1)).toMatch(/^[0-9a-f]{32}$/)
  expect(await book(7)).toBe(await book(1))
})

it('a text is known by the line of its names, whatever stands above and below it', () => {
  expect(namesInText('Sales of May\n\n"Day";Shop;"Sold"\n1;A;2\n')).toEqual(['Day', 'Shop', 'Sold'])
  expect(namesInText('1,2\n3,4\n')).toEqual([])
})
