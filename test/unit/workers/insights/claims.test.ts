import { describe, expect, it } from 'vitest'
import { type Claim, unfounded } from '../../../../src/workers/insights/claims.ts'
import { kindOf, kinds } from '../../../../src/workers/insights/kinds/index.ts'
import { wordingOf } from '../../../../src/workers/insights/wording-of.ts'
import { tell } from '../../../../src/workers/story/compose-story.ts'
import { analysisOf, everyDraft, salesSource, salesTable } from '../../../support/stories/drafts.ts'

const drafts = Object.values(everyDraft())
const [some] = drafts
if (some === undefined) throw new Error('there are no drafts')
const withValues = (values: Record<string, number>, direction = some.direction) => ({
  ...some,
  id: 'x',
  direction,
  evidence: { ...some.evidence, values },
})
const printed = (name: string, text: string, value: number) => ({ evidence: 'x', name, text, value, start: 0 })
const above: Claim = { claim: 'above', greater: 'high', less: 'low' }

describe('what a sentence claims of its numbers', () => {
  it('the greater is above the less, by value', () => {
    expect(unfounded([above], withValues({ high: 2, low: 1 }), [], undefined)).toEqual([])
    expect(unfounded([above], withValues({ high: 1, low: 1 }), [], undefined)).toHaveLength(1)
    expect(unfounded([above], withValues({ high: 1, low: 2 }), [], undefined)).toHaveLength(1)
  })

  it('and as printed: two values that look the same are not told apart', () => {
    const close = withValues({ high: 100.04, low: 99.96 })
    const [high, low] = [printed('high', '100', 100.04), printed('low', '100', 99.96)]
    const finer = [printed('high', '100.04', 100.04), printed('low', '99.96', 99.96)]
    expect(unfounded([above], close, [high, low], undefined)).toHaveLength(1)
    expect(unfounded([above], close, finer, undefined)).toEqual([])
    // Printed of another statement, or only one of the two: nothing to compare.
    expect(unfounded([above], close, [{ ...high, evidence: 'y' }, low], undefined)).toEqual([])
  })

  it('values below zero are compared with their signs where they are printed', () => {
    const below = withValues({ high: -1, low: -3 })
    expect(unfounded([above], below, [printed('high', '−1', -1), printed('low', '−3', -3)], undefined)).toEqual([])
    expect(unfounded([above], below, [printed('high', '1', -1), printed('low', '3', -3)], undefined)).toEqual([])
    expect(unfounded([above], below, [printed('high', '1', -1), printed('low', '1', -1.2)], undefined)).toHaveLength(1)
  })

  it('the direction said is the sign of the change', () => {
    const claim: Claim = { claim: 'direction', value: 'change' }
    for (const direction of ['up', 'higher', 'positive'] as const) {
      expect(unfounded([claim], withValues({ change: 1 }, direction), [], undefined)).toEqual([])
      expect(unfounded([claim], withValues({ change: -1 }, direction), [], undefined)).toHaveLength(1)
    }
    expect(unfounded([claim], withValues({ change: 1 }, 'down'), [], undefined)).toHaveLength(1)
    expect(unfounded([claim], withValues({ change: 0 }, 'up'), [], undefined)).toHaveLength(1)
    expect(unfounded([claim], withValues({ change: -1 }, 'none'), [], undefined)).toEqual([])
  })

  it('what is said to have been was within what was observed, but for sums and counts', () => {
    const table = {
      columns: salesTable().columns.map((column) => ({ ...column, name: 'price', stats: { min: 10, max: 20 } })),
    }
    const claim: Claim = { claim: 'observed', value: 'level', column: 'price' }
    expect(unfounded([claim], withValues({ level: 20 }), [], table)).toEqual([])
    expect(unfounded([claim], withValues({ level: 20.1 }), [], table)).toHaveLength(1)
    expect(unfounded([claim], withValues({ level: 9.9 }), [], table)).toHaveLength(1)
    const summed = { ...withValues({ level: 900 }), details: { aggregate: 'sum' } }
    expect(unfounded([claim], summed, [], table)).toEqual([])
  })
})

describe('the claims of the kinds', () => {
  it('name values that their evidence has, and hold for a sound statement of each', () => {
    const table = salesTable()
    for (const draft of drafts) {
      const claims = kindOf(draft.type).claims?.(draft) ?? []
      for (const claim of claims) {
        const names = claim.claim === 'above' ? [claim.greater, claim.less] : [claim.value]
        for (const name of names) expect(Object.keys(draft.evidence.values), `${draft.type}`).toContain(name)
      }
      const wording = wordingOf(draft, { tables: [table], language: 'en', choose: (_slot, first) => first })
      expect(unfounded(claims, draft, wording.claim.numbers, table), draft.type).toEqual([])
    }
  })

  it('a statement whose direction is turned round costs itself', () => {
    for (const type of ['group_difference', 'trend', 'correlation', 'association', 'time_outlier'] as const) {
      const opposite = {
        higher: 'lower',
        lower: 'higher',
        up: 'down',
        down: 'up',
        positive: 'negative',
        negative: 'positive',
      } as const
      const turned = drafts.map((draft) => {
        if (draft.type !== type) return draft
        const direction = opposite[draft.direction as keyof typeof opposite] ?? 'lower'
        return { ...draft, direction }
      })
      const { unsaid } = tell({ source: salesSource, analysis: analysisOf(turned) })
      expect(unsaid.map(({ insight, reason }) => [insight, reason])).toEqual([[`${type}-test`, 'claim']])
    }
  })

  it('are made by every kind that compares or that says a direction', () => {
    const claiming = kinds.filter((kind) => kind.claims !== undefined).map(({ type }) => type)
    expect(claiming).toEqual(
      expect.arrayContaining(['trend', 'group_difference', 'correlation', 'seasonality', 'record']),
    )
  })
})
