import { expect, test } from 'vitest'
import { type Outcome, outcomeOf, tellsAnEnd } from '../../../../../src/workers/analysis/profile/outcome.ts'

function found(name: string, ...values: string[]): Outcome | null {
  const top = values.map((value, index) => ({ value, count: 100 - index }))
  return outcomeOf({ name, role: 'dimension', distinct: values.length, stats: { top } })
}

test.each([
  ['bought', 'no', 'yes', 'yes'],
  ['Survived', 'Yes', 'No', 'Yes'],
  ['churned', '0', '1', '1'],
  ['gekauft', 'nein', 'ja', 'ja'],
  ['result', 'lost', 'won', 'won'],
  ['vital', 'died', 'survived', 'survived'],
  ['Admit', 'Rejected', 'Admitted', 'Admitted'],
  ['state', 'not recovered', 'recovered', 'recovered'],
  ['verdict', 'dismissed', 'upheld', 'upheld'],
])('%s of %s and %s happened where it is %s', (name, first, second, value) => {
  expect(found(name, first, second)).toMatchObject({ value, strength: 'named' })
})

test('where neither name says it, the rarer value is counted', () => {
  expect(found('shell', 'smooth', 'ribbed')).toEqual({ value: 'ribbed', other: 'smooth', strength: 'open' })
})

test.each(['sex', 'arm', 'treatment', 'site_version'])('%s only tells groups apart', (name) => {
  expect(found(name, 'a', 'b')?.strength).toBe('group')
})

test('a column of 0 and 1 under an abbreviation is one of codes', () => {
  expect(found('am', '0', '1')?.strength).toBe('open')
  expect(found('hit', '0', '1')?.strength).toBe('named')
})

test('three values, or one, are no outcome', () => {
  expect(found('bought', 'yes', 'no', 'perhaps')).toBeNull()
  expect(found('bought', 'yes')).toBeNull()
})

test.each([
  ['status', '2', '1', '2'],
  ['status', '1', '2', '2'],
  ['arm', 'c', 't', 'c'],
])('of the codes of %s, %s and %s, none is told as a yes', (name, first, second, value) => {
  expect(found(name, first, second)?.value).toBe(value)
})

test('two varieties called x and y are no yes and no', () => {
  expect(found('variety', 'x', 'y')).toBeNull()
})

test('a participle of what someone is tells no end', () => {
  const told = (name: string) => tellsAnEnd({ name, stats: { top: [] } })
  expect(['released', 'survived', 'churned', 'case'].map(told)).toEqual([true, true, true, true])
  expect(['employed', 'divorced', 'insured', 'citizen'].map(told)).toEqual([false, false, false, false])
})
