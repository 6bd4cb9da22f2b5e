/** What a person says of the columns, over what the engine would think. */
import { describe, expect, it } from 'vitest'
import { StoryglassError } from '../../../../src/shared/failure/failure.ts'
import type { Focus } from '../../../../src/shared/story/focus.ts'
import { EvidenceReader } from '../../../../src/workers/insights/fill-evidence.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import { openTables } from '../../../../src/workers/source/duckdb/tables.ts'
import { analyze } from '../../../../src/workers/stages/analyze.ts'
import { verifyValues } from '../../../../src/workers/story/verify/verify.ts'
import { analyzeInput, storeTable, withFolder } from '../../../support/analysis.ts'
import { detailOf } from '../../../support/refusal.ts'

/** Three hundred people: a weight that goes with a length, and a length that differs by branch; a code that means nothing. */
const people = `SELECT ['Ash', 'Elm', 'Oak'][1 + i % 3] AS branch, (hash(i, 1) % 900 + 100)::BIGINT AS code,
  150 + (i % 3) * 8 + (hash(i, 2) % 200) / 10.0 AS length,
  2 * (150 + (i % 3) * 8 + (hash(i, 2) % 200) / 10.0) + (hash(i, 3) % 100) / 10.0 AS weight,
  20 + (hash(i, 4) % 600) / 10.0 + (i % 3) * 6 AS age FROM range(300) rows(i)`

const analysed = (focus?: Focus) =>
  withFolder(async (folder) => {
    const context = detachedContext()
    const table = await withDatabase(context, {}, (database) => storeTable(database, folder, 'people', people))
    return analyze({ ...analyzeInput(folder, [table]), ...(focus === undefined ? {} : { focus }) }, context)
  })

async function reasonOf(focus: Focus): Promise<string> {
  const error = await analysed(focus).then(
    () => null,
    (failure: unknown) => failure,
  )
  return error instanceof StoryglassError ? `${error.reason}: ${detailOf(error)}` : String(error)
}

describe('a role that a person gives', () => {
  it('is the column’s role, and what follows from it: an amount becomes groups, and is averaged no more', async () => {
    const { tables, insights } = await analysed({ roles: { age: 'text', code: 'identifier' } })
    const roles = Object.fromEntries(tables[0]?.columns.map(({ name, role }) => [name, role]) ?? [])
    expect(roles).toMatchObject({ age: 'text', code: 'identifier', length: 'measure', branch: 'dimension' })
    expect(insights.filter(({ columns }) => columns.includes('age'))).toEqual([])
    expect(tables[0]?.notes.at(-1)).toBe(
      'As you asked, “code” counts as a name of its rows and “age” counts as text to read.',
    )
  })

  it('is refused where the values cannot have it', async () => {
    expect(await reasonOf({ roles: { branch: 'measure' } })).toMatch(/^role_impossible: .*“branch” as a measure/)
    expect(await reasonOf({ roles: { weight: 'time' } })).toMatch(/^role_impossible/)
  })
})

describe('a column that is left out', () => {
  it('is in no statement, and still in the table', async () => {
    const { tables, insights } = await analysed({ ignore: ['weight'] })
    expect(tables[0]?.columns.map(({ name }) => name)).toContain('weight')
    expect(insights.length).toBeGreaterThan(0)
    expect(insights.filter(({ columns }) => columns.includes('weight'))).toEqual([])
  })
})

describe('a target', () => {
  it('comes first, and the rest after it', async () => {
    const best = async (focus?: Focus) => {
      const { insights } = await analysed(focus)
      return insights
        .filter((insight) => insight.class === 'finding')
        .toSorted((one, other) => other.score - one.score)[0]
    }
    expect((await best())?.columns).not.toContain('age')
    expect((await best({ target: 'age' }))?.columns).toContain('age')
  })
})

it('a target with one value only is refused, also where the rows that are told leave one', async () => {
  expect(await reasonOf({ target: 'branch', where: 'branch = Elm' })).toMatch(/^target_constant: .*“branch”/)
})

it('a column that is not there is named with those that are', async () => {
  for (const focus of [{ target: 'Age' }, { ignore: ['Age'] }, { roles: { Age: 'measure' } }] satisfies Focus[]) {
    expect(await reasonOf(focus)).toMatch(/^no_such_column: .*“Age”.*“branch”.*“age”/)
  }
})

