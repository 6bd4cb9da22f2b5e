import { describe, expect, it } from 'vitest'
import {
  factsOfNamed,
  factsOfProfiled,
  firstFacts,
  firstFactsSchema,
} from '../../../../src/shared/story/first-facts.ts'
import type { ProfiledColumn, ProfiledTable } from '../../../../src/shared/story/table.ts'

function column(name: string, change: Partial<ProfiledColumn>): ProfiledColumn {
  return {
    name,
    type: 'number',
    role: 'measure',
    nulls: 0,
    distinct: 50,
    stats: {},
    storage: 'DOUBLE',
    format: null,
    unreadable: { count: 0, examples: [] },
    ...change,
  }
}

function table(columns: ProfiledColumn[], change: Partial<ProfiledTable> = {}): ProfiledTable {
  return { name: 'sales', sheet: null, file: 'table.parquet', rows: 100, droppedRows: 0, notes: [], columns, ...change }
}

const spread = { min: 1, q1: 2, median: 3, q3: 4, max: 5 }

describe('the first facts of a table', () => {
  it('are of its measures, with as many rows as have a value', () => {
    const { measures } = factsOfProfiled(table([column('price', { stats: spread, nulls: 7, format: 'percent' })]))
    expect(measures).toEqual([{ column: 'price', format: 'percent', n: 93, ...spread }])
  })

  it('say nothing of a column with a number for missing values, nor of a scale of two', () => {
    const columns = [
      column('coded', { stats: spread, missingCode: -999 }),
      column('flag', { stats: spread, distinct: 2 }),
    ]
    expect(factsOfProfiled(table(columns)).measures).toEqual([])
  })

  it('name a commonest category only where it is one', () => {
    const top = (first: number, second: number) => ({
      top: [
        { value: 'a', count: first },
        { value: 'b', count: second },
      ],
    })
    const of = (stats: ProfiledColumn['stats']) =>
      factsOfProfiled(table([column('kind', { role: 'dimension', type: 'category', distinct: 2, nulls: 10, stats })]))
    expect(of(top(60, 30)).categories).toEqual([{ column: 'kind', distinct: 2, value: 'a', count: 60, n: 90 }])
    expect(of(top(45, 45)).categories).toEqual([])
  })

  it('take the period from the time with the most rows, and none from a single day', () => {
    const time = (name: string, nulls: number, distinct = 9) =>
      column(name, {
        role: 'time',
        type: 'date',
        storage: 'DATE',
        nulls,
        distinct,
        stats: { min: '2020-01-01', max: '2021-05-02' },
      })
    expect(factsOfProfiled(table([time('paid', 40), time('ordered', 1)])).period).toEqual({
      column: 'ordered',
      from: '2020-01-01',
      to: '2021-05-02',
    })
    expect(factsOfProfiled(table([time('ordered', 0, 1)])).period).toBeNull()
    expect(factsOfProfiled(table([time('ordered', 100)])).period).toBeNull()
  })

  it('count columns by what they are for, and name the first', () => {
    const columns = Array.from({ length: 40 }, (_, index) =>
      column(`c${index}`, index % 4 === 0 ? { role: 'dimension', type: 'category' } : { stats: spread }),
    )
    const facts = factsOfProfiled(table(columns))
    expect(facts).toMatchObject({ rows: 100, columns: 40, roles: { measure: 30, dimension: 10 } })
    expect(facts.columnNames.length).toBeLessThan(40)
    expect(facts.measures.length).toBeLessThan(30)
    expect(firstFactsSchema.parse(firstFacts([facts]))).toEqual({ tables: [facts], moreTables: 0 })
  })
})

describe('the first facts of many tables', () => {
  it('are of the largest, in their order', () => {
    const tables = Array.from({ length: 20 }, (_, index) => factsOfNamed(`t${index}`, ['a', 'b'], index))
    const { tables: shown, moreTables } = firstFacts(tables)
    expect(shown.length + moreTables).toBe(20)
    expect(shown.map(({ name }) => name)).toEqual(tables.slice(-shown.length).map(({ name }) => name))
  })
})
