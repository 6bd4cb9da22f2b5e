/** Numbers in texts against the evidence they cite. */
import { describe, expect, it } from 'vitest'
import type { Insight } from '../../../../../src/shared/story/insight.ts'
import type { Paragraph, Section } from '../../../../../src/shared/story/story.ts'
import { checkTexts } from '../../../../../src/workers/story/verify/texts.ts'

const sentence = 'Sales add up to 5,050 over 100 rows.'

function insight(change: Partial<Insight> = {}): Insight {
  return {
    id: 'total-1',
    type: 'total',
    class: 'fact',
    table: 'sales 2023',
    columns: ['q7', 'amount'],
    direction: 'none',
    effect: { name: 'total', value: 5050, low: null, high: null },
    n: 100,
    score: 1,
    scoreParts: {},
    caveats: ['only 12 of the months'],
    details: { measure: 'amount', unit: 'box of 33' },
    sentence,
    evidence: { sql: [], values: { total: 5050, n: 100, label: 'x' }, derived: {} },
    ...change,
  }
}

type Stated = Paragraph['numbers'][number]

function number(text: string, written: string, value: number, name: string): Stated {
  return { text: written, value, name, evidence: 'total-1', start: text.indexOf(written) }
}

function paragraph(text: string, numbers: readonly Stated[], insights: readonly string[] = ['total-1']): Paragraph {
  return { text, insights: [...insights], numbers: [...numbers] }
}

const recorded = [number(sentence, '5,050', 5050, 'total'), number(sentence, '100', 100, 'n')]
const sound = paragraph(sentence, recorded)

function section(...paragraphs: readonly Paragraph[]): Section {
  return { heading: 'Key findings', charts: [], paragraphs: [...paragraphs] }
}

function reasons(...paragraphs: readonly Paragraph[]): string[] {
  return checkTexts([section(...paragraphs)], [insight()]).failed.map(({ why }) => why)
}

describe('a text', () => {
  it('whose numbers are those of its evidence has no fault, and all its numbers are counted', () => {
    expect(checkTexts([section(sound), section(sound, sound)], [insight()])).toEqual({ numbers: 6, failed: [] })
    expect(checkTexts([], [])).toEqual({ numbers: 0, failed: [] })
  })

  it('says at the recorded place what is recorded', () => {
    const shifted = { ...recorded[0], start: 3 } as Stated
    const { failed } = checkTexts([section(sound, paragraph(sentence, [shifted, recorded[1] as Stated]))], [insight()])
    expect(failed[0]).toMatchObject({ insight: 'total-1', name: 'total', stated: '5,050', recomputed: 5050 })
    expect(failed[0]?.why).toMatch(/^the text says “.{5}” where “5,050” is recorded$/)
  })

  it('cites evidence that is there, and is a number', () => {
    const citing = (change: Partial<Stated>): string[] =>
      reasons(sound, paragraph(sentence, [{ ...recorded[0], ...change } as Stated, recorded[1] as Stated]))
    expect(citing({ evidence: 'total-2' })).toEqual(['the text cites evidence that is not there'])
    expect(citing({ name: 'mean' })).toEqual(['the text cites evidence that is not there'])
    expect(citing({ name: 'label' })).toEqual(['the text cites evidence that is not there'])
    expect(citing({ value: 5051 })).toEqual(['the text cites another value than its evidence holds'])
  })

  it('rounds the value it states', () => {
    const wrong = 'Sales add up to 5,060 over 100 rows.'
    const stating = paragraph(wrong, [number(wrong, '5,060', 5050, 'total'), number(wrong, '100', 100, 'n')])
    expect(reasons(sound, stating)).toEqual(['“5,060” does not round 5050'])
  })

  it('holds the sentence of every insight', () => {
    const { failed } = checkTexts([section(sound)], [insight(), insight({ id: 'b', sentence: 'Another one.' })])
    expect(failed).toMatchObject([
      {
        insight: 'b',
        name: 'sentence',
        stated: 'Another one.',
        recomputed: null,
        why: 'the sentence stands in no paragraph of the story, so its numbers cannot be traced',
      },
    ])
  })
})

