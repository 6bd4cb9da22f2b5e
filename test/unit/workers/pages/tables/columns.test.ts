/** Columns by the white between them. */
import { describe, expect, it } from 'vitest'
import { type ColumnOptions, findColumns } from '../../../../../src/workers/pages/tables/columns.ts'
import { rowOf, type TextRow } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { segmentOf } from './written-grid.ts'

/** Rows of text ten points high, by where each text begins and how many letters of five points it has. */
function rowsOf(rows: readonly (readonly (readonly [from: number, letters: number])[])[]): TextRow[] {
  return rows.map((row, index) => rowOf(row.map(([from, letters]) => segmentOf('x'.repeat(letters), from, 12 * index))))
}

const plain: ColumnOptions = { narrowestGutter: 0.5, verticals: [], mostAbove: 0 }
const found = (rows: Parameters<typeof rowsOf>[0], change: Partial<ColumnOptions> = {}) =>
  findColumns(rowsOf(rows), { ...plain, ...change })
const spans = (rows: Parameters<typeof rowsOf>[0], change: Partial<ColumnOptions> = {}) =>
  found(rows, change).columns.map(({ from, to }) => [from, to])

describe('columns', () => {
  it('are as wide as their text, from left to right', () => {
    expect(
      found([
        [
          [0, 2],
          [100, 4],
        ],
        [
          [0, 5],
          [110, 1],
        ],
      ]),
    ).toEqual({
      columns: [
        { from: 0, to: 25 },
        { from: 100, to: 120 },
      ],
      above: 0,
    })
    expect(found([])).toEqual({ columns: [], above: 0 })
  })

  it('have white between them as wide as half their text is high', () => {
    const apart = (from: number) =>
      spans([
        [
          [0, 4],
          [from, 2],
        ],
        [
          [0, 2],
          [from, 2],
        ],
      ])
    expect(apart(25)).toEqual([
      [0, 20],
      [25, 35],
    ])
    expect(apart(24)).toEqual([[0, 34]])
  })

  it('end at a drawn line where no text runs over it, however narrow the white is', () => {
    const close = [
      [
        [0, 4],
        [22, 2],
      ],
      [
        [0, 2],
        [22, 2],
      ],
    ] as const
    expect(spans(close, { verticals: [21] })).toEqual([
      [0, 20],
      [22, 32],
    ])
    // At its edges, give or take half a point.
    for (const at of [19.5, 22.5]) expect(spans(close, { verticals: [at] })).toHaveLength(2)
    for (const at of [19.4, 22.6, 5]) expect(spans(close, { verticals: [at] })).toHaveLength(1)
    const touching = [
      [
        [0, 4],
        [20, 2],
      ],
      [
        [0, 4],
        [20, 2],
      ],
    ] as const
    expect(spans(touching, { verticals: [20] })).toHaveLength(1)
  })

  it('are not told by what stands alone in its row, unless hardly anything does not', () => {
    const two = [
      [0, 4],
      [60, 2],
    ] as const
    expect(spans([two, [[0, 20]], two])).toHaveLength(2)
    expect(spans([two, [[0, 20]]])).toEqual([[0, 100]])
    expect(spans([[[0, 3]], [[60, 3]]])).toHaveLength(2)
  })

  it('may be run over by one row in ten', () => {
    const two = [
      [0, 4],
      [60, 2],
    ] as const
    const wide = [
      [0, 11],
      [60, 2],
    ] as const
    const rows = (count: number) => [wide, ...Array.from({ length: count - 1 }, () => two)]
    expect(spans(rows(10))).toEqual([
      [0, 20],
      [60, 70],
    ])
    expect(spans(rows(9))).toEqual([[0, 70]].map(([from, to]) => [from, to === 70 ? 55 : to]).concat([[60, 70]]))
  })

  it('are those below the names that stand across them, where these are allowed for', () => {
    const names = [
      [0, 4],
      [45, 12],
    ] as const
    const data = [
      [0, 4],
      [40, 4],
      [90, 4],
    ] as const
    expect(found([names, data, data], { mostAbove: 1 })).toMatchObject({ above: 1, columns: { length: 3 } })
    expect(found([names, names, data, data], { mostAbove: 1 }).columns).toHaveLength(2)
    expect(found([names, names, data, data], { mostAbove: 2 })).toMatchObject({ above: 2, columns: { length: 3 } })
    expect(found([names, data, data]).columns).toHaveLength(2)
    // Two rows at least must be left to tell.
    expect(found([names, names, data], { mostAbove: 3 }).above).toBe(0)
    // Where leaving them out shows no more columns, they are not across any.
    expect(found([data, data, data], { mostAbove: 2 }).above).toBe(0)
  })
})
