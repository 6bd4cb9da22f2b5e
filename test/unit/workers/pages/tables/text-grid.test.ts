/** Rows of text and columns to a grid. */
import { describe, expect, it } from 'vitest'
import type { Edge } from '../../../../../src/workers/pages/tables/edges.ts'
import { type Grid, textsOf } from '../../../../../src/workers/pages/tables/grid.ts'
import type { RowGroup } from '../../../../../src/workers/pages/tables/row-groups.ts'
import type { Span } from '../../../../../src/workers/pages/tables/span.ts'
import {
  namedRowsAbove,
  type TextGridInput,
  toTextGrid,
  withNamesOverText,
} from '../../../../../src/workers/pages/tables/text-grid.ts'
import { toTextRows } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { text, texts } from './made-page.ts'
import { groupsOf } from './written-grid.ts'

const xs = [0, 100, 200, 300]
const columns: Span[] = xs.map((from) => ({ from, to: from + 30 }))

/** Rows twelve points apart; the first ends at 10, so that there are two points between rows. */
function rowsOf(rows: readonly (readonly string[])[]): RowGroup[] {
  return groupsOf(toTextRows(texts(xs, 8, 12, rows)))
}

function gridOfGroups(groups: readonly RowGroup[], change: Partial<TextGridInput> = {}): Grid {
  return toTextGrid({ found: 'unruled', groups, columns, namedRows: 0, separators: [], partial: [], ...change })
}

const data = [
  ['North', '1', '2', '3'],
  ['South', '4', '5', '6'],
]

describe('texts', () => {
  it('stand in the column they are nearest to, and the places left are empty cells', () => {
    const grid = gridOfGroups(rowsOf([...data, ['West', '', '8', '']]))
    expect(textsOf(grid)).toEqual([...data, ['West', '', '8', '']])
    expect(grid.cells).toHaveLength(12)
    expect(grid.cells.map(({ row, column }) => 4 * row + column)).toEqual([...Array(12).keys()])
    expect(grid).toMatchObject({ found: 'unruled', columns, namedRows: 0 })
    expect(grid.rows[1]).toEqual({ from: 12, to: 22 })
  })

  it('of one place are one cell', () => {
    const [first] = rowsOf([['North', '1', '2', '3']])
    const more = toTextRows([text(45, 8, 'x')])[0]?.segments ?? []
    if (first === undefined) throw new Error('no row')
    expect(textsOf(gridOfGroups([{ ...first, segments: [...first.segments, ...more] }]))[0]?.[0]).toBe('North x')
  })

  it('are divided where their own pieces stand in two columns, names only where more than a space is between', () => {
    const close = [text(100, 20, 'abcdefghijklmnopqr'), text(194, 20, '15')]
    const groups = groupsOf(toTextRows([...texts(xs, 8, 12, [data[0] ?? []]), ...close]))
    expect(groups[1]?.segments).toHaveLength(1)
    expect(textsOf(gridOfGroups(groups))[1]).toEqual(['', 'abcdefghijklmnopqr', '15', ''])
    const together = [text(100, 20, 'ab'), text(112, 20, 'cd'), text(200, 20, '15')]
    expect(textsOf(gridOfGroups(groupsOf(toTextRows(together))))[0]).toEqual(['', 'ab cd', '15', ''])
    expect(textsOf(gridOfGroups(groups, { namedRows: 2 }))[1]).toEqual(['', 'abcdefghijklmnopqr', '15', ''])
    const words = [text(100, 20, 'abcdefghijklmnopqr'), text(192.5, 20, '15')]
    const named = groupsOf(toTextRows([...texts(xs, 8, 12, [data[0] ?? []]), ...words]))
    expect(textsOf(gridOfGroups(named, { namedRows: 2 }))[1]).toEqual(['', 'abcdefghijklmnopqr 15', '', ''])
  })

  it('are not divided into a column that another name of their row is nearest to', () => {
    const names = [text(100, 20, 'abcdefghijklmnopqr'), text(194, 20, 'cd'), text(240, 20, 'Share')]
    const groups = groupsOf(toTextRows([...texts(xs, 8, 12, [data[0] ?? []]), ...names]))
    expect(groups[1]?.segments).toHaveLength(2)
    expect(textsOf(gridOfGroups(groups, { namedRows: 2 }))[1]).toEqual(['', 'abcdefghijklmnopqr cd', 'Share', ''])
  })

  it('of two rows are one cell of both', () => {
    const [first, second] = rowsOf([
      ['Region', 'a', 'b', 'c'],
      ['', 'd', 'e', 'f'],
    ])
    if (first === undefined || second === undefined) throw new Error('no rows')
    const grid = gridOfGroups([{ ...first, alsoNext: first.segments.slice(0, 1) }, second])
    expect(grid.cells[0]).toMatchObject({ text: 'Region', rows: 2, columns: 1 })
    expect(grid.cells).toHaveLength(7)
    // No further than the place below is free, which the row below takes afterwards.
    expect(textsOf(grid)[1]).toEqual(['Region', 'd', 'e', 'f'])
  })
})

describe('lines across', () => {
  it('are below the row they follow, and none is below the last', () => {
    const rows = rowsOf([...data, ['West', '7', '8', '9']])
    const ruled = (...separators: number[]) => gridOfGroups(rows, { separators }).ruledBelow
    expect(ruled(11)).toEqual([true, false, false])
    expect(ruled(23)).toEqual([false, true, false])
    expect(ruled(11, 23, 35)).toEqual([true, true, false])
    expect(ruled(-1)).toEqual([false, false, false])
    // From the middle of a row to a little into the next.
    expect(ruled(5.1)).toEqual([true, false, false])
    expect(ruled(5)).toEqual([false, false, false])
    expect(ruled(13.9)).toEqual([true, false, false])
    expect(ruled(14)).toEqual([false, false, false])
  })
})

