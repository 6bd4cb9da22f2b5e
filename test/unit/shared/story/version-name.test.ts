import { describe, expect, it } from 'vitest'
import type { Focus } from '../../../../src/shared/story/focus.ts'
import { versionName } from '../../../../src/shared/story/version-name.ts'
import { english } from '../../../support/english.ts'

const named = (focus: Focus): string => versionName(english, { focus })

describe('the name of a version', () => {
  it('is that of the first where nothing is told', () => {
    expect(versionName(english, {})).toBe('As it was read')
    expect(named({})).toBe('As it was read')
  })

  it('names rows by their values where these say what they are, and in full where they do not', () => {
    expect(named({ where: 'year = 2024' })).toBe('Only 2024')
    expect(named({ where: 'year = 2024 and city = Oslo' })).toBe('Only 2024, Oslo')
    expect(named({ where: '"Order city" in (Oslo, "New York")' })).toBe('Only Oslo, New York')
    expect(named({ where: 'day between 2024-01-01 and 2024-12-31' })).toBe('Only 2024')
    expect(named({ where: 'day between 2022-01-01 and 2024-12-31' })).toBe('Only 2022 – 2024')
    expect(named({ where: 'Unit price > 30 and churned = yes' })).toBe('Only Unit price is above 30, churned is yes')
    expect(named({ where: 'city contains slo' })).toBe('Only city contains “slo”')
  })

  it('stands by the text of a condition that is none', () => {
    expect(named({ where: 'city = (' })).toBe('Only city = (')
  })

  it('names what was declared of the rows', () => {
    expect(named({ facts: { rows: 'population' } })).toBe('All there are')
    expect(named({ facts: { rows: 'sample', rowsOf: null } })).toBe('A sample · Rows independent')
    expect(named({ facts: { rowsOf: 'patient', assigned: 'arm' } })).toBe('Rows by patient · arm assigned')
  })

  it('joins what was told, and counts many columns', () => {
    expect(named({ target: 'churn', ignore: ['id', 'name'] })).toBe('What goes with churn · Without id and name')
    expect(named({ ignore: ['a', 'b', 'c'] })).toBe('Without 3 columns')
    expect(named({ roles: { gear: 'dimension' }, types: { gear: 'category' }, units: { weight: 'kg' } })).toBe(
      'gear and weight corrected',
    )
    expect(versionName(english, { reading: { skip: 2 } })).toBe('Read otherwise')
  })
})
