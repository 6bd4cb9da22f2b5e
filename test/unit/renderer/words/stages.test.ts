import { describe, expect, it } from 'vitest'
import { describeUnits } from '../../../../src/renderer/words/stages.ts'

describe('the units of a running stage', () => {
  it('are counted where there is something to count', () => {
    expect(describeUnits({ done: 12.4, total: 1_500, unit: 'pages' })).toBe('12 of 1,500 pages')
    expect(describeUnits({ done: 5_000, total: null, unit: 'rows' })).toBe('5,000 rows')
    expect(describeUnits(null)).toBeNull()
  })

  it('are left out where they would only be another percentage', () => {
    expect(describeUnits({ done: 40, total: 100, unit: 'percent' })).toBeNull()
  })
})
