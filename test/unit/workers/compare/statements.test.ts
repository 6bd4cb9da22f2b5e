import { describe, expect, it } from 'vitest'
import type { Insight } from '../../../../src/shared/story/insight.ts'
import { compareStatements, type Renaming } from '../../../../src/workers/compare/statements.ts'

function statement(over: Partial<Insight>): Insight {
  return {
    id: 'one',
    type: 'correlation',
    class: 'finding',
    table: 'sales',
    columns: ['price', 'units'],
    direction: 'positive',
    effect: { name: 'rho', value: 0.6, low: 0.5, high: 0.7 },
    n: 100,
    score: 1,
    scoreParts: {},
    evidence: { sql: [], values: {}, derived: {} },
    caveats: [],
    details: {},
    sentence: 'Price and units rise together.',
    ...over,
  }
}

const told = (...insights: readonly Insight[]) => ({
  findings: insights.filter((insight) => insight.class === 'finding'),
  facts: insights.filter((insight) => insight.class === 'fact'),
  leads: insights.filter((insight) => insight.class === 'lead'),
  quality: [],
})

/** `units` was called `pieces`; `weight` is gone; `margin` is new. */
const renaming: Renaming = {
  table: (name) => (name === 'old' ? 'sales' : name === 'dropped' ? null : name),
  column: (_table, name) => (name === 'pieces' ? 'units' : name === 'weight' ? null : name),
  isNewTable: (name) => name === 'fresh',
  isNewColumn: (_table, name) => name === 'margin',
}

function fates(before: readonly Insight[], after: readonly Insight[]) {
  return compareStatements(told(...before), told(...after), renaming).map(({ verdict, because }) => [verdict, because])
}

const effect = (value: number, low: number | null = null, high: number | null = null) => ({
  effect: { name: 'rho', value, low, high },
})

describe('a statement of an earlier version', () => {
  it('is known again under other names of its table and columns, and another id', () => {
    const before = statement({ id: 'a', table: 'old', columns: ['price', 'pieces'] })
    expect(fates([before], [statement({ id: 'b' })])).toEqual([['held', null]])
  })

  it('of a part of the rows is not the one of all', () => {
    const ofPart = statement({ id: 'b', subspace: { region: 'North' } })
    expect(fates([statement({})], [ofPart])).toEqual([
      ['vanished', null],
      ['appeared', null],
    ])
  })

  it.each([
    ['turned', 'direction', { direction: 'negative', ...effect(-0.6, -0.7, -0.5) }],
    ['weakened', 'size', effect(0.3, 0.2, 0.4)],
    ['strengthened', 'size', effect(0.9, 0.8, 0.95)],
    ['held', null, effect(0.5, 0.4, 0.6)],
    ['weakened', 'size', effect(0.3)],
    ['held', null, effect(0.5)],
    ['weakened', 'control', { class: 'lead' }],
    ['moved', 'place', { location: 'South' }],
  ] as const)('%s (%s)', (verdict, because, later) => {
    expect(fates([statement({})], [statement({ id: 'b', ...later })])).toEqual([[verdict, because]])
  })

  it('of which the effect is negative is weaker nearer to zero', () => {
    const before = statement({ direction: 'negative', ...effect(-0.6, -0.7, -0.5) })
    const after = statement({ id: 'b', direction: 'negative', ...effect(-0.2, -0.3, -0.1) })
    expect(fates([before], [after])).toEqual([['weakened', 'size']])
  })

  it('that is a fact is not called weaker for another number', () => {
    const before = statement({ class: 'fact', type: 'total', direction: 'none', ...effect(900) })
    const after = statement({ class: 'fact', type: 'total', direction: 'none', ...effect(90) })
    expect(fates([before], [after])).toEqual([['held', null]])
  })

  it('vanishes with its column or its table, and says so', () => {
    expect(fates([statement({ columns: ['price', 'weight'] })], [])).toEqual([['vanished', 'columns']])
    expect(fates([statement({ table: 'dropped' })], [])).toEqual([['vanished', 'table']])
    expect(fates([], [statement({ columns: ['price', 'margin'] })])).toEqual([['appeared', 'columns']])
    expect(fates([], [statement({ table: 'fresh' })])).toEqual([['appeared', 'table']])
  })

  it('goes with one of the later version only, and what changed most comes first', () => {
    const before = [statement({ id: 'a' }), statement({ id: 'b', columns: ['price', 'stars'] })]
    const after = [
      statement({ id: 'c' }),
      statement({ id: 'd', columns: ['price', 'stars'], direction: 'negative' }),
      statement({ id: 'e', columns: ['stars', 'units'] }),
    ]
    expect(fates(before, after)).toEqual([
      ['turned', 'direction'],
      ['appeared', null],
      ['held', null],
    ])
  })
})
