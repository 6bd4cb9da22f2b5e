import { describe, expect, it } from 'vitest'
import {
  cyclePosition,
  formatPeriod,
  formatPeriodShort,
  grainAdverb,
  parseInstant,
} from '../../../../src/shared/format/periods.ts'
import { capitalise, formatList, isPlural, plural, readableName } from '../../../../src/shared/format/words.ts'

describe('names of columns', () => {
  it.each([
    ['unit_price', 'unit price'],
    ['unitPrice', 'unit price'],
    ['Miles_per_Gallon', 'miles per gallon'],
    ['IMDB_Rating', 'IMDB rating'],
    ['GDP', 'GDP'],
    ['TOTAL_SALES', 'total sales'],
    ['US_Gross', 'US gross'],
    ['iPhoneSales', 'iPhone sales'],
    ['pH', 'pH'],
    ['order_id', 'order ID'],
    ['Length (mm)', 'length (mm)'],
    ['  ', 'the unnamed column'],
    ['売上', '売上'],
  ])('%s is said as %s', (name, said) => {
    expect(readableName(name)).toBe(said)
  })
})

describe('words', () => {
  it('lists as people do', () => {
    expect([formatList([]), formatList(['a']), formatList(['a', 'b']), formatList(['a', 'b', 'c'], 'or')]).toEqual([
      '',
      'a',
      'a and b',
      'a, b or c',
    ])
  })

  it('puts a word in the number asked for', () => {
    expect([plural(1, 'row'), plural(0, 'row'), plural(2, 'category'), plural(2, 'day'), plural(3, 'box')]).toEqual([
      'row',
      'rows',
      'categories',
      'days',
      'boxes',
    ])
  })

  it('leaves words that are written their own way', () => {
    expect([capitalise('average'), capitalise('iPhone sales'), capitalise('ß')]).toEqual([
      'Average',
      'iPhone sales',
      'ß',
    ])
  })
})

describe('periods', () => {
  it.each([
    ['year', '2020', '2020'],
    ['quarter', 'Q2 2020', 'Q2 2020'],
    ['month', 'May 2020', 'May 2020'],
    ['week', 'the week of 4 May 2020', '4 May 2020'],
    ['day', '4 May 2020', '4 May 2020'],
    ['hour', '14:00 on 4 May 2020', '4 May, 14:00'],
  ] as const)('a %s is said as %s and written short as %s', (grain, long, short) => {
    const iso = '2020-05-04T14:00:00.000Z'
    expect([formatPeriod(iso, grain), formatPeriodShort(iso, grain)]).toEqual([long, short])
  })

  it('reads days, times and early years in UTC, and nothing else', () => {
    expect(parseInstant('1970-01-02')).toBe(86_400_000)
    expect(parseInstant('1970-01-01T00:01:00.000Z')).toBe(60_000)
    expect(new Date(parseInstant('0033-04-03') ?? 0).getUTCFullYear()).toBe(33)
    expect([parseInstant('yesterday'), parseInstant('12 May')]).toEqual([null, null])
  })

  it('what is no date is shown as it is', () => {
    expect(formatPeriod('spring', 'month')).toBe('spring')
  })

  it('places in a cycle have the names of the calendar', () => {
    expect([
      cyclePosition(11, 'month', 12),
      cyclePosition(0, 'day', 7),
      cyclePosition(3, 'quarter', 4),
      cyclePosition(9, 'hour', 24),
      cyclePosition(2, 'month', 5),
    ]).toEqual(['December', 'Sundays', 'Q4', '09:00', null])
    expect([grainAdverb('day'), grainAdverb('month'), grainAdverb('minute')]).toEqual([
      'daily',
      'monthly',
      'by the minute',
    ])
  })
})

describe('a name of several things', () => {
  it('is known by the word it is about', () => {
    for (const name of ['IMDB votes', 'US DVD sales', 'orders', 'rides (bikes)', 'hours per week'])
      expect(isPlural(name), name).toBe(true)
    for (const name of [
      'price',
      'worldwide gross',
      'species',
      'status',
      'GPS',
      'abs',
      'sales tax',
      'speed IAS in knots',
      'number of orders',
      'mass (g)',
      'news',
      '',
    ])
      expect(isPlural(name), name).toBe(false)
  })
})
