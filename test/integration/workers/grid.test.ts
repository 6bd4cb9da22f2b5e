/** The data view's tasks over a small real Parquet file of several row groups. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GridView } from '../../../src/shared/contract/grid.ts'
import type { TaskMap } from '../../../src/shared/contract/tasks.ts'
import { withoutFormula } from '../../../src/shared/format/csv.ts'
import type { StorageType } from '../../../src/shared/story/table.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { withoutFormulaSql } from '../../../src/workers/source/duckdb/grid/export-rows.ts'
import {
  copyGridCells,
  exportGridRows,
  readGridColumn,
  readGridRows,
  sumGridSelection,
} from '../../../src/workers/tasks/grid.ts'

const rows = 10_000
const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-test-'))
const context = detachedContext()

const column = (name: string, storage: StorageType, format: string | null = null, distinct?: number) => ({
  name,
  storage,
  format,
  unreadable: { count: 0, examples: [] },
  ...(distinct === undefined ? {} : { distinct }),
})

const columns = [
  column('n', 'BIGINT', null, rows),
  column('town "x"', 'VARCHAR', null, 4),
  column('price', 'DOUBLE', null, 997),
  column('day', 'DATE', null, 365),
  column('won', 'BOOLEAN', 'words:Ja/Nein', 2),
  column('note', 'VARCHAR', null, rows),
]

/** Row i: n = i, the town by turns (one in another case, some missing), a price that falls and rises, a day of 2023. */
const sql = `SELECT CAST(i AS BIGINT) AS n,
  CASE i % 5 WHEN 0 THEN 'bergen' WHEN 1 THEN 'Aalborg' WHEN 2 THEN 'Bergen' WHEN 3 THEN 'Cork' END AS "town ""x""",
  CASE WHEN i % 100 = 7 THEN NULL ELSE CAST((i * 37) % 997 AS DOUBLE) / 4 END AS price,
  DATE '2023-01-01' + CAST(i % 365 AS INTEGER) AS day,
  i % 2 = 0 AS won,
  CASE WHEN i = 5 THEN '=1+1' WHEN i = 6 THEN 'a' || chr(9) || 'b' ELSE 'note ' || i END AS note
  FROM range(${rows}) t(i)`

let source: Pick<TaskMap['grid-rows']['input'], 'tables' | 'convertDir' | 'cacheDir'>

