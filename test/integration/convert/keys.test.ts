/** Tables of one source that name each other's rows: keys found, and told together. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StoryglassError } from '../../../src/shared/failure/failure.ts'
import type { ConvertedTable } from '../../../src/shared/story/table.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { vegaFolder } from '../../support/analysis.ts'
import { detailOf } from '../../support/refusal.ts'

let folder = ''
let runs = 0
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'keys-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Read {
  readonly tables: readonly ConvertedTable[]
  readonly outputDir: string
}

async function read(files: readonly string[], join?: string[]): Promise<Read> {
  const outputDir = path.join(folder, `out-${runs++}`)
  const source = (file: string) => ({ path: file, name: path.basename(file), bytes: 0 })
  const parts = files.map((file) => ({ kind: 'csv' as const, source: source(file), notes: [] }))
  const reading = join === undefined ? {} : { reading: { join } }
  const input = {
    source: source('both.zip'),
    kind: 'csv' as const,
    parts,
    notes: [],
    sheet: null,
    outputDir,
    ...reading,
  }
  return { ...(await convert(input, detachedContext())), outputDir }
}

function written(name: string, lines: readonly string[]): string {
  const file = path.join(folder, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

async function refusal(files: readonly string[], join: string): Promise<string> {
  const error = await read(files, [join]).then(
    () => null,
    (failure: unknown) => failure,
  )
  return error instanceof StoryglassError ? `${error.reason}: ${detailOf(error)}` : String(error)
}

const flights = [`${vegaFolder}flights-airport.csv`, `${vegaFolder}airports.csv`]

describe('keys between tables', () => {
  it('are named with how well they match, on tables by others', async () => {
    const { tables } = await read(flights)
    expect(tables[0]?.notes.join(' ')).toContain(
      '"origin" names rows of "airports" by "iata": 5,366 of 5,366 rows match; 3,073 rows there are named by none.',
    )
    expect(tables[1]?.notes.join(' ')).not.toContain('names rows of')
  })

  it('tell what does not match, and need a like name where they are numbers', async () => {
    const people = ['id,name', ...Array.from({ length: 40 }, (_, index) => `${index + 1},P${index}`)]
    const orders = [
      'customer_id,pieces',
      ...Array.from({ length: 60 }, (_, index) => `${(index % 42) + 1},${(index % 9) + 1}`),
    ]
    const { tables } = await read([written('orders.csv', orders), written('customers.csv', people)])
    expect(tables[0]?.notes.join(' ')).toContain(
      '"customer_id" names rows of "customers" by "id": 58 of 60 rows match, the rest do not, such as "41", "42"',
    )
    expect(tables[0]?.notes.join(' ')).not.toContain('"pieces" names')
  })
})

describe('tables told together by a key', () => {
  it('keep every row of the many side once, in its order, with what it names', async () => {
    const [plain, joined] = [await read(flights), await read(flights, ['flights-airport.origin=airports.iata'])]
    const table = joined.tables[0]
    expect(table?.rows).toBe(plain.tables[0]?.rows)
    expect(table?.columns.map(({ name }) => name)).toEqual([
      ...['origin', 'destination', 'count', 'name', 'city', 'state', 'country', 'latitude', 'longitude'],
    ])
    expect(table?.notes.join(' ')).toContain(
      '5,366 rows before and after; each has its match; 3,073 rows of "airports"',
    )
    const own = (of: Read): string => path.join(of.outputDir, of.tables[0]?.file ?? '')
    await withDatabase(detachedContext(), {}, async (database) => {
      const columns = 'SELECT origin, destination, count FROM read_parquet'
      const [before, after] = [
        await database.rows(`${columns}('${own(plain)}')`),
        await database.rows(`${columns}('${own(joined)}')`),
      ]
      expect(after).toEqual(before)
    })
  })

  it('are refused where rows would be told several times, nothing fits, or a name is wrong', async () => {
    const left = written('visits.csv', ['place,day', 'A,1', 'A,2', 'B,3'])
    const right = written('sales.csv', ['place,sum', 'A,4', 'A,5', 'B,6'])
    expect(await refusal([left, right], 'visits.place=sales.place')).toMatch(/^join_impossible: .*in several rows/)
    const other = written('shops.csv', ['shop,town', 'X,Oslo', 'Y,Moss'])
    expect(await refusal([left, other], 'visits.place=shops.shop')).toMatch(/^join_impossible: no value/)
    expect(await refusal([left, other], 'visits.site=shops.shop')).toMatch(/^join_impossible: .*names no two columns/)
    expect(await refusal([left, right], 'visits.day=sales.place')).toMatch(/^join_impossible: .*two types/)
  })
})
