import { describe, expect, it } from 'vitest'
import { monthHeadings, timeHeadings } from '../../../../../src/workers/tables/along-time/time-headings.ts'

const days = (values: readonly number[] | undefined): string[] =>
  (values ?? []).map((value) => new Date(value).toISOString().slice(0, 10))

describe('names of columns are periods', () => {
  it.each([
    ['months', ['Jan 2024', 'Feb 2024', 'Mar 2024', 'Apr 2024'], 'month', '2024-01-01'],
    ['months the last first', ['2024-04', '2024-03', '2024-02', '2024-01'], 'month', '2024-04-01'],
    ['months in German', ['März 2023', 'April 2023', 'Mai 2023', 'Juni 2023'], 'month', '2023-03-01'],
    ['quarters', ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'], 'quarter', '2023-01-01'],
    ['days', ['2024-01-30', '2024-01-31', '2024-02-01', '2024-02-02'], 'day', '2024-01-30'],
    ['weeks', ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22'], 'week', '2024-01-01'],
  ])('%s', (_, names, grain, first) => {
    const found = timeHeadings(names)
    expect(found?.grain).toBe(grain)
    expect(days(found?.values)[0]).toBe(first)
  })

  it.each([
    ['plain', ['2019', '2020', '2021', '2023']],
    ['of a statistical office', ['2019 [YR2019]', '2020 [YR2020]', '2021 [YR2021]', '2023 [YR2023]']],
    ['of a program', ['X2019', 'X2020', 'X2021', 'X2023']],
  ])('years, %s', (_, names) => {
    expect(timeHeadings(names)).toEqual({ grain: 'year', values: [2019, 2020, 2021, 2023] })
  })
})

it.each([
  ['numbers of items', ['item 01', 'item 02', 'item 03', 'item 04']],
  ['years of measures', ['sales 2020', 'cost 2020', 'sales 2021', 'cost 2021']],
  ['years in no order', ['2019', '2021', '2020', '2022']],
  ['a total among them', ['Jan 2024', 'Feb 2024', 'Mar 2024', 'Sum 2024']],
  ['three of them', ['2019', '2020', '2021']],
  ['days or months, which it could be either', ['01/02/2024', '02/02/2024', '03/02/2024', '04/02/2024']],
])('%s are none', (_, names) => {
  expect(timeHeadings(names)).toBeNull()
})

it('months without a year follow each other, in one language', () => {
  expect(monthHeadings(['Jan', 'Feb', 'Mar', 'Apr'])).toEqual([1, 2, 3, 4])
  expect(monthHeadings(['Okt', 'Nov', 'Dez'].concat('Jan'))).toBeNull()
  expect(monthHeadings(['enero', 'febrero', 'marzo', 'abril'])).toEqual([1, 2, 3, 4])
  expect(monthHeadings(['Jan', 'Total', 'Mar', 'Apr'])).toBeNull()
})
