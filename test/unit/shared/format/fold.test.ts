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
    ['STRAẞE', 'strasse'],
    ['i\u0307\u0307\u0300', 'ì'],
  ])('%s is %s', (one, other) => {
    expect(foldText(one)).toBe(foldText(other))
  })

  it('keeps apart what differs in more than case', () => {
    expect(foldText('été')).not.toBe(foldText('ete'))
    expect(foldText('a b')).not.toBe(foldText('ab'))
  })

  it('is the same folded twice, whatever the character', () => {
    const everyPoint = Array.from({ length: 0x11_0000 }, (_, point) => String.fromCodePoint(point))
    const characters = everyPoint.filter((character) => /[\p{CWKCF}\p{CWCM}]/u.test(character))
    expect(characters.filter((character) => foldText(foldText(character)) !== foldText(character))).toEqual([])
  })

  it('is the same folded twice, however characters and marks stand together', () => {
    const marks = fc.constantFrom('\u0307', '\u0300', '\u0345', '\u0323', '\u0308', 'ς', 'i', 'I', 'İ', 'ı', 'Σ', 'ẞ')
    for (const unit of ['grapheme', marks] as const) {
      holds(fc.property(fc.string({ unit }), (text) => foldText(foldText(text)) === foldText(text)))
    }
  })
})
