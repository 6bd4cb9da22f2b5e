import { expect, test } from 'vitest'
import { StoryglassError } from '../../../../src/shared/failure/failure.ts'
import { assertConserved } from '../../../../src/workers/tables/conservation.ts'

const account = { read: 10, rows: 6, header: 1, setAside: 2, refused: 1 }

test('an account that adds up passes', () => {
  expect(() => assertConserved(account, 'sales')).not.toThrow()
})

test.each(['read', 'rows', 'header', 'setAside', 'refused'] as const)('one record amiss in %s fails', (part) => {
  for (const by of [-1, 1]) {
    const wrong = { ...account, [part]: account[part] + by }
    let thrown: unknown
    try {
      assertConserved(wrong, 'sales')
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(StoryglassError)
    expect(thrown).toMatchObject({ reason: 'records_lost' })
  }
})