/** Codes written as numbers, days as texts and as digits, amounts with signs around them. */
const orders = `SELECT 100 + i % 4 AS shop, '1.' || lpad((i % 900)::VARCHAR, 3, '0') || ',50 EUR' AS paid, 20200101 + (i % 28) AS day,
  strftime(DATE '2021-01-01' + (i % 300)::INT, '%d/%m/%Y') AS sent, CASE WHEN i % 50 = 0 THEN 'none' ELSE (i % 7)::VARCHAR END AS items,
  (hash(i, 1) % 1000) / 10.0 AS load FROM range(400) rows(i)`

async function ordersWith(focus: Focus) {
  return withFolder(async (folder) => {
    const context = detachedContext()
    const table = await withDatabase(context, {}, (database) => storeTable(database, folder, 'orders', orders))
    const output = await analyze({ ...analyzeInput(folder, [table]), focus }, context)
    const again = await withDatabase(context, {}, async (database) => {
      await openTables(database, folder, output.tables)
      const reader = new EvidenceReader(database)
      return Promise.all(output.insights.map(async ({ evidence }) => (await reader.evaluate(evidence)).values))
    })
    expect(again).toEqual(output.insights.map(({ evidence }) => evidence.values))
    const columns = Object.fromEntries(output.tables[0]?.columns.map((column) => [column.name, column]) ?? [])
    return { ...output, columns, notes: output.tables[0]?.notes ?? [] }
  })
}

async function reasonOfOrders(focus: Focus): Promise<string> {
  const error = await ordersWith(focus).then(
    () => null,
    (failure: unknown) => failure,
  )
  return error instanceof StoryglassError ? `${error.reason}: ${detailOf(error)}` : String(error)
}

describe('values that a person says are missing', () => {
  it('are left out of the column, and are none that could not be read', async () => {
    const { columns, notes } = await ordersWith({
      missing: { items: ['none', '6'], shop: ['100'] },
      types: { items: 'integer' },
    })
    expect(columns.items).toMatchObject({ storage: 'BIGINT', stats: { max: 5 }, unreadable: { count: 0 } })
    expect(columns.shop).toMatchObject({ nulls: 100, stats: { min: 101 } })
    expect(notes).toContain('As you asked, “100” in “shop” counts as missing.')
    expect(notes).toContain('As you asked, “none” and “6” in “items” counts as missing.')
  })

  it('name a column that is there', async () => {
    expect(await reasonOfOrders({ missing: { Shop: ['1'] } })).toMatch(/^no_such_column/)
  })
})

describe('rows that a person says are totals', () => {
  it('are set aside, beside the rows that are asked for', async () => {
    const { tables, columns, notes } = await ordersWith({ totals: 'shop = 103', where: 'load < 50' })
    expect(columns.shop).toMatchObject({ stats: { min: 100, max: 102 } })
    expect(tables[0]?.rows).toBeLessThan(300)
    expect(notes).toContain('As you asked, rows where shop is 103 are totals of others and set aside.')
    expect((await ordersWith({ totals: 'shop = 103' })).tables[0]?.rows).toBe(300)
  })

  it('are not all there are', async () => {
    expect(await reasonOfOrders({ totals: 'load >= 0' })).toMatch(/^no_rows_left/)
  })
})

describe('a type that a person gives', () => {
  it('is how the values are read, with what cannot be read so counted', async () => {
    const types = { shop: 'category', paid: 'number', day: 'date', sent: 'date', items: 'integer' } as const
    const { columns, notes } = await ordersWith({ types })
    expect(columns.shop).toMatchObject({ storage: 'VARCHAR', role: 'dimension', distinct: 4 })
    expect(columns.paid).toMatchObject({ storage: 'DOUBLE', role: 'measure', nulls: 0, stats: { min: 1000.5 } })
    expect(columns.day).toMatchObject({
      storage: 'DATE',
      role: 'time',
      stats: { min: '2020-01-01', max: '2020-01-28' },
    })
    expect(columns.sent).toMatchObject({ storage: 'DATE', role: 'time', nulls: 0 })
    expect(columns.items).toMatchObject({ storage: 'BIGINT', nulls: 8, unreadable: { count: 8 } })
    expect(columns.items?.unreadable.examples[0]).toEqual({ row: 1, text: 'none' })
    expect(notes).toContain('As you asked, “items” is read as a whole number; 8 values that cannot be are missing.')
  })

  it('is refused where most values cannot be read so', async () => {
    expect(await reasonOfOrders({ types: { paid: 'date' } })).toMatch(/^type_impossible: .*“paid” as a date/)
    expect(await reasonOfOrders({ types: { load: 'boolean' } })).toMatch(/^type_impossible: .*“load” as yes or no/)
  })
})

