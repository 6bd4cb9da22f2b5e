/** Rows of text on pages set in columns. */
import { describe, expect, it } from 'vitest'
import { apartAtPageColumns } from '../../../../../src/workers/pages/tables/page-columns.ts'
import { rowOf, type TextRow } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { segmentOf } from './written-grid.ts'

/** Two hundred points long. */
const sentence = 'the harbour reports that traffic grew ok'
const [left, right] = [0, 260]

type Placed = readonly [from: number, text: string]
const row = (index: number, ...segments: readonly Placed[]): TextRow =>
  rowOf(segments.map(([from, text]) => segmentOf(text, from, 12 * index)))
const lines = (count: number, make: (index: number) => TextRow): TextRow[] =>
  Array.from({ length: count }, (_, index) => make(index))
const prose = (count: number, from = 0): TextRow[] =>
  lines(count, (index) => row(from + index, [left, sentence], [right, sentence]))
const texts = (rows: readonly TextRow[]): string[][] => rows.map(({ segments }) => segments.map((one) => one.text))
/** Whether a row of two short texts, one in each column, is taken apart. */
const isApart = (rows: readonly TextRow[]): boolean =>
  texts(apartAtPageColumns(rows)).some((one) => one.length === 1 && one[0] === 'cell')
const short = (index: number): TextRow => row(index, [left, 'cell'], [right, 'other'])

describe('a page of two columns of sentences', () => {
  it('has a row in each of them for a row across both', () => {
    const apart = apartAtPageColumns(prose(6))
    expect(texts(apart)).toEqual(Array.from({ length: 12 }, () => [sentence]))
    expect(apart.map(({ top }) => top)).toEqual([0, 0, 12, 12, 24, 24, 36, 36, 48, 48, 60, 60])
    expect(apart[0]).toMatchObject({ from: 0, to: 200 })
  })

  it('needs six lines in each', () => {
    expect(texts(apartAtPageColumns(prose(5)))).toEqual(texts(prose(5)))
    const uneven = [...prose(5), row(5, [left, sentence])]
    expect(texts(apartAtPageColumns(uneven))).toEqual(texts(uneven))
  })

  it('has lines that begin four points off at most', () => {
    const ragged = (by: number) =>
      lines(6, (index) => row(index, [left + (index % 2) * by, sentence], [right, sentence]))
    expect(apartAtPageColumns(ragged(4))).toHaveLength(12)
    expect(apartAtPageColumns(ragged(4.1))).toHaveLength(6)
  })

  it('has columns as wide as nine in ten of their lines', () => {
    const short = sentence.slice(0, 30)
    const ragged = lines(8, (index) => row(index, [left, index < 2 ? sentence : short], [right, sentence]))
    // The gutter begins where the longest lines end: what stands there crosses it only in part.
    const reaching = row(8, [170, 'xxxxx'], [right, 'other'])
    expect(texts(apartAtPageColumns([...ragged, reaching]))).toContainEqual(['xxxxx'])
  })

  it('has its columns told in any order of the document', () => {
    const swapped = lines(7, (index) => row(index, [left, sentence], [right, sentence])).concat(
      lines(1, (index) => row(7 + index, [right, sentence])),
    )
    expect(isApart([...swapped, short(8)])).toBe(true)
  })

  it('has no columns that lie over each other', () => {
    const over = lines(12, (index) => row(index, index % 2 === 0 ? [left, sentence] : [150, sentence]))
    expect(texts(apartAtPageColumns(over))).toEqual(texts(over))
  })
})

describe('a row of short texts', () => {
  it('is taken apart where sentences stand close by, four heights off at most', () => {
    expect(isApart([...prose(6), short(6)])).toBe(true)
    // The last sentence ends at 70; the row begins at 108, and at 120.
    expect(isApart([...prose(6), short(9)])).toBe(true)
    expect(isApart([...prose(6), short(10)])).toBe(false)
    expect(isApart([short(0), ...prose(6, 1)])).toBe(true)
    expect(isApart([short(0), ...prose(6, 5)])).toBe(false)
  })

  it('is left whole where something stands across the gutter between it and the sentences', () => {
    const across = row(6, [150, 'a heading that runs across both'])
    expect(isApart([...prose(6), across, short(7)])).toBe(false)
    expect(isApart([...prose(6), row(6, [left, 'a heading']), short(7)])).toBe(true)
  })

  it('is taken apart whatever runs across the gutter elsewhere on the page', () => {
    const heading = row(0, [150, 'a heading that runs across both'])
    expect(isApart([heading, ...prose(6, 1), short(7)])).toBe(true)
  })

  it('is taken apart at the gutters beside whose columns sentences stand close by alone', () => {
    const far = 520
    const three = lines(6, (index) => row(index, [left, sentence], [right, sentence], [far, sentence]))
    const alone = lines(8, (index) => row(6 + index, [far, sentence]))
    const last = row(14, [left, 'cell'], [right, 'other'], [far, sentence])
    expect(texts(apartAtPageColumns([...three, ...alone, last])).slice(-2)).toEqual([['cell', 'other'], [sentence]])
  })

  it('is left whole where a text of its own runs across the gutter', () => {
    const own = row(6, [left, 'cell'], [195, 'x'.repeat(12)], [right + 20, 'other'])
    expect(texts(apartAtPageColumns([...prose(6), own]))).toContainEqual(['cell', 'x'.repeat(12), 'other'])
    // One that reaches into it, by half its width at most, does not.
    const into = row(6, [180, 'x'.repeat(10)], [right, 'other'])
    expect(texts(apartAtPageColumns([...prose(6), into]))).toContainEqual(['x'.repeat(10)])
  })

  it('keeps together what stands on one side of the gutter', () => {
    const three = row(6, [left, 'a'], [60, 'b'], [right, 'c'], [right + 60, 'd'])
    expect(texts(apartAtPageColumns([...prose(6), three])).slice(-2)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })
})

it('rows of a page without sentences are as they were', () => {
  const rows = lines(8, short)
  expect(apartAtPageColumns(rows)).toEqual(rows)
  expect(apartAtPageColumns([])).toEqual([])
})
