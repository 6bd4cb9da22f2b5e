import { describe, expect, test } from 'vitest'
import {
  formatPeriod,
  formatPeriodShort,
  grainOfColumn,
  namingOfColumn,
} from '../../../../src/shared/format/periods.ts'

describe('a period is named as its column names it', () => {
  test('years over two, fiscal years and quarters, weeks by number, half-years', () => {
    expect(formatPeriod('1999-01-01', 'year', namingOfColumn('%Y/%i'))).toBe('1999/00')
    expect(formatPeriod('2005-01-01', 'year', namingOfColumn('FY%{36}y/%i'))).toBe('2005/06')
    expect(formatPeriod('2024-01-01', 'year', namingOfColumn('FY%Y'))).toBe('FY2024')
    expect(formatPeriod('2024-04-01', 'quarter', namingOfColumn('Q%q FY%{36}y'))).toBe('Q2 FY2024')
    expect(formatPeriod('2024-12-30', 'week', namingOfColumn('%G-W%V'))).toBe('week 1 of 2025')
    expect(formatPeriodShort('2020-12-28', 'week', namingOfColumn('KW %V/%G'))).toBe('2020-W53')
    expect(formatPeriod('2020-07-01', 'half-year')).toBe('H2 2020')
  })

  test('the calendar has the word at every other grain, and in columns of days', () => {
    expect(formatPeriod('2005-01-01', 'quarter', 'year-pair')).toBe('Q1 2005')
    expect(formatPeriod('2024-01-01', 'week', namingOfColumn('%Y-%m-%d'))).toBe('the week of 1 January 2024')
    expect(namingOfColumn('%d. %{de}B %Y')).toBeNull()
    expect(namingOfColumn('currency:EUR')).toBeNull()
  })

  test('how long its periods are shows in the format', () => {
    expect(grainOfColumn('%Y-Q%q')).toBe('quarter')
    expect(grainOfColumn('%G-W%V')).toBe('week')
    expect(grainOfColumn('%{de}B %Y')).toBe('month')
    expect(grainOfColumn('%Y/%i')).toBe('year')
    expect(grainOfColumn('%d/%m/%{36}y')).toBeNull()
    expect(grainOfColumn(null)).toBeNull()
  })
})
