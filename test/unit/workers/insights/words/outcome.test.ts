import { describe, expect, it } from 'vitest'
import { outcomePhrase } from '../../../../../src/workers/insights/words/outcome.ts'

describe('a column of yes and no', () => {
  it('is called by what it asks', () => {
    const noun = (column: string) => outcomePhrase(column, 'Y', 'en').noun.text
    expect(noun('Is member?')).toBe('member')
    expect(noun('fraud')).toBe('fraud')
    expect(noun('Member ?')).toBe('member')
  })
})
