import { describe, expect, it, test } from 'vitest'
import { hasTrueZero } from '../../../../../src/workers/analysis/profile/additivity.ts'
import { classify, isDecimalYear } from '../../../../../src/workers/analysis/profile/classify.ts'
import type { ColumnFacts } from '../../../../../src/workers/analysis/profile/column-facts.ts'

function whole(name: string, facts: Partial<ColumnFacts> & { min?: number; max?: number; ascending?: boolean } = {}) {
  const { min = 0, max = 5_000, ascending = false, ...rest } = facts
  return classify({
    name,
    storage: 'BIGINT',
    format: null,
    rows: 1_000,
    filled: 1_000,
    distinct: 400,
    numeric: { integers: true, ascending, min, max, negatives: 0 },
    ...rest,
  })
}

function real(name: string, facts: Partial<ColumnFacts> & { min?: number; max?: number } = {}) {
  const { min = 0, max = 900, ...rest } = facts
  return whole(name, {
    storage: 'DOUBLE',
    numeric: { integers: false, ascending: false, min, max, negatives: min < 0 ? 1 : 0 },
    ...rest,
  })
}

function text(name: string, distinct: number, meanLength: number, withSpaces: number) {
  const facts = { storage: 'VARCHAR', format: null, rows: 1_000, filled: 1_000 } as const
  return classify({ ...facts, name, distinct, text: { meanLength, withSpaces } })
}

