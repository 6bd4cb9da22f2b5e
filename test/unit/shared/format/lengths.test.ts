import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber, formOfColumn, formOfDifference } from '../../../../src/shared/format/numbers.ts'
import { statedMatches } from '../../../../src/shared/format/stated.ts'
import { holds } from '../../../support/property.ts'

const length = formOfColumn('duration:seconds')
const clock = formOfColumn('clock:seconds')

describe('what is measured in time is told in time', () => {
  test('a length by its two largest units', () => {
    expect(formatNumber(39.5, length)).toBe('39.5 s')
    expect(formatNumber(187, length)).toBe('3 min 7 s')
    expect(formatNumber(4397, length)).toBe('1 h 13 min')
    expect(formatNumber(3599.6, length)).toBe('1 h 0 min')
    expect(formatNumber(-184_000, length)).toBe('−2 d 3 h')
  })

  test('a time of day as a clock shows it, and a difference of two as a length', () => {
    expect(formatNumber(28_800, clock)).toBe('08:00')
    expect(formatNumber(62_585, clock)).toBe('17:23:05')
    expect(formatNumber(5400, formOfDifference(clock))).toBe('1 h 30 min')
  })

  test('each text states the value it was made from', () => {
    holds(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (value) =>
        statedMatches(formatNumber(value, length), value),
      ),
    )
    holds(fc.property(fc.integer({ min: 0, max: 86_399 }), (value) => statedMatches(formatNumber(value, clock), value)))
  })
})

describe('a quantity has its unit behind it', () => {
  test('but none that would be taken for a part of the number', () => {
    expect(formatNumber(12.5, formOfColumn('unit:kg'))).toBe('12.5 kg')
    expect(formatNumber(21, formOfColumn('unit:°C'))).toBe('21 °C')
    expect(formatNumber(12, formOfColumn('unit:points'))).toBe('12')
    expect(statedMatches(formatNumber(12, formOfColumn('unit:points')), 12)).toBe(true)
    expect(statedMatches(formatNumber(2_500_000, formOfColumn('unit:kWh')), 2_500_000)).toBe(true)
    for (const unit of ['h', 'min', 'd', 's']) {
      expect(statedMatches(formatNumber(2.5, formOfColumn(`unit:${unit}`)), 2.5), unit).toBe(true)
      expect(statedMatches(formatNumber(12, formOfColumn(`unit:${unit}`)), 12), unit).toBe(true)
    }
  })
})
