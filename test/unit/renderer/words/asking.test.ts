import { describe, expect, it } from 'vitest'
import {
  aggregatesOf,
  completionsOf,
  groupColumnOf,
  groupColumnsFor,
  withAggregate,
  withGroupColumn,
  withoutCondition,
} from '../../../../src/renderer/words/asking.ts'
import type { AskedQuestion } from '../../../../src/shared/ask/question.ts'
import type { AskedTable } from '../../../../src/shared/ask/table.ts'

const column = (name: string, role: 'measure' | 'dimension', values: string[] = []) =>
  ({ name, type: role === 'measure' ? 'number' : 'category', role, additivity: 'flow', values }) as const
const tables: readonly AskedTable[] = [
  {
    name: 'sales',
    noun: null,
    columns: [
      column('unit_price', 'measure'),
      column('region', 'dimension', ['North', 'North East']),
      column('channel', 'dimension', ['Shop']),
    ],
  },
]
const where = { kind: 'compare', column: 'region', operator: '=', value: 'North' } as const
const groups: AskedQuestion = {
  kind: 'groups',
  table: 'sales',
  where,
  amount: { kind: 'column', column: 'unit_price', aggregate: 'sum' },
  by: [{ kind: 'column', column: 'region' }],
}

describe('a question that is typed', () => {
  it('is completed to the names and values that its last word, or last two, begin', () => {
    expect(completionsOf('average un', tables)).toEqual(['average unit price'])
    expect(completionsOf('average unit pr', tables)).toEqual(['average unit price'])
    expect(completionsOf('price in nor', tables)).toEqual(['price in North', 'price in North East'])
    expect(completionsOf('price in north e', tables)).toEqual(['price in North East'])
  })

  it('is left alone where nothing begins so, or too little is typed', () => {
    expect(completionsOf('', tables)).toEqual([])
    expect(completionsOf('price by r', tables)).toEqual([])
    expect(completionsOf('price by region', tables)).toEqual([])
    expect(completionsOf('price ', tables)).toEqual([])
  })
})

describe('a question that was understood', () => {
  it('is summed up otherwise, grouped by another column, and asked of all rows', () => {
    expect(aggregatesOf(groups)).toContain('mean')
    expect(withAggregate(groups, 'mean')).toMatchObject({ amount: { column: 'unit_price', aggregate: 'mean' }, where })
    expect(groupColumnOf(groups)).toBe('region')
    expect(groupColumnsFor(groups, tables)).toEqual(['region', 'channel'])
    expect(withGroupColumn(groups, 'channel')).toMatchObject({ by: [{ kind: 'column', column: 'channel' }] })
    expect(withoutCondition(groups)).toEqual({ ...groups, where: null })
  })

  it('has nothing to change where it says nothing of it', () => {
    const rows: AskedQuestion = { kind: 'rows', table: 'sales', where, order: null }
    expect(aggregatesOf(rows)).toEqual([])
    expect(withAggregate(rows, 'mean')).toBe(rows)
    expect(groupColumnsFor(rows, tables)).toEqual([])
    expect(withGroupColumn(rows, 'channel')).toBe(rows)
  })
})
