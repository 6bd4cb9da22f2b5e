import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../../../src/renderer/words/told-problems.ts'
import type { Focus } from '../../../../src/shared/story/focus.ts'
import type { ProfiledColumn } from '../../../../src/shared/story/table.ts'
import { english } from '../../../support/english.ts'

function column(name: string, changes: Partial<ProfiledColumn>): ProfiledColumn {
  const unreadable = { count: 0, examples: [] }
  return {
    ...{ name, type: 'category', role: 'dimension', storage: 'VARCHAR', format: null, unreadable },
    ...{ nulls: 0, distinct: 5, stats: {}, ...changes },
  }
}

const columns = [
  column('name', {}),
  column('model', { storage: 'BIGINT', type: 'integer', stats: { min: 1970, max: 1982 } }),
  column('code', { storage: 'BIGINT', type: 'integer', stats: { min: 10_000, max: 90_000 } }),
  column('country', { distinct: 1 }),
]
const problems = (focus: Focus): readonly string[] => problemsOf([{ columns }], { focus }, english)

describe('what cannot be told so', () => {
  it('is a role the values cannot have, unless they are to be read as another type', () => {
    expect(problems({ roles: { name: 'measure' } })).toEqual([expect.stringContaining('“name” cannot be summed')])
    expect(problems({ roles: { name: 'measure' }, types: { name: 'number' } })).toEqual([])
    expect(problems({ roles: { code: 'time' } })).toEqual([
      expect.stringContaining('“code” cannot be an order of time'),
    ])
    expect(problems({ roles: { model: 'time', code: 'measure', name: 'identifier' } })).toEqual([])
  })

  it('is a target with one value, or one that is left out', () => {
    expect(problems({ target: 'country' })).toEqual([expect.stringContaining('“country” has the same value')])
    expect(problems({ target: 'name', ignore: ['name'] })).toEqual([expect.stringContaining('“name” is left out')])
    expect(problems({ target: 'name', ignore: ['code'] })).toEqual([])
  })

  it('is a story of no column', () => {
    expect(problems({ ignore: columns.map(({ name }) => name) })).toEqual([expect.stringContaining('Every column')])
  })
})
