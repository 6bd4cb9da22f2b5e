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

describe('a column of two ends', () => {
  it('is called by its end, and by its name as well where the end is one of something', () => {
    const noun = (column: string, value: string) => outcomePhrase(column, value, 'en').noun.text
    expect(noun('status', 'dead')).toBe('“dead”')
    expect(noun('ulcer', 'present')).toBe('ulcer “present”')
    expect(noun('test', 'positive')).toBe('test “positive”')
  })
})
