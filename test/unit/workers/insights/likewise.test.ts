import { describe, expect, it } from 'vitest'
import type { Statement } from '../../../../src/workers/insights/detector.ts'
import { correlation } from '../../../../src/workers/insights/kinds/correlation/index.ts'
import { gatherLikewise } from '../../../../src/workers/insights/likewise.ts'
import type { Ranked } from '../../../../src/workers/insights/ranked.ts'
import { likewiseClause } from '../../../../src/workers/insights/words/likewise.ts'
import { draft } from '../../../support/stories/drafts.ts'

function found(
  type: Statement['type'],
  columns: readonly string[],
  score: number,
  more: Partial<Statement> & { readonly effectPlaced?: number } = {},
): Ranked {
  const { effectPlaced = 0.9, ...rest } = more
  const statement: Statement = {
    type,
    class: 'finding',
    columns,
    direction: 'positive',
    effect: { name: 'effect', value: 'rho' },
    n: 100,
    evidence: {
      sql: [`SELECT ${columns.join()}`],
      derived: { rho: { function: 'correlation', query: 0, columns: [], parameters: {}, result: 'rho' } },
    },
    details: {},
    caveats: [],
    score: { impact: 1, effect: effectPlaced, surprise: 1, readability: 1 },
    ...rest,
  }
  return { table: 't', statement, class: 'finding', p: 0, q: 0, score, scoreParts: {} }
}

const pair = (first: string, second: string, score: number, more: Parameters<typeof found>[3] = {}): Ranked =>
  found('correlation', [first, second], score, more)
const against = { direction: 'negative' } as const
const told = (ranked: readonly Ranked[]) => gatherLikewise(ranked).statements.map(({ statement }) => statement)

const motors = [
  pair('mpg', 'cyl', 95, against),
  pair('mpg', 'disp', 94, against),
  pair('mpg', 'wt', 93, against),
  pair('cyl', 'disp', 92),
  pair('cyl', 'wt', 91),
  pair('disp', 'wt', 90),
]

describe('measures that all go together', () => {
  it('are told in one statement, the strongest, with the others and their numbers', () => {
    const [only, ...rest] = told(motors)
    expect(rest).toEqual([])
    expect(only?.columns).toEqual(['mpg', 'cyl', 'disp', 'wt'])
    expect(only?.details).toMatchObject({ likewise_hub: 'mpg', likewise_0: 'disp', likewise_1: 'wt' })
    expect(only?.evidence.sql).toEqual(['SELECT mpg,cyl', 'SELECT mpg,disp', 'SELECT mpg,wt'])
    expect(only?.evidence.derived.likewise_1_effect).toMatchObject({ function: 'correlation', query: 2 })
  })

  it('whatever the order in which they were found', () => {
    expect(told(motors.toReversed())).toEqual(told(motors))
  })

  it('stay apart where one of the pairs does not go together, or only loosely', () => {
    expect(told([pair('a', 'b', 90), pair('a', 'c', 80)])).toHaveLength(2)
    const loose = pair('b', 'c', 70, { effectPlaced: 0.4 })
    expect(told([pair('a', 'b', 90), pair('a', 'c', 80), loose])).toHaveLength(3)
    expect(told([pair('a', 'b', 90), pair('a', 'c', 80), pair('b', 'c', 70, against)])).toHaveLength(3)
  })

  it('leads and statements of another table are left as they are', () => {
    expect(told(motors.map((one) => ({ ...one, class: 'lead' as const })))).toHaveLength(motors.length)
    const elsewhere = motors.map((one, index) => ({ ...one, table: index < 3 ? 't' : 'u' }))
    expect(told(elsewhere.filter(({ table }) => table === 't'))).toHaveLength(3)
    expect(told(elsewhere).some(({ columns }) => columns[0] === 'mpg' && columns.length > 2)).toBe(false)
  })

  it('are named after the claim with what was found of each', () => {
    const values = {
      rho: -0.911,
      rho_low: -0.95,
      rho_high: -0.8,
      pearson: -0.85,
      n: 32,
      p: 0,
      likewise_0_effect: -0.909,
    }
    const details = { first: 'mpg', second: 'cyl', sampled: false, basis: 'rows', entity: null }
    const own = draft(correlation, { columns: ['mpg', 'cyl', 'disp'], direction: 'negative', values, details })
    expect(likewiseClause(own, 'en').text).toBe('')
    const more = { ...own, details: { ...details, likewise_hub: 'mpg', likewise_0: 'disp' } }
    expect(likewiseClause(more, 'en').text).toBe('; likewise mpg with disp (−0.909), which rises together with cyl')
    expect(likewiseClause(more, 'en').numbers.map(({ name }) => name)).toEqual(['likewise_0_effect'])
  })
})

