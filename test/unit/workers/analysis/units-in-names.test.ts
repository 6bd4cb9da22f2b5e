/** Which columns are told without the unit in their name, and that none loses it. */
import { describe, expect, it } from 'vitest'
import type { ProfiledColumn } from '../../../../src/shared/story/table.ts'
import { withoutUnitsOfNames, withUnitsOfNames } from '../../../../src/workers/analysis/units-in-names.ts'

function column(name: string, other: Partial<ProfiledColumn> = {}): ProfiledColumn {
  return {
    name,
    type: 'number',
    role: 'measure',
    nulls: 0,
    distinct: 40,
    stats: {},
    storage: 'DOUBLE',
    format: null,
    unreadable: { count: 0, examples: [] },
    ...other,
  }
}

const told = (...columns: ProfiledColumn[]) =>
  withUnitsOfNames(columns).map(({ format, nameWithoutUnit }) => [nameWithoutUnit ?? null, format])

describe('units of names', () => {
  it('are those of the numbers, and left out of the name', () => {
    expect(told(column('Body Mass (g)'))).toEqual([['Body Mass', 'unit:g']])
  })

  it('stay where two columns would be called the same', () => {
    expect(told(column('temp_c'), column('temp_f'))).toEqual([
      [null, null],
      [null, null],
    ])
    expect(told(column('Weight (kg)'), column('weight'))).toEqual([
      [null, null],
      [null, null],
    ])
    expect(told(column('price_usd'), column('price_eur', { role: 'dimension' }))).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('stay where the values are in another unit, which somebody said', () => {
    expect(told(column('Weight (kg)', { format: 'unit:lb' }))).toEqual([[null, 'unit:lb']])
    expect(told(column('Weight (kg)', { format: 'unit:kg' }))).toEqual([['Weight', 'unit:kg']])
  })

  it('stay in names of what is no amount', () => {
    expect(told(column('size (cm)', { role: 'dimension' }))).toEqual([[null, null]])
  })

  it('are taken off again, and no others', () => {
    const columns = [
      column('Body Mass (g)'),
      column('length', { format: 'unit:cm' }),
      column('Weight (kg)', { format: 'unit:kg' }),
    ]
    expect(withoutUnitsOfNames(withUnitsOfNames(columns))).toEqual(columns)
  })
})
