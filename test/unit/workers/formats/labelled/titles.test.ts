import { describe, expect, it } from 'vitest'
import { titlesOf } from '../../../../../src/workers/formats/labelled/titles.ts'

const named = (...pairs: [string, string][]) => titlesOf(pairs.map(([name, label]) => ({ name, label }))).names

describe('a column with a label', () => {
  it('goes by it, in one line', () => {
    expect(named(['q1', ' Satisfied \n at all? '], ['q2', ''])).toEqual(['Satisfied at all?', 'q2'])
  })

  it('goes by its name where the label is a question in full', () => {
    expect(named(['q1', 'x'.repeat(80)], ['q2', 'x'.repeat(81)])).toEqual(['x'.repeat(80), 'q2'])
  })

  it('goes by its name where another has the label, or has it for a name', () => {
    expect(named(['a', 'Age'], ['b', 'age'], ['c', 'A'])).toEqual(['a', 'b', 'c'])
  })

  it('is told, where there is one, and nothing where there is none', () => {
    const { notes } = titlesOf([{ name: 'q1', label: 'Age' }])
    expect(notes).toMatchObject([{ code: 'labelled.byLabel', given: { pairs: 'q1 (Age)' } }])
    expect(titlesOf([{ name: 'q1', label: '' }])).toEqual({ names: ['q1'], notes: [] })
  })

  it('that is its name has none', () => {
    expect(titlesOf([{ name: 'AGE', label: 'Age' }])).toMatchObject({ names: ['Age'] })
  })

  it('is told with its name, the first eight of them', () => {
    const { notes } = titlesOf(
      Array.from({ length: 10 }, (_, index) => ({ name: `q${index}`, label: `Label ${index}` })),
    )
    expect(notes).toMatchObject([{ code: 'labelled.byLabelAndMore', given: { more: 2 } }])
  })
})
