import { describe, expect, it } from 'vitest'
import { derivedBy, type EvidenceRecipe, followingFrom } from '../../../../src/workers/insights/evidence-recipe.ts'

const byName = (name: string) => ({ [name]: name })
const contrast = (query: number) => derivedBy('keyed_contrast', query, ['mean'], byName('p'))

describe('values that follow from a further query', () => {
  it('leave out the query that gave nothing else', () => {
    const ranked: EvidenceRecipe = {
      sql: ['one row', 'rows to rank', 'rows to compare'],
      derived: { ...derivedBy('ranks', 1, ['value'], byName('p')), ...derivedBy('groups', 2, ['n'], byName('g')) },
      known: { 'one row': { n: 9 } },
    }
    expect(followingFrom(ranked, 'by key', ['p'], contrast)).toEqual({
      sql: ['one row', 'rows to compare', 'by key'],
      derived: { ...derivedBy('groups', 1, ['n'], byName('g')), ...contrast(2) },
      known: { 'one row': { n: 9 } },
    })
  })

  it('keep a query from which something else still follows, and those that give their values themselves', () => {
    const grouped: EvidenceRecipe = {
      sql: ['groups', 'one row'],
      derived: derivedBy('groups', 0, ['n'], { ...byName('p'), ...byName('g') }),
    }
    expect(followingFrom(grouped, 'by key', ['p'], contrast)).toEqual({
      sql: ['groups', 'one row', 'by key'],
      derived: { ...derivedBy('groups', 0, ['n'], byName('g')), ...contrast(2) },
    })
  })
})
