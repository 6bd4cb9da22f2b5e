import { describe, expect, test } from 'vitest'
import { decideColumn } from '../../../../../src/workers/tables/columns/decide.ts'
import type { Decision } from '../../../../../src/workers/tables/columns/decision.ts'
import { parseNumber } from '../../../../../src/workers/tables/columns/numbers.ts'
import { formatOf } from '../../../../../src/workers/tables/columns/reading.ts'
import { looksMeasured } from '../../../../../src/workers/tables/delimited/cell-type.ts'
import { saidNotes } from '../../../../support/said-notes.ts'

function decide(texts: readonly string[], name: string): Decision {
  return decideColumn({ name, values: new Map(texts.map((text) => [text, 1])) })
}

/** The numbers, null for what is not read; the kind of column where it is none of numbers. */
function read(texts: readonly string[], name = 'x'): (number | null)[] | string {
  const { reading } = decide(texts, name)
  if (reading.kind !== 'number') return reading.kind
  return texts.map((text) => {
    const value = parseNumber(text, reading)
    return value === null ? null : Number(value)
  })
}
const formatted = (texts: readonly string[], name = 'x'): string | null => formatOf(decide(texts, name).reading)
const notes = (texts: readonly string[], name = 'x'): string => saidNotes(decide(texts, name).notes).join('; ')

test('a minus may be any of four signs, stand behind, or be brackets', () => {
  expect(read(['−5.5', '–3.25', '-1', '1.5'])).toEqual([-5.5, -3.25, -1, 1.5])
  expect(read(['5-', '3-', '7'])).toEqual([-5, -3, 7])
  expect(read(['(5)', '(3)', '10'])).toEqual([-5, -3, 10])
})

test('a debit is negative, and that is told', () => {
  expect(read(['1,200.00 CR', '500.00 DR'])).toEqual([1200, -500])
  expect(notes(['1,200.00 CR', '500.00 DR'])).toMatch(/DR are read as negative/u)
})

describe('units behind the numbers', () => {
  test('are the unit of the column, whatever digits they hold themselves', () => {
    expect(read(['1.5 kg', '3.0 kg', '10.5 kg'])).toEqual([1.5, 3, 10.5])
    expect(formatted(['1.5 kg', '3.0 kg', '10.5 kg'])).toBe('unit:kg')
    expect(read(['12 m2', '13 m²', '-4 m2'])).toEqual([12, 13, -4])
    expect(formatted(['20°C', '21.5°C'])).toBe('unit:°C')
    expect(read(['5 years', '1 year', '12 years'])).toEqual([5, 1, 12])
    expect(formatted(['12 Stück', '3 Stück', '5 Stück'])).toBe('unit:Stück')
  })

  test('of one quantity are read in the commonest of them, exactly', () => {
    expect(read(['500 g', '1.5 kg', '2 kg', '0'])).toEqual([0.5, 1.5, 2, 0])
    expect(formatted(['500 g', '1.5 kg', '2 kg'])).toBe('unit:kg')
    expect(notes(['500 g', '1.5 kg', '2 kg'])).toMatch(/in several units \(kg, g\) and are all read in kg/u)
    expect(read(['3 MW', '500 kW', '7 mW'], 'power')).toBe('text')
    expect(read(['1.1 g', '0.7 kg', '2 g'])).toEqual([1.1, 700, 2])
    expect(read(['12 km', '800 m', '3,5 km'])).toEqual([12, 0.8, 3.5])
  })

  test('of several quantities have no sum, and a number without any is in none of several', () => {
    expect(read(['500 g', '1.5 l', '2 l'])).toBe('text')
    expect(notes(['500 g', '1.5 l', '2 l'])).toMatch(/several units \(l, g\)/u)
    expect(read(['500 g', '1.5 kg', '2 kg', '7'])).toBe('text')
    expect(notes(['5 €', '$6', '7 £'])).toMatch(/several currencies/u)
  })

  test('are no letters of a code, a house, a place or a version', () => {
    for (const texts of [
      ['12A', '13A', '14A'],
      ['1950s', '1960s', '1970s'],
      ['4M', '5M', '6M'],
      ['3D', '2D', '4D'],
      ['1st', '2nd', '3rd'],
      ['12 Main Street', '14 Main Street', '15 Main Street'],
      ['5 of 10', '6 of 10'],
      ['v1.2', 'v1.3'],
      ['16:9', '4:3'],
      ['3-2', '1-0'],
      ['+49 30 123456', '+49 30 123457'],
    ])
      expect(read(texts), texts.join()).toBe('text')
    expect(read(['12 m', '14 m', '15 m'], 'seat no')).toBe('text')
    expect(read(['12', '14', '12 a', '16 b', '18', '20'])).toBe('text')
  })
})

