import { describe, expect, it } from 'vitest'
import { fastRanks } from '../../../../src/workers/analysis/ranks.ts'
import { ranks } from '../../../../src/workers/analysis/statistics/ranks.ts'
import type { Statement } from '../../../../src/workers/insights/detector.ts'
import { scoreOf, selectLeading } from '../../../../src/workers/insights/rank.ts'
import type { Ranked } from '../../../../src/workers/insights/ranked.ts'

function ranked(type: Statement['type'], columns: string[], score: number, more: Partial<Statement> = {}): Ranked {
  const statement = { type, columns, class: 'finding', details: {}, ...more } as Statement
  return { table: 't', statement, class: 'finding', p: 0, q: 0, score, scoreParts: {} }
}

describe('the score', () => {
  it('grows with each of its parts and is nothing for none', () => {
    const inputs = { impact: 0.5, effect: 0.5, surprise: 0.5, readability: 1 }
    const base = scoreOf(inputs, 1e-3).score
    expect(scoreOf({ ...inputs, effect: 0.9 }, 1e-3).score).toBeGreaterThan(base)
    expect(scoreOf(inputs, 1e-6).score).toBeGreaterThan(base)
    expect(scoreOf({ ...inputs, readability: 0.85 }, 1e-3).score).toBeCloseTo(0.85 * base, 4)
    expect(scoreOf({ impact: 1, effect: 1, surprise: 1, readability: 1 }, null).score).toBe(100)
  })
})

describe('what another statement says already', () => {
  const outlier = (grain: string, location: string, direction: 'up' | 'down', score: number) =>
    ranked('time_outlier', ['date', 'sales'], score, { details: { grain } as never, location, direction })

  it('a month out of line by one of its days is told by the day', () => {
    const day = outlier('day', '2024-06-15', 'up', 20)
    const month = outlier('month', '2024-06-01', 'up', 50)
    const other = outlier('month', '2024-08-01', 'up', 40)
    const opposite = outlier('month', '2024-06-01', 'down', 30)
    expect(selectLeading([month, other, day], 8)).toEqual([other, day])
    expect(selectLeading([opposite, day], 8)).toEqual([opposite, day])
  })
})

describe('a trend that is only worth checking', () => {
  const doubt = (direction: 'up' | 'down', measure: string) => ({
    ...ranked('trend', ['year', measure], 40, { direction, details: { measure } }),
    class: 'lead' as const,
  })
  const change = {
    ...ranked('change_decomposition', ['year', 'miles'], 60, { direction: 'up', details: { measure: 'miles' } }),
    class: 'fact' as const,
  }

  it('is not told where a fact says of the same series that it did rise', () => {
    const told = (lead: Ranked) => selectLeading([lead], 8, [lead, change]).length
    expect([doubt('up', 'miles'), doubt('down', 'miles'), doubt('up', 'gas')].map(told)).toEqual([0, 1, 1])
  })
})

describe('columns that run alike', () => {
  const course = (column: string, score: number) => ranked('trend', ['date', column], score, { details: {} as never })
  const twins = [
    { table: 't', first: 'CO2', second: 'adjusted CO2' },
    { table: 't', first: 'open', second: 'close' },
  ]

  it('have one trend where their names say so, and one correlation with a third in any case', () => {
    const trends = [course('CO2', 50), course('adjusted CO2', 49), course('open', 48), course('close', 47)]
    expect(selectLeading(trends, 8, trends, twins).map(({ statement }) => statement.columns[1])).toEqual([
      'CO2',
      'open',
      'close',
    ])
    const pairs = [ranked('correlation', ['open', 'volume'], 40), ranked('correlation', ['close', 'volume'], 39)]
    expect(selectLeading(pairs, 8, pairs, twins)).toHaveLength(1)
    expect(selectLeading(pairs, 8)).toHaveLength(2)
  })
})

describe('what leads', () => {
  it('tells only the closest of many pairs of changes', () => {
    const pairs = (basis: string) =>
      Array.from({ length: 9 }, (_, pair) =>
        ranked('correlation', [`a${pair}`, `b${pair}`], 90 - pair, { details: { basis } as never }),
      )
    expect(selectLeading(pairs('changes'), 24)).toHaveLength(4)
    expect(selectLeading(pairs('rows'), 24)).toHaveLength(9)
  })

  it('is at most three of a type, and four about one column, while others wait', () => {
    const many = Array.from({ length: 6 }, (_, index) => ranked('correlation', ['x', `y${index}`], 90 - index))
    const others = ['a', 'b', 'c', 'd', 'e'].map((name) => ranked('trend', ['date', name], 40))
    const leading = selectLeading([...many, ...others, ranked('total', ['z'], 5), ranked('missing', ['w'], 4)], 8)
    expect(leading.slice(0, 8).filter(({ statement }) => statement.type === 'correlation')).toHaveLength(3)
    expect(leading.slice(0, 8).filter(({ statement }) => statement.type === 'trend')).toHaveLength(3)
    expect(leading.map(({ statement }) => statement.columns[0])).toContain('w')
  })

  it('tells one thing once: pairs either way round, dominance over concentration, columns that are one', () => {
    const told = selectLeading(
      [
        ranked('correlation', ['a', 'b'], 90, { linksColumns: true }),
        ranked('correlation', ['b', 'a'], 80, { linksColumns: true }),
        ranked('correlation', ['a', 'c'], 70),
        ranked('correlation', ['b', 'c'], 60),
        ranked('group_difference', ['g', 'a'], 50),
        ranked('group_difference', ['g', 'b'], 55),
        ranked('dominance', ['d'], 20),
        ranked('concentration', ['d'], 30),
      ],
      20,
    )
    expect(told.map(({ score }) => score).sort((left, right) => right - left)).toEqual([90, 70, 55, 20])
  })
})

describe('fastRanks', () => {
  it('are average ranks, with gaps kept', () => {
    const values = Float64Array.of(3, 1, 3, 2, -5, 1, 1)
    expect(fastRanks(values)).toEqual(ranks(values))
    expect(fastRanks(Float64Array.of(2, Number.NaN, 1))).toEqual(Float64Array.of(2, Number.NaN, 1))
  })
})
