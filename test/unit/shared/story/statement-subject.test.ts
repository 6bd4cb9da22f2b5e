import { describe, expect, it } from 'vitest'
import {
  matchStatements,
  type Statement,
  sameTables,
  statementSubject,
} from '../../../../src/shared/story/statement-subject.ts'

const trend: Statement = {
  id: 'trend-1',
  type: 'trend',
  table: 'sales',
  columns: ['order_date', 'revenue'],
  direction: 'up',
  details: { time: 'order_date', measure: 'revenue', grain: 'month', aggregate: 'sum', from: '2021-01-01' },
}
const outlier = (id: string, location: string): Statement => ({ ...trend, id, type: 'time_outlier', location })
const contrast = (id: string, best: string, columns = ['region', 'revenue']): Statement => ({
  id,
  type: 'group_difference',
  table: 'sales',
  columns,
  direction: 'higher',
  location: best,
  details: { dimension: 'region', measure: 'revenue', best },
})

describe('the subject of a statement', () => {
  it('stays when another answer is found to the same question', () => {
    const turned: Statement = { ...trend, direction: 'down', details: { ...trend.details, from: '2020-06-01' } }
    expect(statementSubject(turned)).toBe(statementSubject(trend))
    expect(statementSubject(contrast('a', 'North'))).toBe(statementSubject(contrast('b', 'South')))
  })

  it.each([
    ['another measure', { columns: ['order_date', 'margin'] }],
    ['another part of the table', { subspace: { region: 'North' } }],
    ['another table', { table: 'returns' }],
    ['another aggregate', { details: { ...trend.details, aggregate: 'mean' } }],
    ['another kind', { type: 'seasonality' }],
  ] as const)('is another for %s', (_, change) => {
    expect(statementSubject({ ...trend, ...change })).not.toBe(statementSubject(trend))
  })

  it('is not changed by what a statement says as well of further columns', () => {
    const alone = contrast('a', 'North')
    const grown = contrast('b', 'North', ['region', 'revenue', 'margin'])
    const told = { ...grown, details: { ...grown.details, likewise_hub: null, likewise_0: 'margin' } }
    expect(statementSubject(told)).toBe(statementSubject(alone))
  })

  it('is that of both columns in either order where the kind says the same of them', () => {
    const pair: Statement = { ...trend, type: 'correlation', columns: ['height', 'weight'], details: {} }
    expect(statementSubject({ ...pair, columns: ['weight', 'height'] })).toBe(statementSubject(pair))
    const compared: Statement = { ...pair, type: 'group_difference' }
    expect(statementSubject({ ...compared, columns: ['weight', 'height'] })).not.toBe(statementSubject(compared))
  })

  it('is, of what predicts a measure, the measure', () => {
    const drivers: Statement = { ...trend, type: 'key_drivers', columns: ['price', 'area', 'age'], details: {} }
    expect(statementSubject({ ...drivers, columns: ['price', 'rooms', 'area'] })).toBe(statementSubject(drivers))
  })
})

describe('statements of two tellings', () => {
  const matches = (before: readonly Statement[], after: readonly Statement[]) =>
    Object.fromEntries(matchStatements(before, after))

  it('belong together by what they are about, not by id or order', () => {
    const before = [trend, contrast('old-contrast', 'North')]
    const after = [contrast('new-contrast', 'South'), { ...trend, id: 'new-trend', direction: 'down' as const }]
    expect(matches(before, after)).toEqual({ 'trend-1': 'new-trend', 'old-contrast': 'new-contrast' })
  })

  it('of the same series are told apart by the moment they are about', () => {
    const before = [outlier('march', '2021-03-01'), outlier('may', '2021-05-01')]
    const after = [outlier('x', '2021-05-01'), outlier('y', '2023-01-01')]
    expect(matches(before, after)).toEqual({ may: 'x' })
  })

  it('of the same subject are matched by their place, and one that is left only where there is no choice', () => {
    const before = [contrast('north', 'North'), contrast('south', 'South')]
    expect(matches(before, [contrast('x', 'South'), contrast('y', 'East')])).toEqual({ south: 'x', north: 'y' })
    expect(matches([contrast('north', 'North')], [contrast('x', 'South'), contrast('y', 'East')])).toEqual({})
  })

  it('that shared their subject are matched by their place alone', () => {
    const shared = { ...contrast('north', 'North'), shared: true }
    expect(matches([shared], [contrast('x', 'South')])).toEqual({})
    expect(matches([shared], [contrast('x', 'North')])).toEqual({ north: 'x' })
  })

  it('of two grains are matched by grain, and across them where there is one', () => {
    const daily = { ...trend, id: 'daily', details: { ...trend.details, grain: 'day' } }
    expect(
      matches(
        [trend, daily],
        [
          { ...daily, id: 'd' },
          { ...trend, id: 'm' },
        ],
      ),
    ).toEqual({ 'trend-1': 'm', daily: 'd' })
    expect(matches([trend], [{ ...daily, id: 'd' }])).toEqual({ 'trend-1': 'd' })
  })
})

describe('tables of two versions of a source', () => {
  const table = (name: string, ...columns: string[]) => ({ name, columns: columns.map((column) => ({ name: column })) })

  it('belong together by name, by their columns, or as the only ones left', () => {
    const before = [table('jan', 'day', 'sold'), table('staff', 'who'), table('notes', 'text')]
    const after = [table('staff', 'who', 'since'), table('remarks', 'said'), table('feb', 'sold', 'day')]
    const tableOf = sameTables(before, after)
    expect(['jan', 'staff'].map(tableOf)).toEqual(['feb', 'staff'])
    expect(sameTables([table('may', 'a')], [table('june', 'a', 'b')])('may')).toBe('june')
  })

  it('are not matched where there is a choice', () => {
    const tableOf = sameTables([table('jan', 'day')], [table('feb', 'day'), table('mar', 'day')])
    expect(tableOf('jan')).toBe('jan')
  })
})

describe('a statement matched under another table name', () => {
  it('is found', () => {
    const after = { ...trend, id: 'next', table: 'sales_2026' }
    expect([...matchStatements([trend], [after], () => 'sales_2026')]).toEqual([['trend-1', 'next']])
  })
})
