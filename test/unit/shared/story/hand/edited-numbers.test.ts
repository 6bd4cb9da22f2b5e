import { describe, expect, it } from 'vitest'
import { numbersOfEdited } from '../../../../../src/shared/story/hand/edited-numbers.ts'
import { insight, paragraph } from '../../../../support/stories/short-story.ts'

const of = insight('revenue', '', {
  evidence: { sql: [], values: { change: 0.1234, first: 1_234_567, n: 4200, slope: 5 }, derived: {} },
})
const generated = paragraph(
  'Revenue rose by 12% in 2021, from 1.2 million, in Area 51.',
  ['revenue'],
  [
    ['12%', 0.1234, 'revenue', 'change'],
    ['1.2 million', 1_234_567, 'revenue', 'first'],
  ],
)

function edited(text: string) {
  const { numbers, unverified } = numbersOfEdited(text, generated, [of])
  // A place that is told must be that of the text told.
  for (const one of [...numbers, ...unverified])
    expect(text.slice(one.start, one.start + one.text.length)).toBe(one.text)
  return {
    stated: numbers.map(({ text: number, name }) => `${number} ${name}`),
    unverified: unverified.map((one) => one.text),
  }
}

describe('numbers of an edited text', () => {
  it('that were not touched stay with their evidence, wherever they stand now', () => {
    expect(edited('In 2021 we went from 1.2 million up by 12%.')).toEqual({
      stated: ['1.2 million first', '12% change'],
      unverified: [],
    })
  })

  it.each([
    ['another digit', 'Revenue rose by 13% in 2021.', '13%'],
    ['a decimal more', 'Revenue rose by 12.9% in 2021.', '12.9%'],
    ['another unit', 'Revenue rose by 12 million in 2021.', '12 million'],
    ['a sign', 'Revenue changed by −12% in 2021.', '−12%'],
    ['another year', 'Revenue rose by 12% in 2022.', '2022'],
    ['another scale', 'Revenue rose from 1.2 billion in 2021.', '1.2 billion'],
    ['a digit before', 'Revenue rose by 112% in 2021.', '112%'],
    ['a number of their own', 'Revenue rose by 12% in 2021, said 3 people.', '3'],
  ])('are no longer verified with %s', (_, text, numeral) => {
    expect(edited(text).unverified).toEqual([numeral])
  })

  it('are read with the words of the language they are in', () => {
    const told = paragraph('Revenue stieg um 12 %.', ['revenue'], [['12 %', 0.1234, 'revenue', 'change']])
    const edits = (text: string) => numbersOfEdited(text, told, [of], 'de')
    expect(edits('Umsatz: 12 Tsd. mehr.').unverified.map(({ text }) => text)).toEqual(['12 Tsd.'])
    expect(edits('Umsatz stieg um 12,3 Prozent.').numbers.map(({ name }) => name)).toEqual(['change'])
  })

  it('that stand for no value stay as they are', () => {
    expect(edited('Area 51 in 2021.').unverified).toEqual([])
  })

  it('are taken from the evidence where they are exact or have digits enough', () => {
    expect(edited('Of 4,200 rows, 12.3% more.')).toEqual({ stated: ['4,200 n', '12.3% change'], unverified: [] })
    expect(edited('1,230,000 or so, 12,345,678 or so.').unverified).toEqual(['12,345,678'])
  })

  it('of few digits are not found in the evidence by chance', () => {
    const near = { ...of, evidence: { ...of.evidence, values: { slope: 5.4 } } }
    expect(numbersOfEdited('It rose 5.', paragraph('It rose.', ['revenue']), [near]).unverified).toHaveLength(1)
  })

  it('that are written alike keep the evidence of the words about them', () => {
    const twice = paragraph(
      'North holds 12% and South holds 12%.',
      ['a', 'b'],
      [
        ['12%', 0.12, 'a', 'north'],
        ['12%', 0.12, 'b', 'south'],
      ],
    )
    const { numbers } = numbersOfEdited('South holds 12%.', twice, [])
    expect(numbers.map(({ name }) => name)).toEqual(['south'])
  })
})
