/** Stated values beside recomputed ones, and what is shown beside a sentence beside its evidence. */
import { describe, expect, it } from 'vitest'
import type { Insight } from '../../../../../src/shared/story/insight.ts'
import { note, sayNote } from '../../../../../src/shared/story/note.ts'
import { textsIn } from '../../../../../src/shared/texts/texts.ts'
import { differences, summaryDifferences } from '../../../../../src/workers/story/verify/differences.ts'
import type { Recomputed } from '../../../../../src/workers/story/verify/recompute.ts'

function insight(change: Partial<Insight> = {}): Insight {
  return {
    id: 'total-1',
    type: 'total',
    class: 'fact',
    table: 'sales',
    columns: ['amount'],
    direction: 'none',
    effect: { name: 'total', value: 5050, low: 4000, high: 6000 },
    n: 100,
    score: 1,
    scoreParts: {},
    caveats: [],
    details: {},
    sentence: 'Sales add up to 5,050.',
    evidence: { sql: [], values: { total: 5050, least: 4000, most: 6000, n: 100, p: 0.03 }, derived: {} },
    ...change,
  }
}

const value = (of: string | number | boolean | null): Recomputed => ({ outcome: 'value', value: of })

describe('a stated value', () => {
  it('that comes out, up to the last digits of a sum over threads, is no difference', () => {
    const same = new Map([
      ['total', value(5050.000_000_000_01)],
      ['n', value(100)],
    ])
    expect(differences(insight(), same)).toEqual([])
  })

  it('that comes out as another one, or not at all, is told with both and why', () => {
    const other = new Map<string, Recomputed>([
      ['total', value(5051)],
      ['least', value(null)],
      ['most', { outcome: 'impossible', why: note('tables.asSaid', { text: 'no such table' }) }],
      ['n', value(100)],
    ])
    const about = { insight: 'total-1' }
    expect(differences(insight(), other)).toMatchObject([
      { ...about, name: 'total', stated: 5050, recomputed: 5051, why: 'the data give another value' },
      { ...about, name: 'least', stated: 4000, recomputed: null, why: 'the data give another value' },
      { ...about, name: 'most', stated: 6000, recomputed: null, why: 'no such table' },
    ])
  })

  it('that is none is nothing, and a value in its place is another one', () => {
    expect(differences(insight(), new Map([['nobody', value(null)]]))).toEqual([])
    expect(differences(insight(), new Map([['nobody', value(1)]]))).toMatchObject([{ stated: null, recomputed: 1 }])
  })
})

describe('what is shown beside a sentence', () => {
  const test = (p: number): Partial<Insight> => ({
    test: { name: 'permutation', p, adjustedP: p, family: 10 } as never,
  })
  const named = (change: Partial<Insight>): string[] => summaryDifferences(insight(change)).map(({ name }) => name)

  it('stands in the evidence: effect, interval, number of rows and p', () => {
    expect(summaryDifferences(insight())).toEqual([])
    expect(named(test(0.03))).toEqual([])
    expect(named(test(0.04))).toEqual(['test.p'])
    expect(named({ n: 101 })).toEqual(['n'])
    const effect = (change: Partial<Insight['effect']>) => named({ effect: { ...insight().effect, ...change } })
    expect(effect({ value: 5 })).toEqual(['effect.value'])
    expect(effect({ low: 5 })).toEqual(['effect.low'])
    expect(effect({ high: 5 })).toEqual(['effect.high'])
  })

  it('may have no interval and no test', () => {
    expect(named({ effect: { name: 'total', value: 5050, low: null, high: null } })).toEqual([])
  })

  it('is said in the language of the reader', () => {
    const [one] = summaryDifferences(insight({ n: 7 }))
    expect(one && sayNote(textsIn('de'), one.noted)).toBe('kein Wert des Belegs ist ihr gleich')
  })

  it('is told with what it says, and why it is not borne out', () => {
    expect(summaryDifferences(insight({ n: 7 }))).toMatchObject([
      { insight: 'total-1', name: 'n', stated: 7, recomputed: null, why: 'no value of the evidence equals it' },
    ])
  })
})