describe('the role of a column', () => {
  it('a year written as a number is time, a year count is not', () => {
    expect(whole('Year', { min: 1955, max: 2005, distinct: 11 }).role).toBe('time')
    expect(whole('years of service', { min: 0, max: 40, distinct: 41 }).role).toBe('measure')
  })

  it('years are time whatever their header says, and milliseconds under “time” are not', () => {
    expect(whole('t', { min: 1871, max: 1970, distinct: 100 }).role).toBe('time')
    expect(whole('Jahr', { min: 1990, max: 2020, distinct: 7 }).role).toBe('time')
    const each = { min: 1901, max: 1960, distinct: 60, rows: 60, filled: 60, ascending: true }
    expect(whole('x', each).role).toBe('time')
    expect(whole('row', each).role).toBe('identifier')
    expect(whole('time', { min: 1_520, max: 2_190, distinct: 310 }).role).toBe('measure')
  })

  it('keys are identifiers, amounts with every value different are not', () => {
    expect(whole('order_id', { distinct: 1_000 }).role).toBe('identifier')
    expect(whole('index', { distinct: 1_000, min: 0, max: 999, ascending: true }).role).toBe('identifier')
    expect(whole('unnamed', { distinct: 1_000, min: 1, max: 1_000, ascending: true }).role).toBe('identifier')
    expect(whole('population', { distinct: 1_000, max: 9e8 }).role).toBe('measure')
    expect(whole('number of children', { distinct: 9, max: 8 }).role).toBe('measure')
  })

  it('strata and numbers on a list are no amounts, however often they repeat', () => {
    const repeats = (alike: number) => ({ alike, evenness: alike })
    const numbered = (name: string, distinct: number, alike: number) =>
      whole(name, {
        ...{ rows: 248, filled: 248, distinct },
        numeric: { integers: true, ascending: false, min: 1, max: distinct, negatives: 0, repeats: repeats(alike) },
      })
    expect(numbered('pooled stratum', 63, 0.3).role).not.toBe('measure')
    expect(numbered('index', 50, 1).role).toBe('dimension')
    expect(numbered('price index', 50, 0.9).role).toBe('measure')
    expect(numbered('race', 3, 0.2).role).toBe('dimension')
  })

  it('a key whose letters run into one is a key, a word in capitals that ends so is not', () => {
    expect(whole('PID', { distinct: 1_000 }).role).toBe('identifier')
    expect(whole('CUSTID', { distinct: 120 })).toMatchObject({ type: 'category', role: 'dimension' })
    for (const name of ['PAID', 'BID', 'ACID', 'pid', 'overpaid']) {
      expect(whole(name, { distinct: 1_000 }).role, name).toBe('measure')
    }
  })

  it('numbers of who or where a row is about are no amounts, wherever they begin; in the plural they are counted', () => {
    expect(whole('Subject', { min: 308, max: 372, distinct: 18 })).toMatchObject({ role: 'dimension' })
    expect(whole('inst', { min: 1, max: 33, distinct: 18, rows: 228, filled: 227 }).role).toBe('dimension')
    expect(whole('patient', { min: 5_001, max: 9_812, distinct: 300 }).role).toBe('identifier')
    expect(whole('subjects', { min: 3, max: 41, distinct: 18 }).role).toBe('measure')
    expect(whole('patient age', { min: 18, max: 91, distinct: 60 }).role).toBe('measure')
  })

  it('codes and foreign keys name things and are never averaged', () => {
    expect(whole('zip code', { distinct: 300, max: 99_999 })).toMatchObject({ type: 'category', role: 'dimension' })
    expect(whole('store_id', { distinct: 12 })).toMatchObject({ type: 'category', role: 'dimension' })
    expect(whole('customer id', { distinct: 800 }).role).toBe('identifier')
    expect(whole('provincia', { distinct: 52, min: 1, max: 52 }).role).toBe('dimension')
    expect(whole('class', { distinct: 133, min: 180, max: 25_880 }).role).toBe('identifier')
    expect(whole('first class passengers', { distinct: 133, min: 0, max: 900 }).role).toBe('measure')
    expect(whole('year', { distinct: 4, min: 60, max: 75 }).role).toBe('dimension')
    expect(whole('years of experience', { distinct: 4, min: 1, max: 4 }).role).toBe('measure')
  })

  it('months, classes, flags and coordinates are dimensions; ratings and cylinders stay measures', () => {
    expect(whole('month', { min: 1, max: 12, distinct: 12 }).role).toBe('dimension')
    expect(whole('Pclass', { min: 1, max: 3, distinct: 3 }).role).toBe('dimension')
    expect(whole('Survived', { min: 0, max: 1, distinct: 2 }).role).toBe('dimension')
    expect(real('latitude', { min: -60, max: 71 }).role).toBe('dimension')
    expect(whole('Cylinders', { min: 3, max: 8, distinct: 5 }).role).toBe('measure')
    expect(whole('rating', { min: 1, max: 5, distinct: 5 }).role).toBe('measure')
  })

  it('numbers that repeat as evenly as in a design name things; those that pile up are amounts', () => {
    const numbered = (name: string, distinct: number, alike: number, evenness: number) =>
      whole(name, {
        distinct,
        numeric: {
          integers: true,
          ascending: false,
          min: 1,
          max: distinct,
          negatives: 0,
          repeats: { alike, evenness },
        },
      })
    expect(numbered('Chick', 50, 0.9, 0.17)).toMatchObject({ type: 'category', role: 'dimension' })
    expect(numbered('subject', 300, 1, 1)).toMatchObject({ type: 'identifier', role: 'identifier' })
    expect(numbered('Diet', 4, 0.25, 0.54)).toMatchObject({ type: 'category', role: 'dimension' })
    expect(numbered('coded', 2, 0.5, 0.1)).toMatchObject({ type: 'category', role: 'dimension' })
    expect(numbered('bought', 6, 0.2, 0.05).role).toBe('measure')
    expect(numbered('percentile of 100', 100, 0.06, 0.7).role).toBe('measure')
    for (const name of ['rating', 'satisfaction', 'dose', 'trial', 'bedrooms', 'visits']) {
      expect(numbered(name, 5, 1, 1).role, name).toBe('measure')
    }
  })

  it('texts: short repeated ones are categories, unique words are identifiers, sentences are text', () => {
    expect(text('region', 5, 6, 0)).toMatchObject({ type: 'category', role: 'dimension' })
    expect(text('sku', 1_000, 9, 0)).toMatchObject({ type: 'identifier', role: 'identifier' })
    expect(text('comment', 990, 120, 1_000)).toMatchObject({ type: 'text', role: 'text' })
    expect(text('title', 980, 20, 800).role).toBe('text')
  })
})

