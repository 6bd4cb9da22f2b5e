/** A group that holds the total of the others is told by its name and amount, or by its amount alone. */
import { describe, expect, it } from 'vitest'
import { totalAmong } from '../../../../src/workers/analysis/total-rows.ts'

const among = (amounts: Readonly<Record<string, number>>) =>
  totalAmong(Object.entries(amounts).map(([group, amount]) => ({ group, amount })))

describe('the total among groups', () => {
  it('is the one named so that comes near the sum of the others', () => {
    expect(among({ 'All disasters': 1050, Flood: 700, Drought: 300 })).toBe('All disasters')
    expect(among({ 'All disasters': 2000, Flood: 700, Drought: 300 })).toBeNull()
  })

  it('is found under any name where the amounts add up to the last digit', () => {
    expect(among({ Women: 51_204, Men: 48_711, 'Both sexes': 99_915 })).toBe('Both sexes')
    expect(among({ Africa: 1043.25, Asia: 4209.5, World: 5252.75 })).toBe('World')
    expect(among({ Women: 51_204, Men: 48_711, 'Both sexes': 99_000 })).toBeNull()
  })

  it('is not seen in small whole numbers, in two equal groups, in losses and in nothing', () => {
    expect(among({ a: 12, b: 8, c: 20 })).toBeNull()
    expect(among({ a: 51_204, b: 51_204 })).toBeNull()
    expect(among({ a: 51_204, b: 51_204, c: 0 })).toBeNull()
    expect(among({ a: 60_000, b: -20_000, c: 20_000 })).toBeNull()
    expect(among({})).toBeNull()
  })
})
