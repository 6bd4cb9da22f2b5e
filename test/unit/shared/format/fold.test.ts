import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../../src/shared/format/fold.ts'
import { holds } from '../../../support/property.ts'

describe('folded text', () => {
  it.each([
    ['SALES.csv', 'sales.CSV'],
    ['ÄPFEL', 'äpfel'],
    ['STRASSE', 'Straße'],
    ['ΟΔΟΣ', 'οδος'],
    ['ОТЧЁТ', 'отчёт'],
    ['e\u0301te\u0301', 'ÉTÉ'],
    ['ＡＢＣ', 'abc'],
    ['İZMİR', 'izmir'],
  ])('%s is %s', (one, other) => {
    expect(foldText(one)).toBe(foldText(other))
  })

  it('keeps apart what differs in more than case', () => {
    expect(foldText('été')).not.toBe(foldText('ete'))
    expect(foldText('a b')).not.toBe(foldText('ab'))
  })

  it('is the same folded twice', () => {
    holds(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)))
  })
})
