import { describe, expect, it } from 'vitest'
import { pseudoLanguage } from '../../../../../src/shared/texts/pseudo.ts'
import { type Phrase, stated } from '../../../../../src/workers/insights/words/phrase.ts'
import { inLanguages } from '../../../../../src/workers/insights/words/word-book.ts'

const number = (text: string, value: number) => ({
  ...stated({ text, value, evidence: 'x', name: 'n' }),
  count: value,
})

const book = inLanguages({
  en: {
    plain: 'nothing to see',
    inGroup: { rows: '{n, plural, one {# row} other {# rows}} in all' },
    ways: ['{n, plural, other {#}} of them', 'of them, {n, plural, other {#}}'],
    broken: 'always 7 of {n}',
  },
  de: {
    plain: 'nichts zu sehen',
    inGroup: { rows: 'insgesamt {n, plural, one {# Zeile} other {# Zeilen}}' },
    ways: ['davon {n, plural, other {#}}'],
    broken: 'immer 7 von {n}',
  },
})

function placesHold({ text, numbers }: Phrase): boolean {
  return numbers.every((one) => text.slice(one.start, one.start + one.text.length) === one.text)
}

describe('a book of words', () => {
  const said = book.in('en')

  it('says a phrase, in which a number keeps its evidence and its place', () => {
    expect(said.plain.text).toBe('nothing to see')
    const rows = said.inGroup.rows({ n: number('4,200', 4200) })
    expect(rows.text).toBe('4,200 rows in all')
    expect(rows.numbers).toEqual([{ text: '4,200', value: 4200, evidence: 'x', name: 'n', start: 0 }])
    const [, after] = said.ways
    expect(after({ n: number('3', 3) }).numbers[0]?.start).toBe('of them, '.length)
  })

  it('refuses a digit that is no stated number', () => {
    expect(() => said.broken({ n: number('9', 9) })).toThrow(/without its evidence/)
  })

  it('speaks the pseudo-language: its own words accented, what it is given as it is', () => {
    const rows = book.in(pseudoLanguage).inGroup.rows({ n: number('1', 1) })
    expect(rows.text).toBe('⟦1 ŕöŵ îñ åļļ⟧')
    expect(placesHold(rows)).toBe(true)
  })

  it('takes a translation that needs no more than the English is given, in its own order and number of ways', () => {
    const en = { one: '{a} and {b}', ways: ['{a}'] } as const
    const de = { one: '{b}, dazu {a}', ways: ['{a}', 'auch {a}'] } as const
    expect(inLanguages({ en, de }).in('en').ways).toHaveLength(1)
    const silent = { one: 'beides', ways: ['das', 'dies'] } as const
    const said = inLanguages({ en, de: silent }).in('de')
    const [a, b] = [number('1', 1), number('2', 2)]
    expect([said.one({ a, b }), ...said.ways.map((way) => way({ a }))].map(({ text }) => text)).toEqual([
      'beides',
      'das',
      'dies',
    ])
    const lacking = { one: '{a}' } as const
    // @ts-expect-error a message is missing
    inLanguages({ en, de: lacking })
    const asking = { ...de, one: '{a} {c}' } as const
    // @ts-expect-error the English is not given “c”
    inLanguages({ en, de: asking })
    const askingInAList = { ...de, ways: ['{c}'] } as const
    // @ts-expect-error nor is it in a list
    inLanguages({ en, de: askingInAList })
    const unchecked = { one: '{c}', ways: de.ways }
    // @ts-expect-error what is not written as it is cannot be checked
    inLanguages({ en, de: unchecked })
    // @ts-expect-error no language is left out
    inLanguages({ de: en })
  })
})
