/** Small files, each with one trap in its values, read from end to end. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConvertedTable } from '../../../src/shared/story/table.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { convert } from '../../../src/workers/stages/convert.ts'

const context = detachedContext()
const fixtures = path.join(import.meta.dirname, '../../fixtures/values')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'values-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Read {
  readonly columns: ConvertedTable['columns']
  readonly notes: string
  /** Each column's values; times as ISO texts. */
  readonly values: Readonly<Record<string, unknown[]>>
  readonly formats: Readonly<Record<string, string | null>>
}

async function read(name: string): Promise<Read> {
  const file = path.join(fixtures, name)
  const source = { path: file, name, bytes: (await readFile(file)).length }
  const outputDir = path.join(folder, name)
  const { tables } = await convert({ source, kind: 'csv', sheet: null, outputDir }, context)
  const [table] = tables
  if (table === undefined || tables.length !== 1) throw new Error(`${tables.length} tables`)
  const values = await withDatabase(context, {}, (database) =>
    database.columns(`SELECT * FROM read_parquet(${quoteText(path.join(outputDir, table.file))})`),
  )
  const plain = (value: unknown): unknown =>
    typeof value === 'string' ? value.replace(/T00:00:00(?:\.000)?Z$/u, '') : value
  return {
    columns: table.columns,
    notes: table.notes.join('\n'),
    values: Object.fromEntries(Object.entries(values).map(([column, list]) => [column, [...list].map(plain)])),
    formats: Object.fromEntries(table.columns.map((column) => [column.name, column.format])),
  }
}

test('seasons written like months are seasons', async () => {
  const { values, formats } = await read('seasons-that-look-like-months.csv')
  expect(values.season).toEqual(['2009-01-01', '2010-01-01', '2011-01-01', '2012-01-01'])
  expect(formats.season).toBe('%Y-%i')
})

test('part numbers stay text beside millions', async () => {
  const { values } = await read('part-numbers-beside-millions.csv')
  expect(values.part).toEqual(['4M', '3B', '2K', '12M'])
  expect(values.subscribers).toEqual([1.2e6, 850_000, 1.1e9, 99])
})

test('the 2 of m2 is no digit of the number', async () => {
  const { values, formats } = await read('unit-with-a-digit-of-its-own.csv')
  expect(values.area).toEqual([54, 61, 48, 72])
  expect(values.rent).toEqual([1200, 1500, 950, 2000])
  expect(formats).toMatchObject({ area: 'unit:m2', rent: 'currency:EUR' })
})

test('limits are missing and counted, flags are set apart and named', async () => {
  const { values, notes, columns } = await read('limits-and-flags.csv')
  expect(values.lead).toEqual([0.3, null, 0.5, 0.8, null, 1.1, 0.9, 0.4])
  expect(values.rate).toEqual([4.1, 4, 3.9, 3.7, 3.8, 3.6, 3.5, 3.3])
  expect(notes).toMatch(/In "lead", 2 values only say below or above which limit/u)
  expect(notes).toMatch(/In "rate", 3 numbers carry a flag \("\(e\)", "\*", "p"\)/u)
  expect(columns[1]?.unreadable).toEqual({
    count: 2,
    examples: [
      { row: 2, text: '<0.2' },
      { row: 5, text: '<0.2' },
    ],
  })
})

test('years of an era, yen in thousands and in myriads, digits of full width', async () => {
  const { values, formats } = await read('reiwa-yen-and-full-width.csv')
  expect(values).toEqual({
    日付: ['2023-04-30', '2023-05-01', '2024-01-15'],
    金額: [1200, 30_000, 980],
    数量: [12, 5, 20],
  })
  expect(formats.金額).toBe('currency:JPY')
})

test('months and money of a country are read by its own words', async () => {
  const { values, formats } = await read('polish-months-and-money.csv')
  expect(values).toEqual({ data: ['2024-01-03', '2024-02-15', '2024-03-01'], kwota: [1234.5, 2000, 999.99] })
  expect(formats.kwota).toBe('currency:PLN')
})

test('births lie in the past, a clock shows times of day, a lap is a length', async () => {
  const { values, formats } = await read('born-before-1970-with-clock-and-lap.csv')
  expect(values.born).toEqual(['1968-12-25', '1945-06-13', '1999-01-30', '2003-11-02'])
  expect(values.start).toEqual([29_700, 31_500, 32_700, 48_600])
  expect(values.lap).toEqual([3753, 3548, 4200, 2939])
  expect(formats).toMatchObject({ start: 'clock:seconds', lap: 'duration:seconds' })
})

test('grams beside kilograms are one quantity, euros beside dollars stay text, and a note says why', async () => {
  const { values, columns, notes } = await read('units-that-have-no-sum.csv')
  expect(columns.map(({ rescaled = false }) => rescaled)).toEqual([false, true, false])
  expect(values.amount).toEqual([500, 1500, 2000, 750])
  expect(notes).toMatch(/In "amount", values are in several units \(g, kg\) and are all read in g/u)
  expect(notes).toMatch(/In "price", amounts are in several currencies/u)
})

test('one odd cell in thirty is kept with its row and costs the column nothing', async () => {
  const { values, columns } = await read('one-odd-cell-in-thirty.csv')
  expect(values.sales?.slice(-2)).toEqual([87, null])
  expect(columns[1]?.unreadable).toEqual({ count: 1, examples: [{ row: 30, text: 'shop flooded' }] })
})

test('an hour that came twice is two hours, one that was left out is none', async () => {
  const { values } = await read('clock-put-forward-and-back.csv')
  expect(values.ts?.map((value) => String(value).slice(0, 16))).toEqual([
    ...['2024-03-31T00:30', '2024-03-31T01:30', '2024-10-27T00:30', '2024-10-27T01:30'],
  ])
})

test('part numbers, versions, telephones, scores, ratios and ranges stay as they stand', async () => {
  const { columns } = await read('codes-that-look-like-values.csv')
  expect(columns.map(({ storage }) => storage)).toEqual(Array.from({ length: 6 }, () => 'VARCHAR'))
})