describe('a name', () => {
  const below = [['Region', 'a', 'b', 'c'], ...data]
  /** Names of the first row, each by the left end of its text; the columns of each. */
  const spans = (names: readonly (readonly [x: number, name: string])[], partial: readonly Edge[] = []): string[] => {
    const first = toTextRows(names.map(([x, name]) => text(x, -4, name)))
    const groups = groupsOf([...first, ...toTextRows(texts(xs, 8, 12, below))])
    return gridOfGroups(groups, { namedRows: 2, partial }).cells.flatMap((cell) =>
      cell.row === 0 && cell.text !== '' ? [`${cell.text} ${cell.column}+${cell.columns}`] : [],
    )
  }

  it('in the middle of several columns is of all of them', () => {
    // The columns as wide as what stands below: 100 to 305, whose middle is 202.5.
    expect(spans([[190, 'Sales']])).toEqual(['Sales 1+3'])
    expect(spans([[140, 'Sales']])).toEqual(['Sales 1+2'])
  })

  it('takes no column that one before it in its row is of', () => {
    const both = spans([
      [142, 'AAAA'],
      [262, 'BBBB'],
    ])
    expect(both).toEqual(['AAAA 1+2', 'BBBB 3+1'])
    expect(spans([[262, 'BBBB']])).toEqual(['BBBB 2+2'])
  })

  it('that ends where columns end is of all of them', () => {
    expect(spans([[285, 'Sale']])).toEqual(['Sale 1+3'])
  })

  it('at one end of its columns is of these', () => {
    expect(spans([[100, 'Sales']])).toEqual(['Sales 1+3'])
    expect(spans([[200, 'Sales']])).toEqual(['Sales 2+2'])
  })

  it('is of no column that has its own', () => {
    expect(
      spans([
        [100, 'Shop'],
        [240, 'Web'],
      ]),
    ).toEqual(['Shop 1+1', 'Web 2+2'])
  })

  it('is of the columns that a line under it is drawn over', () => {
    const under = (from: number, to: number, at = 4) => spans([[140, 'Sales']], [{ at, from, to }])
    expect(under(95, 310)).toEqual(['Sales 1+3'])
    expect(under(95, 210)).toEqual(['Sales 1+2'])
    // Far above it, or below the names that follow, it is another line.
    for (const at of [-10, -5, 6, 30]) expect(under(95, 310, at), `${at}`).toEqual(['Sales 1+2'])
    for (const at of [-4.9, 5.9]) expect(under(95, 310, at), `${at}`).toEqual(['Sales 1+3'])
    // Beside the name, it is of others.
    expect(under(195, 310)).toEqual(['Sales 1+2'])
    // Under several names, it is none of theirs.
    expect(
      spans(
        [
          [100, 'Shop'],
          [240, 'Web'],
        ],
        [{ at: 4, from: 95, to: 310 }],
      ),
    ).toEqual(['Shop 1+1', 'Web 2+2'])
  })
})

describe('rows of names', () => {
  it('are those above the first with a datum beside its own name', () => {
    const count = (rows: readonly (readonly string[])[]) => namedRowsAbove(rowsOf(rows), columns)
    expect(count([['Region', 'a', 'b', 'c'], ...data])).toBe(1)
    expect(count([['', 'Sales', '', ''], ['Region', 'a', 'b', 'c'], ...data])).toBe(2)
    // Years name columns, and the first column holds names whatever stands there.
    expect(count([['Region', '2021', '2022', '2023'], ...data])).toBe(1)
    expect(count([['12', 'a', 'b', 'c'], ...data])).toBe(1)
    expect(count(data)).toBe(0)
    expect(count([['Region', 'a', 'b', 'c']])).toBe(0)
    const names = ['a', 'b', 'c', 'd'].map((name) => [name, 'x', 'y', 'z'])
    expect(count([...names, ...data])).toBe(4)
    expect(count([['o', 'x', 'y', 'z'], ...names, ...data])).toBe(0)
  })
})

describe('columns of which one holds the name and the next what is named', () => {
  const joinedAs = (names: readonly string[], rows: readonly (readonly string[])[]) =>
    withNamesOverText(columns, rowsOf([names, ...rows]), 1).map(({ from, to }) => [from, to])

  it('are one', () => {
    expect(
      joinedAs(
        ['Region', 'n', '', 'b'],
        [
          ['North', '', '2', '3'],
          ['South', '', '5', '6'],
        ],
      ),
    ).toEqual([
      [0, 30],
      [100, 230],
      [300, 330],
    ])
    expect(
      joinedAs(
        ['Region', '', 'n', 'b'],
        [
          ['North', '2', '', '3'],
          ['South', '5', '', '6'],
        ],
      ),
    ).toHaveLength(3)
  })

  it('are two where either has both, or none', () => {
    expect(joinedAs(['Region', 'n', 'm', 'b'], data)).toHaveLength(4)
    expect(joinedAs(['Region', 'n', '', 'b'], data)).toHaveLength(4)
    expect(joinedAs(['Region', 'n', '', 'b'], [['North', '1', '', '3']])).toHaveLength(4)
  })

  it('are never three', () => {
    expect(
      joinedAs(
        ['Region', 'n', '', 'b'],
        [
          ['North', '', '2', ''],
          ['South', '', '5', ''],
        ],
      ),
    ).toEqual([
      [0, 30],
      [100, 230],
      [300, 330],
    ])
  })

  it('are as they were where there are no rows of names', () => {
    expect(withNamesOverText(columns, rowsOf(data), 0)).toEqual(columns)
  })
})
