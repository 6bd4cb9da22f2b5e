import { describe, expect, it } from 'vitest'
import { factsOfTable } from '../../../../src/shared/story/declared-facts.ts'
import { withFact } from '../../../../src/shared/story/told-edits.ts'

describe('declared facts', () => {
  it('are of the tables that have their columns', () => {
    const facts = { rows: 'population', rowsOf: 'patient', assigned: 'arm' } as const
    expect(factsOfTable(facts, [{ name: 'patient' }, { name: 'arm' }])).toEqual(facts)
    expect(factsOfTable(facts, [{ name: 'arm' }])).toEqual({ rows: 'population', assigned: 'arm' })
    expect(factsOfTable({ rowsOf: 'patient' }, [{ name: 'arm' }])).toBeNull()
    expect(factsOfTable({ rowsOf: null }, [])).toEqual({ rowsOf: null })
    expect(factsOfTable(undefined, [])).toBeNull()
  })

  it('are taken back one by one, and leave nothing behind', () => {
    const both = withFact(withFact({}, 'rows', 'population'), 'rowsOf', null)
    expect(both).toEqual({ focus: { facts: { rows: 'population', rowsOf: null } } })
    expect(withFact(both, 'rows', undefined)).toEqual({ focus: { facts: { rowsOf: null } } })
    expect(withFact(withFact(both, 'rows', undefined), 'rowsOf', undefined)).toEqual({})
  })
})
