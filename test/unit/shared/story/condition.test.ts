/** Conditions as people write them, as data and back in words. */

import { describe, expect, it } from 'vitest'
import { columnsIn, conditionSchema, conditionText } from '../../../../src/shared/story/condition.ts'
import { ConditionError, parseCondition, UnknownColumnError } from '../../../../src/shared/story/parse-condition.ts'
import { english } from '../../../support/english.ts'

const columns = ['region', 'age', 'Unit price', 'day', 'said "hi"', 'in']
const parse = (text: string) => parseCondition(text, columns)
const words = (text: string): string => conditionText(english, parse(text))

describe('a condition', () => {
  it('compares a column with a value, in quotes or without', () => {
    expect(parse('region = North')).toEqual({ kind: 'compare', column: 'region', operator: '=', value: 'North' })
    expect(parse("region <> 'New York'")).toMatchObject({ operator: '!=', value: 'New York' })
    expect(parse('region is New York')).toMatchObject({ operator: '=', value: 'New York' })
    expect(parse('region is not "and"')).toMatchObject({ operator: '!=', value: 'and' })
    expect(parse('age>=30')).toMatchObject({ operator: '>=', value: 30 })
    expect(parse('age < -1.5')).toMatchObject({ operator: '<', value: -1.5 })
    expect(parse('region = 007')).toMatchObject({ value: '007' })
    expect(parse("region = 'O''Hare'")).toMatchObject({ value: "O'Hare" })
  })

  it('names columns with blanks, quotes and words of the grammar', () => {
    expect(parse('Unit price > 3')).toMatchObject({ column: 'Unit price' })
    expect(parse('unit PRICE > 3')).toMatchObject({ column: 'Unit price' })
    expect(parse('`said "hi"` = x')).toMatchObject({ column: 'said "hi"' })
    expect(parse('[in] in (1, 2)')).toEqual({ kind: 'in', column: 'in', values: [1, 2], negated: false })
  })

  it('joins: and binds more closely than or, and brackets most', () => {
    expect(words('region = A or region = B and age > 3')).toBe('region is A or region is B and age is above 3')
    expect(parse('region = A or region = B and age > 3')).toMatchObject({ kind: 'any', parts: [{}, { kind: 'all' }] })
    expect(words('(region = A or region = B) and age > 3')).toBe('(region is A or region is B) and age is above 3')
  })

  it('knows between, in, not in and missing', () => {
    expect(words('age between 3 and 5 and region not in (A, New York)')).toBe(
      'age is between 3 and 5 and region is none of A, New York',
    )
    expect(words('day between 2020-01-01 and 2020-06-30')).toBe('day is between 2020-01-01 and 2020-06-30')
    expect(words('age is missing or region is not missing')).toBe('age is missing or region is there')
  })

  it('knows parts of texts', () => {
    expect(parse('region contains New York')).toEqual({
      kind: 'contains',
      column: 'region',
      text: 'New York',
      negated: false,
    })
    expect(words('region not contains "and" or day contains 2020')).toBe(
      'region does not contain “and” or day contains “2020”',
    )
    expect(() => parse('region contains ""')).toThrow(ConditionError)
  })

  it('is data that can be stored, and says which columns it is about', () => {
    const condition = parse('(region = A or age > 3) and age is not missing')
    expect(conditionSchema.parse(JSON.parse(JSON.stringify(condition)))).toEqual(condition)
    expect(columnsIn(condition)).toEqual(['region', 'age'])
  })
})

describe('what is none is refused with its place', () => {
  it.each([
    ['', 0],
    ['region', 6],
    ['region =', 8],
    ['region = North and', 18],
    ['(region = North', 15],
    ['region = North)', 14],
    ['region = North; drop table x', 0],
    ['age between 3', 13],
    ['region in A', 10],
    ["region = 'North", 8],
    ['age > 3 > 4', 8],
  ])('%s', (text, at) => {
    const attempt = (): unknown => {
      try {
        return parse(text)
      } catch (error) {
        return error
      }
    }
    const result = attempt()
    if (text.includes(';')) expect(result).toMatchObject({ value: 'North; drop table x' })
    else expect(result).toMatchObject({ name: 'ConditionError', at })
  })

  it('a column that is not there by its name, and brackets without end', () => {
    expect(() => parse('Region2 = A')).toThrow(UnknownColumnError)
    expect(() => parse(`${'('.repeat(50)}age > 3${')'.repeat(50)}`)).toThrow(ConditionError)
    expect(() => parse(`region = ${'x'.repeat(5000)}`)).toThrow(ConditionError)
  })
})
