import { describe, expect, it } from 'vitest'
import {
  behind,
  ofRows,
  overAllRows,
  partOfRows,
  rateOfAll,
  sayingRateOfAll,
} from '../../../../src/workers/insights/words/bases.ts'
import { named, type Phrase, say, sentence, stated } from '../../../../src/workers/insights/words/phrase.ts'
import { baseOnce } from '../../../../src/workers/story/base-once.ts'

const english = { language: 'en', rowPlural: named('penguins') } as const
const number = (value: number): Phrase => stated({ text: String(value), value, evidence: 'one', name: 'n' })
const penguins = (value: number): Phrase => say`${number(value)} penguins`
const half = (rows: number): Phrase =>
  sentence(say`half${ofRows(english, penguins(rows))} lie between ${number(3)} and ${number(4)}`)

describe('what statements of a section rest on', () => {
  it('is said once where it is the same for several in a row, with the numbers where they stand then', () => {
    const once = baseOnce()
    expect(once(half(342), 'penguins').text).toBe('Half of 342 penguins lie between 3 and 4.')
    const second = once(half(342), 'penguins')
    expect(second.text).toBe('Half lie between 3 and 4.')
    expect(second.numbers.map(({ start, text }) => [start, text])).toEqual([
      [17, '3'],
      [23, '4'],
    ])
  })

  it('is said again where it differs, and where a statement between them rests on something else', () => {
    const once = baseOnce()
    const said = [half(342), half(344), half(342), sentence(named('Some rows lack a value')), half(342)]
    expect(said.map((claim) => once(claim, 'penguins').text)).toEqual([
      'Half of 342 penguins lie between 3 and 4.',
      'Half of 344 penguins lie between 3 and 4.',
      'Half of 342 penguins lie between 3 and 4.',
      'Some rows lack a value.',
      'Half of 342 penguins lie between 3 and 4.',
    ])
  })

  it('is not that of another table with as many rows', () => {
    const once = baseOnce()
    expect(once(half(342), 'males').text).toBe('Half of 342 penguins lie between 3 and 4.')
    expect(once(half(342), 'females').text).toBe('Half of 342 penguins lie between 3 and 4.')
  })

  it('leaves a sentence whole, whatever it was said with', () => {
    const ways = [
      sentence(say`${overAllRows(english, penguins(342))}, the length rises`),
      sentence(say`Adelie has the least (${partOfRows(english, number(151), penguins(342))})`),
      sentence(say`the mass peaked in May${behind(penguins(342))}`),
    ]
    const once = baseOnce()
    once(half(342), 'penguins')
    expect(ways.map((claim) => once(claim, 'penguins').text)).toEqual([
      'Over all, the length rises.',
      'Adelie has the least (151 penguins).',
      'The mass peaked in May.',
    ])
  })

  it('of all rows is said once in a story, and not behind a claim once a fact said it', () => {
    const overall = (outcome: string): Phrase =>
      sentence(say`Women survived more often${rateOfAll(say` (overall ${number(32)})`, outcome)}`)
    const wholes = new Set<string>()
    const first = baseOnce(wholes)
    expect(first(overall('survived'), 'passengers').text).toBe('Women survived more often (overall 32).')
    const later = baseOnce(wholes)
    expect(later(overall('survived'), 'passengers').text).toBe('Women survived more often.')
    expect(later(sayingRateOfAll(sentence(say`${number(12)} drowned`), 'drowned'), 'passengers').text).toBe(
      '12 drowned.',
    )
    expect(later(overall('drowned'), 'passengers').text).toBe('Women survived more often.')
  })
})