describe('what may be told as a percentage', () => {
  const numeric = { integers: false, ascending: false, min: 1, max: 40, negatives: 0 }
  it('amounts, prices and sizes may; degrees, scores, percentages and what falls below zero may not', () => {
    for (const name of ['sales', 'price', 'body mass (g)', 'miles', 'co2']) {
      expect(hasTrueZero({ name, format: null, numeric }), name).toBe(true)
      expect(hasTrueZero({ name, format: 'percent', numeric }), name).toBe(false)
      expect(hasTrueZero({ name, format: null, numeric: { ...numeric, negatives: 1 } }), name).toBe(false)
    }
    for (const name of ['temp_min', 'Temperature (°C)', 'Air °F', 'testScore', 'IMDB Rating', 'humidity %', 'lat']) {
      expect(hasTrueZero({ name, format: null, numeric }), name).toBe(false)
    }
  })
})

describe('what may be added up', () => {
  it('flows may, stocks only across things, levels and ratios never', () => {
    expect(real('Worldwide Gross').additivity).toBe('flow')
    expect(whole('orders').additivity).toBe('flow')
    expect(whole('pedidos').additivity).toBe('flow')
    expect(whole('pop').additivity).toBe('stock')
    for (const name of [
      'unit price',
      'temp_max',
      'unemployment rate',
      'average sales',
      'body mass',
      'Horsepower',
      'score',
      'Ärzte je Einwohner',
      'umsatz_pro_kunde',
      'ventes par client',
    ]) {
      expect(real(name).additivity, name).toBe('none')
    }
  })

  it('inhabitants may not where each row has those of its place, or a percentage of them', () => {
    expect(whole('population', { distinct: 400, max: 9_000_000 }).additivity).toBe('stock')
    expect(whole('population', { distinct: 10, min: 3_750, max: 250_000 }).additivity).toBe('none')
    expect(whole('UrbanPop', { distinct: 36, rows: 50, filled: 50, min: 32, max: 91 }).additivity).toBe('none')
    expect(whole('staff', { distinct: 36, rows: 50, filled: 50, min: 3, max: 91 }).additivity).toBe('stock')
  })

  it('a loss of weight may not: what is weighed is a level', () => {
    expect(whole('wt.loss', { min: -24, max: 68 }).additivity).toBe('none')
    expect(whole('net loss').additivity).toBe('flow')
  })

  it('days counted from some day may not: dated things in the thousands, close together', () => {
    expect(whole('death', { min: 8_469, max: 11_504 }).additivity).toBe('none')
    expect(whole('deaths', { min: 8_469, max: 11_504 }).additivity).toBe('flow')
    expect(whole('death', { min: 0, max: 11_504 }).additivity).toBe('flow')
  })

  it('percentages and fractions may not, whatever they are called', () => {
    expect(real('sales', { format: 'percent' }).additivity).toBe('none')
    expect(real('sales', { min: 0, max: 1 }).additivity).toBe('none')
    expect(real('what it is', { format: 'currency:EUR' }).additivity).toBe('flow')
    expect(real('price', { format: 'currency:EUR' }).additivity).toBe('none')
  })
})

test('years with a fraction are years under a name of time, and amounts under any other', () => {
  const numeric = { integers: false, ascending: false, min: 2000, max: 2015.5, negatives: 0 }
  for (const name of ['date', 'decimal_year', 'Zeit']) expect(isDecimalYear(name, numeric), name).toBe(true)
  for (const name of ['price', 'total time', 'days']) expect(isDecimalYear(name, numeric), name).toBe(false)
  expect(isDecimalYear('time', { ...numeric, min: 0.2 })).toBe(false)
  expect(isDecimalYear('year', { ...numeric, integers: true })).toBe(false)
})