describe('powers of ten behind the numbers', () => {
  test('are thousands, millions and billions, exactly', () => {
    expect(read(['1.2B', '900M', '1.1M', '12K', '99'])).toEqual([1.2e9, 9e8, 1.1e6, 12000, 99])
    expect(read(['12.5K', '25.0K'])).toEqual([12500, 25000])
    expect(read(['48,2 Mio. €', '3 Mrd. €'])).toEqual([48.2e6, 3e9])
    expect(formatted(['$5m', '$7.5m', '$1bn'])).toBe('currency:USD')
    expect(read(['₹ 1.5 lakh', '₹ 2 crore'])).toEqual([150000, 2e7])
  })

  test('are no part numbers, screens or temperatures', () => {
    expect(read(['4M', '3B', '2K'])).toBe('text')
    expect(read(['40M', '3.5B', '20K'], 'part')).toBe('text')
    expect(read(['4K', '8K'], 'resolution')).toBe('text')
    expect(read(['300K', '310K'], 'temperature')).not.toEqual([300000, 310000])
  })

  test('of East Asia, beside the currency or alone', () => {
    expect(read(['3万円', '12億円', '1,000円'])).toEqual([30000, 1.2e9, 1000])
    expect(formatted(['1,000円', '2,000円'])).toBe('currency:JPY')
    expect(formatted(['5만원', '6만원'])).toBe('currency:KRW')
    expect(read(['1.5万', '3亿'])).toEqual([15000, 3e8])
  })
})

describe('what stands beside some numbers only', () => {
  test('a limit of detection is counted, not read, and does not make the column text', () => {
    expect(read(['0.3', '0.6', '<0.5', '1.2', '2.4'])).toEqual([0.3, 0.6, null, 1.2, 2.4])
    expect(read(['<5', '<5', '<1', '3'])).toBe('text')
  })

  test('stars and flags are set apart', () => {
    expect(read(['1.5', '3.0', '10.5 e', '16.5 (p)', '2.5*', '4.5'])).toEqual([1.5, 3, 10.5, 16.5, 2.5, 4.5])
    expect(read(['0.35***', '0.2*', '0.1'])).toEqual([0.35, 0.2, 0.1])
    expect(read(['1.5', '2.5e', '5.1p', '3.5', '4.25'])).toEqual([1.5, 2.5, 5.1, 3.5, 4.25])
    expect(read(['1.5', '2.5x', '5.1x', '3.5', '4.25'])).toBe('text')
    expect(read(['6.2 p', '7.2 p', '8.25 ep', ':'])).toEqual([6.2, 7.2, 8.25, null])
  })
})

test('what is about right, or has an uncertainty, is read as the number given, and that is told', () => {
  expect(read(['~40', '12', '≈ 7.5', 'ca. 30', '-3'])).toEqual([40, 12, 7.5, 30, -3])
  expect(notes(['~40', '12', '≈ 7.5', 'ca. 30', '-3'])).toMatch(/approximate, like "~40"/u)
  expect(read(['12.1±0.3', '13.0 ± 0.2', '-1.5±1'])).toEqual([12.1, 13, -1.5])
  expect(read(['about a', 'ca. b', 'approx. 3 of 4'])).toBe('text')
  expect(read(['10¢', '25¢', '99¢'])).toEqual([10, 25, 99])
})

test('digits of other scripts are digits', () => {
  expect(read(['１２３', '４５６'])).toEqual([123, 456])
  expect(read(['１，２３４．５', '４５６'])).toEqual([1234.5, 456])
  expect(read(['٣٫٥', '٤٫٢٥'])).toEqual([3.5, 4.25])
  expect(read(['१,२३,४५६', '४५६'])).toEqual([123456, 456])
})

test('percent may be a word', () => {
  expect(read(['12 percent', '12.5 %'])).toEqual([0.12, 0.125])
  expect(formatted(['7 Prozent', '8 Prozent'])).toBe('percent')
})

test('a cell with such an amount is a figure to who looks for the header', () => {
  for (const text of ['1.2B', '3万円', '1.5 kg', '１２３', '48,2 Mio. €']) expect(looksMeasured(text), text).toBe(true)
  for (const text of ['100m', '4 seasons', 'A4']) expect(looksMeasured(text), text).toBe(false)
})

test('a whole number that no 64 bits hold is not read as one', () => {
  const { reading } = decide(['1', '2', '9223372036854775807'], 'x')
  expect(reading).toMatchObject({ kind: 'number', storage: 'BIGINT' })
  if (reading.kind !== 'number') return
  expect(parseNumber('9223372036854775807', reading)).toBe(9_223_372_036_854_775_807n)
  expect(parseNumber('9223372036854775808', reading)).toBeNull()
  expect(parseNumber('-9223372036854775808', reading)).toBe(-9_223_372_036_854_775_808n)
  expect(parseNumber('-9223372036854775809', reading)).toBeNull()
})
