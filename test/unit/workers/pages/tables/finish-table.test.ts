/** A grid to the table that is kept of a page. */
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../../../src/shared/document/document.ts'
import { finishTable } from '../../../../../src/workers/pages/tables/finish-table.ts'
import type { Grid } from '../../../../../src/workers/pages/tables/grid.ts'
import type { Shade } from '../../../../../src/workers/pages/tables/ruling.ts'
import { rowOf, type TextRow } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { pageOf, rowsIn } from './made-page.ts'
import { gridOf, segmentOf } from './written-grid.ts'

const words = [
  ['North', 'shop'],
  ['South', 'web'],
  ['West', 'shop'],
]
const box: Box = [0, 300, 180, 334]
const line = (text: string, top: number): TextRow => rowOf([segmentOf(text, 0, top)])

function finished(
  grid: Grid,
  { shades = [], others = [], at = box }: { shades?: Shade[]; others?: TextRow[]; at?: Box } = {},
) {
  return finishTable({ grid, box: at, tentative: false }, pageOf([], [], shades), others)
}

describe('a table', () => {
  it('has its cells, columns and boxes, rounded to hundredths of a point', () => {
    const grid = gridOf(words, {
      columns: [
        { from: 0.123_4, to: 80 },
        { from: 100, to: 180.005 },
      ],
    })
    const table = finished(grid, { at: [0.123_4, 300.006, 180, 334.999] })
    expect(table).toMatchObject({
      page: 1,
      box: [0.12, 300.01, 180, 335],
      found: 'unruled',
      rowCount: 3,
      columnCount: 2,
      columnSpans: [
        [0.12, 80],
        [100, 180.01],
      ],
      tentative: false,
    })
    expect(table.cells[3]).toEqual({ row: 1, column: 1, rows: 1, columns: 1, text: 'web', box: [100, 12, 180.01, 22] })
  })

  it('has cells that span boxes as large as their rows and columns', () => {
    const table = finished(gridOf([['Sales', '<'], ...words, ['^', 'web']].slice(1)))
    expect(table.cells.find((cell) => cell.text === 'West')).toMatchObject({ rows: 2, box: [0, 24, 80, 46] })
  })

  it('is named by a first row of one cell across all of it', () => {
    const table = finished(gridOf([['Shops of 2023', '<'], ...words]))
    expect(table.caption).toBe('Shops of 2023')
    expect(rowsIn(table)).toEqual(words)
    // Its caption in the text of the page comes first.
    expect(finished(gridOf([['Shops', '<'], ...words]), { others: [line('Table 1: All', 285)] }).caption).toBe(
      'Table 1: All',
    )
  })

  it('is not named by its first row where nothing is left below, or that is a whole column', () => {
    expect(finished(gridOf([['Shops', '<'], words[0] ?? []])).caption).toBeNull()
    expect(finished(gridOf([['Shops', '<'], ['^', '<'], ...words])).caption).toBeNull()
    expect(finished(gridOf([['Shops'], ['North'], ['South']])).caption).toBeNull()
    expect(finished(gridOf(words)).caption).toBeNull()
  })
})

describe('the ground of a row', () => {
  const shade = (top: number, bottom: number, right: number, colour = 'grey'): Shade => ({
    left: 0,
    top,
    right,
    bottom,
    colour,
  })
  const shaded = (...shades: Shade[]) => {
    const { headerRows, headerShown } = finished(gridOf(words), { shades })
    return headerShown ? headerRows : 0
  }

  it('is the colour that six tenths of it stand on', () => {
    expect(shaded(shade(0, 10, 180))).toBe(1)
    expect(shaded(shade(0, 10, 108))).toBe(1)
    expect(shaded(shade(0, 10, 107))).toBe(0)
    // Of several pieces together.
    expect(shaded(shade(0, 10, 54), { ...shade(0, 10, 108), left: 54 })).toBe(1)
    expect(shaded(shade(0, 10, 54), { ...shade(0, 10, 108, 'blue'), left: 54 })).toBe(0)
    expect(shaded(shade(0, 10, 50, 'blue'), { ...shade(0, 10, 180), left: 60 })).toBe(1)
  })

  it('lies under the middle of the row, and under its columns', () => {
    expect(shaded(shade(0, 5, 180))).toBe(1)
    expect(shaded(shade(0, 4.9, 180))).toBe(0)
    expect(shaded(shade(5, 10, 180))).toBe(1)
    expect(shaded(shade(5.1, 10, 180))).toBe(0)
    expect(shaded({ ...shade(0, 10, 400), left: 200 })).toBe(0)
  })
})

describe('a table read from the right', () => {
  const hebrew = gridOf([
    ['a', 'b', 'c'],
    ['1', '2', '<'],
    ['3', '4', '5'],
  ])
  const turned = (count: number): Grid => ({
    ...hebrew,
    cells: hebrew.cells.map((cell, index) => ({ ...cell, rightToLeft: index < count })),
  })

  it('has its first column at the right, where more than a quarter of its texts are', () => {
    expect(rowsIn(finished(turned(3)))).toEqual([
      ['c', 'b', 'a'],
      ['2', '2', '1'],
      ['5', '4', '3'],
    ])
    expect(finished(turned(3)).columnSpans[0]).toEqual([200, 280])
    expect(finished(turned(3)).cells.map(({ row, column }) => `${row},${column}`)).toEqual([
      '0,0',
      '0,1',
      '0,2',
      '1,0',
      '1,2',
      '2,0',
      '2,1',
      '2,2',
    ])
    expect(rowsIn(finished(turned(2)))[0]).toEqual(['a', 'b', 'c'])
  })
})

describe('a table at the head or foot of a page', () => {
  const placed = (...others: TextRow[]): [boolean, boolean] => {
    const { atTop, atBottom } = finished(gridOf(words), { others })
    return [atTop, atBottom]
  }

  it('has nothing above or below it', () => {
    expect(placed()).toEqual([true, true])
    expect(placed(line('a paragraph', 200))).toEqual([false, true])
    expect(placed(line('a paragraph', 400))).toEqual([true, false])
  })

  it('has nothing but three lines that run through all pages, in an eighth of its height or so', () => {
    // 12 % of 842 points are 101; each line is ten high.
    expect(placed(line('head', 91))).toEqual([true, true])
    expect(placed(line('head', 91.1))).toEqual([false, true])
    expect(placed(line('foot', 741))).toEqual([true, true])
    expect(placed(line('foot', 740.9))).toEqual([true, false])
    const heads = [20, 35, 50].map((top) => line('head', top))
    expect(placed(...heads)).toEqual([true, true])
    expect(placed(...heads, line('one more', 65))).toEqual([false, true])
    const feet = [760, 775, 790].map((top) => line('foot', top))
    expect(placed(...feet)).toEqual([true, true])
    expect(placed(...feet, line('one more', 805))).toEqual([true, false])
  })

  it('may have text at its side', () => {
    expect(placed(line('beside', 310))).toEqual([true, true])
    // Two points into it still count as above or below.
    expect(placed(line('above', 292))).toEqual([false, true])
    expect(placed(line('beside', 292.1))).toEqual([true, true])
    expect(placed(line('below', 332))).toEqual([true, false])
    expect(placed(line('beside', 331.9))).toEqual([true, true])
  })
})
