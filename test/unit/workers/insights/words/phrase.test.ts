import { describe, expect, it } from 'vitest'
import { listed } from '../../../../../src/workers/insights/words/listed.ts'
import {
  join,
  named,
  say,
  sentence,
  stated,
  uncoveredNumerals,
} from '../../../../../src/workers/insights/words/phrase.ts'
import { bannedWordsIn } from '../../../../../src/workers/insights/words/vocabulary.ts'

const share = stated({ text: '12.5%', value: 0.125, evidence: 'dominance-1', name: 'share' })

describe('a phrase', () => {
  it('keeps each number with its evidence and its place, however often it is put into another', () => {
    const text = join([sentence(say`of ${named('region 2')}, ${share}`), sentence(say`again ${share}`)])
    expect(text.text).toBe('Of region 2, 12.5%. Again 12.5%.')
    expect(text.numbers).toHaveLength(2)
    for (const number of text.numbers) {
      expect(text.text.slice(number.start, number.start + number.text.length)).toBe('12.5%')
    }
    expect(uncoveredNumerals(text)).toEqual([])
  })

  it('refuses a number without evidence, in its words and in a text put into it', () => {
    expect(() => say`about 5 rows`).toThrow(/without its evidence/)
    expect(() => say`about ${'five or 6'} rows`).toThrow(/without its evidence/)
    expect(() => say`about ${'٣'} rows`).toThrow(/without its evidence/)
  })

  it('tells numerals that nothing covers', () => {
    expect(uncoveredNumerals({ text: 'of 3 in 2020', numbers: [], names: [{ start: 8, end: 12 }] })).toEqual(['3'])
  })

  it('lists phrases', () => {
    expect(listed([say`a`, say`b`, say`c`], 'en').text).toBe('a, b and c')
  })

  it('a sentence starts with a capital, except for names written their own way, and ends once', () => {
    expect(sentence(say`rows end.`).text).toBe('Rows end.')
    expect(sentence(say`${named('iPhone')} sells`).text).toBe('iPhone sells.')
  })
})

describe('banned words', () => {
  it('are found in the words, not in names', () => {
    const phrase = say`${named('impact')} leads to more`
    expect(bannedWordsIn(phrase.text, phrase.names)).toEqual(['leads to'])
  })
})