describe('a condition', () => {
  it('leaves only its rows, which are told, counted and verified', async () => {
    const { tables, notes, insights } = await ordersWith({ where: 'shop in (101, 102) and load > 20' })
    const rows = tables[0]?.rows ?? 0
    expect(rows).toBeGreaterThan(100)
    expect(rows).toBeLessThan(200)
    expect(notes).toContain(`Only rows where shop is one of 101, 102 and load is above 20: ${rows} of 400.`)
    expect(insights.every(({ n }) => n <= rows)).toBe(true)
  })

  it('is meant in the types and names that were asked for', async () => {
    const { tables } = await ordersWith({ types: { sent: 'date' }, where: 'sent between 2021-02 and 2021-03-31' })
    expect(tables[0]?.columns.find(({ name }) => name === 'sent')?.stats).toMatchObject({
      min: '2021-02-01',
      max: '2021-03-31',
    })
  })

  it('that cannot be read, has no such column or leaves no row is refused', async () => {
    expect(await reasonOfOrders({ where: 'load >' })).toMatch(/^condition_unreadable: .*at its end/)
    expect(await reasonOfOrders({ where: 'load > heavy' })).toMatch(/^condition_unreadable: .*“load” holds numbers/)
    expect(await reasonOfOrders({ where: 'weight > 3' })).toMatch(/^no_such_column: .*“weight”.*“load”/)
    expect(await reasonOfOrders({ where: 'load > 1000' })).toMatch(/^no_rows_left: .*load is above 1000/)
  })
})

it('a unit is the column’s own from then on', async () => {
  const { columns, notes } = await ordersWith({ units: { load: 'kg' } })
  expect(columns.load).toMatchObject({ format: 'unit:kg', role: 'measure' })
  expect(notes).toContain('As you asked, “load” is in kg.')
  expect((await ordersWith({ units: { load: '€' } })).columns.load?.format).toBe('currency:EUR')
  expect(await reasonOf({ units: { Load: 'kg' } })).toMatch(/^no_such_column/)
})

describe('two parts that are compared', () => {
  it('are two values of a column, and lead the story', async () => {
    const { tables, insights } = await analysed({
      compare: { by: 'groups', groups: ['branch = Ash', 'branch = Oak'] },
    })
    expect(tables[0]?.rows).toBe(200)
    expect(tables[0]?.notes.join(' ')).toContain('rows where branch is Ash (100) and rows where branch is Oak (100)')
    const [first] = insights.toSorted((left, right) => right.score - left.score)
    expect(first?.columns).toContain('branch')
    expect(insights.some(({ type, details }) => type === 'group_difference' && details.measure === 'length')).toBe(true)
  })

  it('may be any two conditions, told apart by a column of their own that every number is recomputed from', async () => {
    await withFolder(async (folder) => {
      const context = detachedContext()
      const table = await withDatabase(context, {}, (database) => storeTable(database, folder, 'people', people))
      const groups: [string, string] = ['branch = Oak', 'branch in (Ash, Elm)']
      const { tables, insights } = await analyze(
        { ...analyzeInput(folder, [table]), focus: { compare: { by: 'groups', groups } } },
        context,
      )
      expect(tables[0]?.columns.at(-1)).toMatchObject({ name: 'group', role: 'dimension', distinct: 2 })
      const apart = insights.find(({ type, columns }) => type === 'group_difference' && columns.includes('group'))
      expect(apart?.location).toBe('Oak')
      const input = { tables, convertDir: folder, insights: insights.map((one) => ({ ...one, sentence: '' })) }
      expect((await verifyValues(input, context, '')).failed).toEqual([])
    })
  })

  it('are refused where they are the same, share rows, or have none', async () => {
    const refused = (first: string, second: string) => reasonOf({ compare: { by: 'groups', groups: [first, second] } })
    expect(await refused('branch = Ash', 'branch = Ash')).toMatch(/^comparison_impossible: .*“Ash” is named twice/)
    expect(await refused('branch = Ash', 'branch = Fir')).toMatch(/^comparison_impossible: .*no row .* branch is Fir/)
    expect(await refused('weight > 300', 'branch = Ash')).toMatch(/^comparison_impossible: .*share \d+ rows/)
    expect(await reasonOf({ compare: { by: 'periods', periods: ['2023', '2024'] } })).toMatch(/^comparison_impossible/)
  })
})
