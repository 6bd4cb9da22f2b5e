/** Filters as parts, and as the form of a column. */
import { describe, expect, it } from 'vitest'
import {
  columnFilterOf,
  noColumnFilter,
  partsOf,
  partsOfColumn,
  withColumn,
  withoutPart,
} from '../../../../src/renderer/words/grid-filters.ts'
import { asThisCell } from '../../../../src/shared/story/mark/cell-condition.ts'
import { parseCondition } from '../../../../src/shared/story/parse-condition.ts'
import { writeCondition } from '../../../../src/shared/story/write-condition.ts'

const columns = ['region', 'age', 'day']
const parse = (text: string) => parseCondition(text, columns)

describe('the parts of a filter', () => {
  it('are what holds together, an alternative being one', () => {
    expect(partsOf(parse('region = A and (age > 3 or age is missing) and day = 2020'))).toHaveLength(3)
    expect(partsOf(parse('region = A or age > 3'))).toHaveLength(1)
    expect(partsOf(null)).toEqual([])
  })

  it('are taken out and replaced one by one', () => {
    const filter = parse('region = A and age > 3 and day = 2020')
    expect(withoutPart(filter, 1)).toEqual(parse('region = A and day = 2020'))
    expect(withoutPart(parse('age > 3'), 0)).toBeNull()
    const [age] = partsOf(parse('age <= 9'))
    if (age === undefined) throw new Error('no part')
    expect(withColumn(filter, 'age', [age])).toEqual(parse('region = A and day = 2020 and age <= 9'))
    expect(withColumn(parse('age > 3'), 'age', [])).toBeNull()
    // What is about two columns belongs to neither.
    expect(withColumn(parse('region = A or age > 3'), 'age', [])).toEqual(parse('region = A or age > 3'))
  })
})

describe('the form of a column', () => {
  it.each([
    ['age between 3 and 9', 'age', true],
    ['age >= 3', 'age', true],
    ['age <= 9 and age is not missing', 'age', true],
    ['region in (A, "New York")', 'region', false],
    ['region != A', 'region', false],
    ['region contains "or"', 'region', false],
    ['region is missing', 'region', false],
    ['day between 2020-01-31 and 2020-06', 'day', false],
  ] as const)('stands for %s', (text, column, isNumber) => {
    const filter = parse(text)
    const parts = partsOfColumn(column, columnFilterOf(filter, column), isNumber)
    expect(withColumn(filter, column, parts)).toEqual(filter)
  })

  it('left empty stands for nothing', () => {
    expect(partsOfColumn('age', noColumnFilter, true)).toEqual([])
    expect(columnFilterOf(parse('region = A'), 'age')).toEqual(noColumnFilter)
  })
})

it('a cell is a filter: its value in the words of its column, or that it is missing', () => {
  expect(asThisCell('won', true, false, 'words:Ja/Nein')).toMatchObject({ operator: '=', value: 'Ja' })
  expect(asThisCell('at', '2020-01-02T03:04:05.000Z', false, null)).toMatchObject({ value: '2020-01-02T03:04:05' })
  expect(asThisCell('age', null, true, null)).toEqual({ kind: 'missing', column: 'age', negated: true })
  expect(writeCondition(asThisCell('region', 'O"Hare', true, null))).toBe('region != "O\\"Hare"')
})
