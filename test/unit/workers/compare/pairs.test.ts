import { describe, expect, it } from 'vitest'
import type { ProfiledColumn, ProfiledTable } from '../../../../src/shared/story/table.ts'
import { pairColumns } from '../../../../src/workers/compare/pair-columns.ts'
import { pairTables } from '../../../../src/workers/compare/pair-tables.ts'

function column(name: string, over: Partial<ProfiledColumn> = {}): ProfiledColumn {
  return {
    name,
    type: 'number',
    role: 'measure',
    nulls: 0,
    distinct: 50,
    stats: { q1: 10, q3: 20 },
    storage: 'DOUBLE',
    format: null,
    unreadable: { count: 0, examples: [] },
    ...over,
  }
}

function category(name: string, values: readonly string[]): ProfiledColumn {
  const stats = { top: values.map((value) => ({ value, count: 3 })) }
  return column(name, { type: 'category', role: 'dimension', storage: 'VARCHAR', distinct: values.length, stats })
}

function table(name: string, ...columns: readonly ProfiledColumn[]): ProfiledTable {
  const rest = { sheet: null, file: `${name}.parquet`, rows: 50, droppedRows: 0, notes: [] }
  return { name, ...rest, columns: [...columns] }
}

function paired(before: ProfiledTable, after: ProfiledTable) {
  const { pairs, added, gone } = pairColumns(before, after)
  return {
    pairs: pairs.map((pair) => `${pair.before.name} = ${pair.after.name} by ${pair.by}`),
    added: added.map(({ name }) => name),
    gone: gone.map(({ name }) => name),
  }
}

describe('columns of two versions', () => {
  it('are the same by name, then by name but for its spelling', () => {
    expect(
      paired(table('a', column('price'), column('Unit Price')), table('b', column('unit_price'), column('price'))),
    ).toEqual({ pairs: ['Unit Price = unit_price by spelling', 'price = price by name'], added: [], gone: [] })
  })

  it('are the same by what the file calls them, whatever a person calls them, also where two names were exchanged', () => {
    const called = (name: string, sourceName: string) => column(name, { sourceName })
    expect(paired(table('a', column('amt'), column('n')), table('b', called('Amount', 'amt'), column('n')))).toEqual({
      pairs: ['amt = Amount by source', 'n = n by name'],
      added: [],
      gone: [],
    })
    const exchanged = table('b', called('n', 'amt'), called('amt', 'n'))
    expect(paired(table('a', column('amt'), column('n')), exchanged).pairs).toEqual([
      'amt = n by source',
      'n = amt by source',
    ])
    expect(paired(exchanged, exchanged).pairs).toEqual(['n = n by name', 'amt = amt by name'])
  })

  it('are a category renamed where they share most of their values, and none where they do not', () => {
    const before = table('a', category('region', ['North', 'South', 'West']))
    expect(paired(before, table('b', category('area', ['North', 'South', 'East', 'West']))).pairs).toEqual([
      'region = area by statistics',
    ])
    expect(paired(before, table('b', category('colour', ['red', 'green', 'blue'])))).toMatchObject({
      added: ['colour'],
      gone: ['region'],
    })
  })

  it('are a measure renamed only in its old place and range', () => {
    const before = table('a', column('day'), column('price'), column('units'))
    const renamed = column('cost', { stats: { q1: 11, q3: 21 } })
    expect(paired(before, table('b', column('day'), renamed, column('units'))).pairs).toContain(
      'price = cost by statistics',
    )
    expect(paired(before, table('b', column('day'), column('units'), renamed)).gone).toEqual(['price'])
    const other = column('cost', { stats: { q1: 900, q3: 1_000 } })
    expect(paired(before, table('b', column('day'), other, column('units'))).gone).toEqual(['price'])
  })

  it('are not taken for one another where two might be it', () => {
    const yes = ['a', 'b', 'c']
    const after = table('b', category('one', yes), category('two', yes))
    expect(paired(table('a', category('old', yes)), after).gone).toEqual(['old'])
  })
})

describe('tables of two versions', () => {
  it('are the same by name, else by their columns, else because there is one only', () => {
    const orders = table('orders', column('price'), column('units'))
    const staff = table('staff', column('age'), column('salary'))
    const nextOrders = table('orders-02', column('price'), column('units'))
    const { pairs, added, gone } = pairTables([orders, staff], [nextOrders, table('stock', column('shelf'))])
    expect(pairs.map((pair) => [pair.before.name, pair.after.name])).toEqual([['orders', 'orders-02']])
    expect([added.map(({ name }) => name), gone.map(({ name }) => name)]).toEqual([['stock'], ['staff']])
    expect(pairTables([orders], [table('x', column('y'))]).pairs).toHaveLength(1)
  })
})
