/** What a person writes to have two parts compared. */
import { expect, it } from 'vitest'
import { type Compared, groupsWritten, periodsWritten } from '../../../../src/shared/story/comparison-focus.ts'
import { versionName } from '../../../../src/shared/story/version-name.ts'
import { textsIn } from '../../../../src/shared/texts/texts.ts'

function named(language: 'de' | 'en', compare: Compared | null): string {
  return compare === null ? '' : versionName(textsIn(language), { focus: { compare } })
}

it('takes a second value for one of the same column, quoted where it needs to be', () => {
  expect(groupsWritten('REGION=Oslo|Bergen')).toEqual({ by: 'groups', groups: ['REGION = Oslo', 'REGION = Bergen'] })
  expect(groupsWritten('Major Genre = Drama | Black Comedy')).toEqual({
    ...{ by: 'groups', groups: ['"Major Genre" = Drama', '"Major Genre" = "Black Comedy"'] },
  })
})

it('takes two conditions as they stand', () => {
  expect(groupsWritten('amount > 100 and region = Oslo|amount <= 100')).toEqual({
    ...{ by: 'groups', groups: ['amount > 100 and region = Oslo', 'amount <= 100'] },
  })
  expect(groupsWritten('amount >= 3|amount < 3')?.by).toBe('groups')
})

it('needs two parts, and a column for a second value', () => {
  for (const text of ['region=Oslo', 'region=Oslo|', 'a=1|b=2|c=3', 'amount > 3|4', '']) {
    expect(groupsWritten(text)).toBeNull()
  }
  for (const text of ['2023', '2023|', ': 2023|2024', '1|2|3']) expect(periodsWritten(text)).toBeNull()
})

it('reads periods with or without their column, and names the version by the two', () => {
  expect(periodsWritten('2023|2024')).toEqual({ by: 'periods', periods: ['2023', '2024'] })
  const compare = periodsWritten('sold: 2023-03 | 2024-03')
  expect(compare).toEqual({ by: 'periods', periods: ['2023-03', '2024-03'], column: 'sold' })
  expect(named('en', compare)).toBe('2023-03 and 2024-03 compared')
  expect(named('de', groupsWritten('region=Oslo|Bergen'))).toBe('Oslo und Bergen verglichen')
})