describe('digits that are no stated number', () => {
  const unexplained = (text: string, change: Partial<Insight> = {}, insights?: readonly string[]): unknown[] =>
    checkTexts([section(sound, paragraph(text, [], insights))], [insight(change)]).failed.map(({ stated }) => stated)

  it('are told with the text they stand in', () => {
    const { failed } = checkTexts([section(sound, paragraph(`It rose by 42. ${'x'.repeat(200)}`, []))], [insight()])
    expect(failed).toHaveLength(1)
    expect(failed[0]).toMatchObject({ insight: 'total-1', name: 'text', stated: '42', recomputed: null })
    expect(failed[0]?.why).toBe(`“42” stands in the text without evidence: It rose by 42. ${'x'.repeat(145)}`)
  })

  it('may come from names, details, caveats and places of the insight, from quarters, and from the method', () => {
    expect(unexplained('In 2023, q7 was sold in boxes of 33 for 12 months.')).toEqual([])
    expect(unexplained('In Q1 and Q4, at 95 % and at least 5.')).toEqual([])
    expect(unexplained('In store 8 on day 9.', { location: 'day 9', subspace: { store: 'number 8' } })).toEqual([])
    expect(unexplained('In store 8.')).toEqual(['8'])
    expect(unexplained('In Q6, or in Q13, or in quarter 4.')).toEqual(['Q6', 'Q13', '4'])
    expect(unexplained('At 96 %, at least 6.')).toEqual(['96', '6'])
  })

  it('may be anything in a paragraph about no insight', () => {
    expect(unexplained('The file has 42 columns.', {}, [])).toEqual([])
  })

  it('are looked for beside the recorded numbers, which hide only themselves', () => {
    const text = 'Sales add up to 5,050, not 5,050, over 100 rows.'
    const first = paragraph(text, [number(text, '5,050', 5050, 'total'), number(text, '100', 100, 'n')])
    // The 5 of the second one is the least size of a group, which every text may name.
    expect(reasons(sound, first)).toEqual([`“050” stands in the text without evidence: ${text}`])
  })

  it('may come from an insight that only a number cites', () => {
    const other = insight({ id: 'other', table: 'page 77', sentence })
    const text = 'On page 77 stand 5,050.'
    const cited = { ...number(text, '5,050', 5050, 'total'), evidence: 'other' }
    expect(checkTexts([section(sound, paragraph(text, [cited]))], [insight(), other]).failed).toEqual([])
    expect(checkTexts([section(sound, paragraph('On page 77.', []))], [insight(), other]).failed).toHaveLength(1)
  })
})

describe('a numeral without evidence is laid to', () => {
  const first = insight({ id: 'a', sentence: 'Tea sells 71 a day.', evidence: { sql: [], values: {}, derived: {} } })
  const second = insight({ id: 'b', sentence: 'Milk sells 72 a day.', evidence: { sql: [], values: {}, derived: {} } })
  const silent = insight({ id: 'c', sentence: '' })

  /** Each unexplained numeral and whose it is said to be. */
  const laidTo = (text: string, insights: readonly string[] = ['c', 'a', 'b']): string[] =>
    checkTexts([section(paragraph(text, [], insights))], [first, second, silent]).failed.flatMap(
      ({ name, stated, insight: of }) => (name === 'text' ? [`${stated} ${of}`] : []),
    )

  it('the statement in whose sentence it stands, wherever that is in the paragraph', () => {
    expect(laidTo('Tea sells 71 a day. Milk sells 72 a day.')).toEqual(['71 a', '72 b'])
    expect(laidTo('Milk sells 72 a day, and tea sells 71 a day.')).toEqual(['72 c', '71 a'])
    expect(laidTo('Milk sells 72 a day. So tea sells 71 a day.')).toEqual(['72 b', '71 a'])
  })

  it('the first statement of the paragraph where it stands in none of their sentences', () => {
    expect(laidTo('73 Tea sells 71 a day.74 And 75.')).toEqual(['73 c', '71 a', '74 c', '75 c'])
    expect(laidTo('Of 76.', ['gone', 'a'])).toEqual(['76 gone'])
  })

  it('the statement whose sentence begins or ends with it', () => {
    const edges = insight({ id: 'e', sentence: '81 is less than 82' })
    const { failed } = checkTexts([section(paragraph('81 is less than 82.', [], ['a', 'e']))], [first, edges])
    expect(failed.filter(({ name }) => name === 'text').map(({ stated, insight: of }) => `${stated} ${of}`)).toEqual([
      '81 e',
      '82 e',
    ])
  })
})