describe('a group that stands out in measures that rise together', () => {
  const heavier = (measure: string, score: number, more: Partial<Statement> = {}): Ranked =>
    found('group_difference', ['species', measure], score, { direction: 'higher', location: 'Gentoo', ...more })

  it('is told once, with the names of the others', () => {
    const [only, ...rest] = told([heavier('mass', 90), heavier('flipper', 80), pair('mass', 'flipper', 95)]).filter(
      ({ type }) => type === 'group_difference',
    )
    expect(rest).toEqual([])
    expect(only?.details).toMatchObject({ likewise_hub: null, likewise_0: 'flipper' })
  })

  it('but not of measures that do not, nor of another group or direction', () => {
    expect(told([heavier('mass', 90), heavier('bill', 80)])).toHaveLength(2)
    const linked = pair('mass', 'flipper', 95)
    expect(told([heavier('mass', 90), heavier('flipper', 80, { location: 'Adelie' }), linked])).toHaveLength(3)
    expect(told([heavier('mass', 90), heavier('flipper', 80, { direction: 'lower' }), linked])).toHaveLength(3)
  })

  it('of totals, whatever the measures: one category holds most of each cost', () => {
    const holds = (measure: string, score: number) =>
      ({
        ...found('dominance', ['damage', measure], score, { class: 'fact', direction: 'higher', location: 'heavy' }),
        class: 'fact',
      }) satisfies Ranked
    const [only, ...rest] = told([holds('repair', 80), holds('other', 70), holds('all', 90)])
    expect(rest).toEqual([])
    expect(only?.columns).toEqual(['damage', 'all', 'repair', 'other'])
  })
})

describe('measures with one season', () => {
  const season = (measure: string, score: number, details: Statement['details']): Ranked =>
    found('seasonality', ['day', measure], score, { direction: 'none', location: String(details.peak), details })
  const summer = { grain: 'month', aggregate: 'mean', cycle: 'year', peak: 'August', trough: 'December' } as const

  it('highest and lowest at the same times are told once', () => {
    const [only, ...rest] = told([season('warmest', 90, summer), season('coldest', 80, summer)])
    expect(rest).toEqual([])
    expect(only?.columns).toEqual(['day', 'warmest'])
    expect(only?.details.likewise_0).toBe('coldest')
  })

  it('but not where the lowest time, or what is made of the values, is another', () => {
    const others = [
      { ...summer, trough: 'January' },
      { ...summer, aggregate: 'sum' },
    ] as const
    for (const other of others) expect(told([season('a', 90, summer), season('b', 80, other)])).toHaveLength(2)
  })

  it('count as one thing told twice where a group stands out in both', () => {
    const lowest = (measure: string, score: number): Ranked =>
      found('group_difference', ['weather', measure], score, { direction: 'lower', location: 'snow' })
    const groups = [lowest('warmest', 70), lowest('coldest', 60)]
    expect(told(groups)).toHaveLength(2)
    expect(told([season('warmest', 90, summer), season('coldest', 80, summer), ...groups])).toHaveLength(2)
  })
})
