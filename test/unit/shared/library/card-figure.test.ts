import { describe, expect, it } from 'vitest'
import { cardFigureOf, cardFigureSchema } from '../../../../src/shared/library/card-figure.ts'
import { shortStory } from '../../../support/stories/short-story.ts'

const [given] = shortStory.charts
if (given === undefined) throw new Error('the short story has charts')

const chart = (kind: 'line' | 'bar' | 'scatter', values: readonly (number | null)[]) => ({
  ...given,
  spec: { ...given.spec, kind },
  data: { ...given.data, columns: ['x', 'y'], rows: values.map((value, index) => [index, value]) },
})

describe('the figure on a card', () => {
  it('runs a line between its ends, and lets bars begin at nothing', () => {
    expect(cardFigureOf([chart('line', [10, 20, 15])])).toEqual({ kind: 'line', values: [0, 1, 0.5] })
    expect(cardFigureOf([chart('bar', [10, 20, 15])])).toEqual({ kind: 'bar', values: [0.5, 1, 0.75] })
  })

  it('keeps the course of a long series in few values', () => {
    const figure = cardFigureOf([
      chart(
        'line',
        Array.from({ length: 1000 }, (_, index) => index),
      ),
    ])
    expect(figure?.values).toHaveLength(40)
    expect(figure?.values).toEqual([...(figure?.values ?? [])].toSorted((left, right) => left - right))
    expect(cardFigureSchema.parse(figure)).toEqual(figure)
  })

  it('is that of the first chart that has one', () => {
    expect(cardFigureOf([chart('scatter', [1, 2, 3]), chart('line', [5, null]), chart('bar', [0, 4])])).toEqual({
      kind: 'bar',
      values: [0, 1],
    })
    expect(cardFigureOf([chart('line', [3, 3, 3]), chart('scatter', [1, 2])])).toBeNull()
  })

  it('has bars below nothing from the lowest up', () => {
    expect(cardFigureOf([chart('bar', [-1, 1])])?.values).toEqual([0, 1])
  })
})
