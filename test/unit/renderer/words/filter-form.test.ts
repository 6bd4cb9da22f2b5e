import { describe, expect, it } from 'vitest'
import { conditionOf, type FilterForm, testsOf, withPart } from '../../../../src/renderer/words/filter-form.ts'
import type { Condition } from '../../../../src/shared/story/condition.ts'
import type { StorageType } from '../../../../src/shared/story/table.ts'
import { english } from '../../../support/english.ts'

const made = (storage: StorageType, form: Partial<FilterForm>) =>
  conditionOf({ column: 'a', test: 'is', value: '', second: '', ...form }, { storage }, english)

describe('a filter put together from fields', () => {
  it('compares numbers as numbers, thousands set apart or not, and texts as they stand', () => {
    expect(made('DOUBLE', { test: 'atLeast', value: ' 1 200.5 ' })).toEqual({
      condition: { kind: 'compare', column: 'a', operator: '>=', value: 1200.5 },
    })
    expect(made('VARCHAR', { value: '007' })).toEqual({
      condition: { kind: 'compare', column: 'a', operator: '=', value: '007' },
    })
    expect(made('DATE', { test: 'between', value: '2022', second: '2024-03' })).toEqual({
      condition: { kind: 'between', column: 'a', low: '2022', high: '2024-03' },
    })
    expect(made('VARCHAR', { test: 'missing' })).toEqual({
      condition: { kind: 'missing', column: 'a', negated: false },
    })
  })

  it('says what is wrong with a value', () => {
    expect(made('BIGINT', { value: 'many' })).toEqual({ problem: '“a” holds numbers, and “many” is none.' })
    expect(made('TIMESTAMP', { value: 'spring' })).toMatchObject({ problem: expect.stringContaining('2024-03') })
    expect(made('VARCHAR', { value: ' ' })).toEqual({ problem: 'Give a value to compare with.' })
    expect(made('DOUBLE', { test: 'between', value: '1' })).toEqual({ problem: 'Give a value to compare with.' })
  })

  it('offers what can be asked of a column', () => {
    expect(testsOf({ storage: 'VARCHAR' })).not.toContain('atLeast')
    expect(testsOf({ storage: 'DATE' })).toContain('between')
  })
})

describe('a filter beside others', () => {
  const is = (column: string, value: string): Condition => ({ kind: 'compare', column, operator: '=', value })

  it('widens that on the same column, where no row could have both values', () => {
    expect(withPart([is('city', 'Oslo')], is('city', 'Bergen'))).toEqual([
      { kind: 'in', column: 'city', values: ['Oslo', 'Bergen'], negated: false },
    ])
    expect(withPart([is('city', 'Oslo')], is('city', 'Oslo'))).toEqual([is('city', 'Oslo')])
    expect(withPart([is('city', 'Oslo')], is('year', '2024'))).toHaveLength(2)
  })
})
