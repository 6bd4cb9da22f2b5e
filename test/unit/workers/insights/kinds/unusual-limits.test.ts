/** The limits beyond which values are unusual are as short as they can be and still true. */
import { describe, expect, it } from 'vitest'
import { wordingOf } from '../../../../../src/workers/insights/wording-of.ts'
import { analysisOf, everyDraft } from '../../../../support/stories/drafts.ts'

const surroundings = {
  tables: analysisOf([]).tables,
  language: 'en' as const,
  choose: <Choice>(_: string, first: Choice): Choice => first,
}

function claimOf(highestUsual: number, nearestAbove: number): string {
  const { unusual_values: ofMoney } = everyDraft()
  const draft = { ...ofMoney, columns: ['distance'], details: { ...ofMoney.details, measure: 'distance' } }
  const values = { ...draft.evidence.values, highest_usual: highestUsual, nearest_above: nearestAbove }
  return wordingOf({ ...draft, evidence: { ...draft.evidence, values } }, surroundings).claim.text
}

describe('the limit of what is usual', () => {
  it('has as few figures as keep it below the nearest value beyond it', () => {
    expect(claimOf(5.9415, 7.2)).toContain('limit of 5.94;')
    expect(claimOf(5.9961, 5.998)).toContain('limit of 5.996;')
    expect(claimOf(5.99996, 5.99998)).toContain('limit of 5.99996;')
  })
})