beforeAll(async () => {
  const file = path.join(folder, 'sales.parquet')
  await withDatabase(context, {}, (database) =>
    database.run(`COPY (${sql}) TO ${quoteText(file)} (FORMAT parquet, ROW_GROUP_SIZE 2048)`),
  )
  const tables = [{ name: 'sales', file: 'sales.parquet', rows, columns }]
  source = { tables, convertDir: folder, cacheDir: path.join(folder, 'grid') }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const whole: GridView = { table: 'sales', where: null, search: '', sort: [] }
const names = columns.map(({ name }) => name)
const read = (view: Partial<GridView>, offset = 0, limit = 5, shown: string[] = ['n']) =>
  readGridRows({ ...source, window: { view: { ...whole, ...view }, columns: shown, offset, limit } }, context)
const numbersOf = async (view: Partial<GridView>, offset = 0, limit = 5) =>
  (await read(view, offset, limit)).rows.map(([n]) => n)

describe('rows of a view', () => {
  it('are those of the file, from any place, with the columns asked for', async () => {
    const page = await read({}, 5_000, 3, ['won', 'n', 'town "x"'])
    expect(page.total).toBe(rows)
    expect(page.numbers).toEqual([5_001, 5_002, 5_003])
    expect(page.rows).toEqual([
      [true, 5_000, 'bergen'],
      [false, 5_001, 'Aalborg'],
      [true, 5_002, 'Bergen'],
    ])
    expect((await read({}, rows - 1, 5)).rows).toEqual([[rows - 1]])
    expect((await read({}, rows + 5, 5)).rows).toEqual([])
  })

  it('are sorted by several columns, texts in the order of letters, what is missing last', async () => {
    const sort = [
      { column: 'town "x"', descending: false },
      { column: 'n', descending: true },
    ]
    expect(await numbersOf({ sort }, 0, 2)).toEqual([9_996, 9_991])
    const inTheMiddle = await read({ sort }, 1_999, 3, ['town "x"', 'n'])
    expect(inTheMiddle.rows).toEqual([
      ['Aalborg', 1],
      ['Bergen', 9_997],
      ['Bergen', 9_992],
    ])
    expect((await read({ sort }, rows - 1, 1, ['town "x"', 'n'])).rows).toEqual([[null, 4]])
    const descending = [{ column: 'town "x"', descending: true }]
    expect((await read({ sort: descending }, 0, 1, ['town "x"'])).rows).toEqual([['Cork']])
    expect((await read({ sort: descending }, rows - 1, 1, ['town "x"'])).rows).toEqual([[null]])
  })

  it('keep the order of the file where they are alike', async () => {
    expect(await numbersOf({ sort: [{ column: 'won', descending: false }] }, 0, 3)).toEqual([1, 3, 5])
  })

  it('are sorted by texts that are all different without their places among them', async () => {
    const sort = [{ column: 'note', descending: false }]
    expect((await read({ sort }, 0, 4, ['note'])).rows).toEqual([['=1+1'], ['a\tb'], ['note 0'], ['note 1']])
  })

  it('are filtered and searched for, and say how many there are', async () => {
    const where = { kind: 'compare', column: 'town "x"', operator: '=', value: 'Cork' } as const
    const page = await read({ where }, 10, 2)
    expect(page).toEqual({ rows: [[53], [58]], numbers: [54, 59], total: 2_000 })
    expect(await read({ search: 'NOTE 999' }, 0, 20)).toMatchObject({ total: 11 })
    expect(await read({ search: '2023-12-31', where }, 0, 1)).toMatchObject({ total: 0, rows: [] })
    expect(await read({ search: 'nothing at all' })).toEqual({ rows: [], numbers: [], total: 0 })
  })

  it('are ordered once: the order is kept, and the oldest of too many goes', async () => {
    const kept = () => readdirSync(source.cacheDir).filter((name) => name.endsWith('.order'))
    await read({ search: 'note 77' })
    const before = kept()
    await read({ search: 'note 77' }, 5, 5)
    expect(kept()).toEqual(before)
    for (let round = 0; round < 18; round++) await read({ search: `note 5${round}` })
    expect(kept()).toHaveLength(16)
    expect(readdirSync(source.cacheDir).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(existsSync(path.join(source.cacheDir, 'scratch'))).toBe(false)
  })

  it('are those a person asked to be told, where the story is of some rows only', async () => {
    const where = { kind: 'compare', column: 'n', operator: '>=', value: 9_000 } as const
    const [table] = source.tables
    if (table === undefined) throw new Error('no table')
    const view = { where, retyped: [], rowsStored: rows }
    const told = { ...source, tables: [{ ...table, rows: 1_000, view }] }
    const window = { view: whole, columns: ['n'], offset: 0, limit: 2 }
    expect(await readGridRows({ ...told, window }, context)).toEqual({
      rows: [[9_000], [9_001]],
      numbers: [9_001, 9_002],
      total: 1_000,
    })
  })

  it('of a table with a column of the name that DuckDB uses itself', async () => {
    const file = path.join(folder, 'own.parquet')
    await withDatabase(context, {}, (database) =>
      database.run(
        `COPY (SELECT 10 - i AS file_row_number FROM range(10) t(i)) TO ${quoteText(file)} (FORMAT parquet)`,
      ),
    )
    const own = [column('file_row_number', 'BIGINT')]
    const table = { name: 'own', file: 'own.parquet', rows: 10, columns: own }
    const view = { ...whole, table: 'own', sort: [{ column: 'file_row_number', descending: false }] }
    const window = { view, columns: ['file_row_number'], offset: 1, limit: 2 }
    expect(await readGridRows({ ...source, tables: [table], window }, context)).toEqual({
      rows: [[2], [3]],
      numbers: [9, 8],
      total: 10,
    })
  })
})

describe('a column', () => {
  const summary = (name: string, given: { values?: number; holding?: string; filter?: Partial<GridView> } = {}) =>
    readGridColumn(
      {
        ...source,
        question: {
          filter: { table: 'sales', where: null, search: '', ...given.filter },
          column: name,
          values: given.values ?? 10,
          holding: given.holding ?? '',
        },
      },
      context,
    )

  it('of texts has its commonest values with their counts', async () => {
    expect(await summary('town "x"')).toEqual({
      rows,
      missing: 2_000,
      distinct: 4,
      isDistinctExact: true,
      least: null,
      most: null,
      mean: null,
      median: null,
      bins: [],
      common: ['Aalborg', 'Bergen', 'Cork', 'bergen'].map((value) => ({ value, count: 2_000 })),
    })
    expect((await summary('town "x"', { holding: 'BERG' })).common.map(({ value }) => value)).toEqual([
      'Bergen',
      'bergen',
    ])
  })

  it('of numbers has a range and a shape that counts every value', async () => {
    const price = await summary('price')
    expect(price).toMatchObject({ rows, missing: 100, distinct: 997, least: 0, most: 249 })
    expect(price.bins).toHaveLength(24)
    expect(price.bins.reduce((sum, { count }) => sum + count, 0)).toBe(9_900)
    expect(price.median).toBeCloseTo(124.5, 0)
  })

  it('of very many different values estimates them, and never above the number of values', async () => {
    for (const name of ['n', 'note']) {
      const { distinct, isDistinctExact } = await summary(name)
      // The estimate lies on either side of the limit up to which is counted.
      expect(distinct).toBeLessThanOrEqual(rows)
      if (isDistinctExact) expect(distinct).toBe(rows)
      else expect(distinct).toBeGreaterThan(0.9 * rows)
    }
  })

  it('of days has its range in days, and of a filter only what is in it', async () => {
    const where = { kind: 'between', column: 'day', low: '2023-02', high: '2023-02' } as const
    const day = await summary('day', { filter: { where } })
    expect(day).toMatchObject({ least: '2023-02-01', most: '2023-02-28', distinct: 28 })
    expect(day.bins.reduce((sum, { count }) => sum + count, 0)).toBe(day.rows)
  })

  it('without a row has nothing to say', async () => {
    expect(await summary('price', { filter: { search: 'nothing at all' } })).toMatchObject({
      rows: 0,
      bins: [],
      common: [],
    })
  })
})

describe('selected cells', () => {
  const range = { view: whole, columns: names, offset: 0, rows: 10 }

  it('come to a sum over all their numbers', async () => {
    const figures = await sumGridSelection({ ...source, range: { ...range, columns: ['n', 'won'] } }, context)
    expect(figures).toEqual({ cells: 20, filled: 20, numbers: 10, sum: 45, mean: 4.5, least: 0, most: 9 })
    const sort = [{ column: 'n', descending: true }]
    const last = { view: { ...whole, sort }, columns: ['n'], offset: 0, rows: 2 }
    expect(await sumGridSelection({ ...source, range: last }, context)).toMatchObject({ sum: 19_997 })
    expect(await sumGridSelection({ ...source, range: { ...last, rows: 1e9 } }, context)).toMatchObject({
      cells: rows,
      sum: (rows * (rows - 1)) / 2,
    })
    expect(await sumGridSelection({ ...source, range: { ...range, columns: ['note'] } }, context)).toMatchObject({
      numbers: 0,
      sum: null,
      mean: null,
    })
  })

  it('are copied as lines that a spreadsheet takes, and never as formulas', async () => {
    const copy = await copyGridCells(
      {
        ...source,
        range: { ...range, columns: ['town "x"', 'price', 'day', 'won', 'note'], offset: 4, rows: 3, header: true },
      },
      context,
    )
    expect(copy.rows).toBe(3)
    expect(copy.text).toBe(
      [
        'town "x"\tprice\tday\twon\tnote',
        '\t37\t2023-01-05\tJa\tnote 4',
        "bergen\t46.25\t2023-01-06\tNein\t'=1+1",
        'Aalborg\t55.5\t2023-01-07\tJa\t"a\tb"',
        '',
      ].join('\r\n'),
    )
  })
})

describe('what is filtered', () => {
  it('is written in the order of the view, texts that would be computed as texts', async () => {
    const where = { kind: 'compare', column: 'n', operator: '<', value: 7 } as const
    const view = { ...whole, where, sort: [{ column: 'n', descending: true }] }
    const outputPath = path.join(folder, 'out.csv')
    const request = { view, columns: ['note', 'town "x"', 'day'], format: 'csv' as const }
    expect(await exportGridRows({ ...source, request, outputPath }, context)).toEqual({ rows: 7 })
    expect(readFileSync(outputPath, 'utf8').split('\n').slice(0, 4)).toEqual([
      'note,"town ""x""",day',
      'a\tb,Aalborg,2023-01-07',
      "'=1+1,bergen,2023-01-06",
      'note 4,,2023-01-05',
    ])
    const parquet = path.join(folder, 'out.parquet')
    await exportGridRows({ ...source, request: { ...request, format: 'parquet' }, outputPath: parquet }, context)
    const read = await withDatabase(context, {}, (database) =>
      database.rows(`SELECT note FROM read_parquet(${quoteText(parquet)}) LIMIT 2`),
    )
    expect(read).toEqual([{ note: 'a\tb' }, { note: '=1+1' }])
  })

  it.each([
    '=1',
    '-5',
    '+cmd',
    '-5,50 €',
    '@x',
    '12',
    '\t=1',
    '＝1',
    '- a',
    '-',
    '5 %',
    "'=1",
    'a;=1',
    'a, -5',
    'x|"@y',
  ])('writes %j as the exports of stories do', async (text) => {
    const { made } = await withDatabase(context, {}, (database) =>
      database.row<{ made: string }>(`SELECT ${withoutFormulaSql('t')} AS made FROM (SELECT ${quoteText(text)} AS t)`),
    )
    expect(made).toBe(withoutFormula(text))
  })
})
