import { describe, expect, it } from 'vitest'
import type { InsightDraft, Scalar } from '../../../../../src/shared/story/insight.ts'
import { wordingOf } from '../../../../../src/workers/insights/wording-of.ts'
import { analysisOf, everyDraft } from '../../../../support/stories/drafts.ts'

const surroundings = {
  tables: analysisOf([]).tables,
  language: 'en' as const,
  choose: <Choice>(_: string, first: Choice): Choice => first,
}

function claimOf(draft: InsightDraft, within: number, details: Record<string, Scalar>): string {
  const evidence = { ...draft.evidence, values: { ...draft.evidence.values, held_within: within } }
  const held = { held_control: 'region', held_binned: false, held_form: 'means', held_measure: 'margin', ...details }
  return wordingOf({ ...draft, evidence, details: { ...draft.details, ...held } }, surroundings).claim.text
}

describe('a claim that another column accounts for', () => {
  const { group_difference, correlation, association } = everyDraft()

  it('says so in the same sentence, with what is left', () => {
    expect(claimOf(group_difference, 0.01, { held_verdict: 'vanishes' })).toMatch(
      /, but within the same region the gap all but vanishes \(1 point\)\.$/,
    )
    expect(claimOf(correlation, 0.2, { held_verdict: 'shrinks', held_form: 'ranks' })).toMatch(
      /, but within the same region the correlation is less than half of that \(0\.2\)\.$/,
    )
    expect(claimOf(association, -0.03, { held_verdict: 'turns', held_form: 'rates', held_binned: true })).toMatch(
      /, but among rows alike in region nothing of the gap is left \(−3 points\)\.$/,
    )
  })

  it('names the measure whose gap it is where the sentence speaks of others as well', () => {
    const { columns, details } = group_difference
    const more = { ...group_difference, columns: [...columns, 'cost'], details: { ...details, likewise_0: 'cost' } }
    expect(claimOf(more, 0.01, { held_verdict: 'shrinks' })).toMatch(
      /; likewise cost, but within the same region the gap in margin is less than half of that \(1 point\)\.$/,
    )
  })

  it('is as it was where nothing accounts for it', () => {
    expect(wordingOf(group_difference, surroundings).claim.text).not.toContain('but')
  })
})
