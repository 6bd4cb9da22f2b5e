/** Grids of cells: their places, their texts, and what is left when rows and columns go. */
import { describe, expect, it } from 'vitest'
import { boxOf, cellOf, keep, placesOf, textsOf, withoutEmpty } from '../../../../../src/workers/pages/tables/grid.ts'
import { text } from './made-page.ts'
import { gridOf } from './written-grid.ts'

const place = { row: 1, column: 2, rows: 1, columns: 3 }
const rows = [
  ['Region', 'Sales', '<'],
  ['^', 'shop', 'web'],
  ['North', '5', '6'],
]
const all = (count: number, but: readonly number[] = []): boolean[] =>
  Array.from({ length: count }, (_, index) => !but.includes(index))

describe('a cell', () => {
  it('has its place, the text of its pieces, and the direction of most of its letters', () => {
    expect(cellOf(place, [text(0, 100, 'ab'), text(0, 112, 'cd')])).toEqual({
      ...place,
      text: 'ab cd',
      rightToLeft: false,
    })
    expect(cellOf(place, []).text).toBe('')
    expect(cellOf(place, []).rightToLeft).toBe(false)
    expect(cellOf(place, [text(0, 100, 'abcd'), text(0, 112, 'חיפה!')]).rightToLeft).toBe(true)
    expect(cellOf(place, [text(0, 100, 'abcd'), text(0, 112, 'חיפה')]).rightToLeft).toBe(false)
  })
})

describe('places', () => {
  it('have the cell that spans them', () => {
    const places = placesOf(gridOf(rows))
    expect(places[1]?.[0]).toBe(places[0]?.[0])
    expect(places[0]?.[2]).toBe(places[0]?.[1])
    expect(places[1]?.[2]?.text).toBe('web')
    expect(textsOf(gridOf(rows))).toEqual([
      ['Region', 'Sales', 'Sales'],
      ['Region', 'shop', 'web'],
      ['North', '5', '6'],
    ])
  })

  it('without a cell are empty, and a cell beyond the rows has none', () => {
    const grid = gridOf(rows)
    const [first] = grid.cells
    if (first === undefined) throw new Error('no cell')
    expect(textsOf({ ...grid, cells: [{ ...first, rows: 9 }] })).toEqual([
      ['Region', '', ''],
      ['Region', '', ''],
      ['Region', '', ''],
    ])
  })
})

it('the box of rows and columns is around all of them', () => {
  expect(
    boxOf(
      [
        { from: 20, to: 30 },
        { from: 5, to: 12 },
      ],
      [
        { from: 7, to: 9 },
        { from: 1, to: 8 },
      ],
    ),
  ).toEqual([1, 5, 9, 30])
})

describe('a grid of which rows and columns are kept', () => {
  it('is the same where all are', () => {
    const grid = gridOf(rows, { namedRows: 2, ruledBelow: [true, false, true] })
    expect(keep(grid, all(3), all(3))).toEqual(grid)
  })

  it('has its cells moved up and to the left, and those that span shrunk', () => {
    const grid = gridOf(rows, { ruledBelow: [true, false, true] })
    const kept = keep(grid, all(3, [0]), all(3, [1]))
    expect(textsOf(kept)).toEqual([
      ['Region', 'web'],
      ['North', '6'],
    ])
    expect(kept.cells.find((cell) => cell.text === 'Region')).toMatchObject({ row: 0, column: 0, rows: 1, columns: 1 })
    expect(kept.rows).toEqual(grid.rows.slice(1))
    expect(kept.columns).toEqual([grid.columns[0], grid.columns[2]])
    expect(kept.ruledBelow).toEqual([false, true])
    // Of the name over two columns, the part over the second is left.
    expect(keep(grid, all(3), all(3, [1])).cells.find((cell) => cell.text === 'Sales')).toMatchObject({
      row: 0,
      column: 1,
      columns: 1,
    })
  })

  it('has as many rows of names less as went above the first that is kept', () => {
    const named = (but: readonly number[], namedRows: number) =>
      keep(gridOf(rows, { namedRows }), all(3, but), all(3)).namedRows
    expect(named([], 2)).toBe(2)
    expect(named([0], 2)).toBe(1)
    expect(named([0, 1], 1)).toBe(0)
    expect(named([2], 2)).toBe(2)
    expect(named([0, 1, 2], 2)).toBe(2)
  })
})

it('rows and columns in which no text begins are left out', () => {
  const grid = gridOf([
    ['a', '', 'b'],
    ['', '', ''],
    ['c', '', '<'],
    ['^', '', 'd'],
  ])
  expect(textsOf(withoutEmpty(grid))).toEqual([
    ['a', 'b'],
    ['c', ''],
    ['c', 'd'],
  ])
  expect(withoutEmpty(gridOf([['', '']]))).toMatchObject({ rows: [], columns: [], cells: [] })
  const among = withoutEmpty(
    gridOf([
      ['a', 'b'],
      ['', ''],
      ['c', 'd'],
    ]),
  )
  expect(among.cells.map(({ text: own, row, rows: down }) => [own, row, down])).toEqual([
    ['a', 0, 1],
    ['b', 0, 1],
    ['c', 1, 1],
    ['d', 1, 1],
  ])
})
