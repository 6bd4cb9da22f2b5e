import { describe, expect, it } from 'vitest'
import { grainOfTable } from '../../../../src/shared/format/row-grain.ts'
import type { ProfiledTable } from '../../../../src/shared/story/table.ts'

const rowsFrom = (
  min: string | number,
  max: string | number,
  distinct: number,
  kind: 'series' | 'panel' | 'events' = 'series',
) =>
  ({
    order: { kind, entity: [], time: 'when' },
    columns: [{ name: 'when', format: null, distinct, stats: { min, max } }],
  }) as unknown as ProfiledTable

describe('the grain of rows', () => {
  it.each([
    ['2020-01-01', '2024-12-31', 1_818, 'day'],
    ['2020-01-01', '2020-12-31', 262, 'day'],
    ['2020-01-06', '2024-12-30', 261, 'week'],
    ['2020-01-01', '2024-12-01', 60, 'month'],
    ['2020-01-01', '2024-10-01', 20, 'quarter'],
    ['1871-01-01', '1970-01-01', 100, 'year'],
    ['2020-01-01T00:00:00', '2020-01-31T23:00:00', 744, 'hour'],
  ])('from %s to %s, %i of them, is the %4$s', (min, max, distinct, grain) => {
    expect(grainOfTable(rowsFrom(min, max, distinct))).toBe(grain)
  })

  it('of years that are written as numbers is the year', () => {
    expect(grainOfTable(rowsFrom(1955, 2005, 11, 'panel'))).toBe('year')
    expect(grainOfTable(rowsFrom(1949.5, 1960.5, 100))).toBeNull()
  })

  it('is not known of events, nor of two rows', () => {
    expect(grainOfTable(rowsFrom('2020-01-01', '2020-12-31', 262, 'events'))).toBeNull()
    expect(grainOfTable(rowsFrom('2020-01-01', '2021-01-01', 2))).toBeNull()
  })
})
