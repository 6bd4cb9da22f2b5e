/** What a row is called: after its key, or the file that is named after its rows; a row, when unsure. */
import { describe, expect, it } from 'vitest'
import { type NamedTable, rowNoun } from '../../../../src/workers/analysis/row-noun.ts'

type Column = NamedTable['columns'][number]
const measure = (name: string, distinct = 90): Column => ({ name, role: 'measure', distinct, nulls: 0 })
const dimension = (name: string, distinct = 3): Column => ({ name, role: 'dimension', distinct, nulls: 0 })
const key = (name: string, distinct = 100): Column => ({ name, role: 'identifier', distinct, nulls: 0 })

const called = (name: string, columns: readonly Column[] = [measure('size')], followed = false): string | undefined =>
  rowNoun({ name, rows: 100, columns, followed })?.many

describe('a row', () => {
  it.each([
    ['order_id', 'orders'],
    ['PassengerId', 'passengers'],
    ['Invoice No', 'invoices'],
    ['customer-key', 'customers'],
    ['company_code', 'companies'],
    ['person_id', 'people'],
  ])('whose key is %s is one of %s', (name, many) => {
    expect(called('export 2024', [key(name), measure('size')])).toBe(many)
  })

  it.each([
    ['penguins', 'penguins'],
    ['Orders_2024-03', 'orders'],
    ['birdstrikes', 'birdstrikes'],
    ['movies (final)', 'movies'],
    ['addresses', 'addresses'],
    ['airports v2', 'airports'],
  ])('of %s is one of %s', (name, many) => {
    expect(called(name)).toBe(many)
  })

  it('has its noun in the singular, too', () => {
    const one = (name: string) => rowNoun({ name, rows: 100, columns: [measure('size')], followed: false })?.one
    expect(['movies', 'companies', 'addresses', 'houses', 'cars'].map(one)).toEqual([
      ...['movie', 'company', 'address', 'house', 'car'],
    ])
  })

  it.each([
    ['a file of one more word, which may be of anything', 'la-riots', [measure('size')]],
    ['what is measured', 'sales', [measure('size')]],
    ['no plural', 'weather', [measure('size')]],
    ['no plural, though it ends as one', 'status', [measure('size')]],
    ['an abbreviation', 'mtcars', [measure('size')]],
    ['a country and its things', 'USArrests', [measure('size')]],
    ['a gas', 'UKgas', [measure('size')]],
    ['a mere number', 'Sheet1', [measure('size')]],
    ['things that have many rows', 'stores', [dimension('store', 12), measure('size')]],
    ['counted things', 'passengers', [dimension('sex'), measure('Freq')]],
    ['a row for each combination', 'plots', [dimension('site', 10), dimension('variety', 10), measure('yield')]],
    ['a key of rows', 'export', [key('row_id'), measure('size')]],
    ['a key that repeats', 'export', [key('order_id', 80), measure('size')]],
    ['a bare key', 'export', [key('id'), measure('size')]],
  ] as const)('of %s stays a row', (_, name, columns) => {
    expect(called(name, columns)).toBeUndefined()
  })

  it('of things followed over time stays a row', () => {
    expect(called('stocks', [measure('price')], true)).toBeUndefined()
  })
})
