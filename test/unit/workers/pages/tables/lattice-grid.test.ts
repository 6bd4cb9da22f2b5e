/** Text into the cells that lines enclose. */
import { describe, expect, it } from 'vitest'
import type { Fragment } from '../../../../../src/workers/pages/layout/fragment.ts'
import { edgesOfLines } from '../../../../../src/workers/pages/tables/edges.ts'
import { type Grid, textsOf } from '../../../../../src/workers/pages/tables/grid.ts'
import { latticesOf } from '../../../../../src/workers/pages/tables/lattice.ts'
import { insideOf, toLatticeGrid } from '../../../../../src/workers/pages/tables/lattice-grid.ts'
import type { Ruling } from '../../../../../src/workers/pages/tables/ruling.ts'
import { across, down, gridLines, text, texts } from './made-page.ts'

const xs = [50, 150, 250]
const ys = [100, 120, 140]

function gridFor(fragments: readonly Fragment[], lines: readonly Ruling[] = gridLines(xs, ys)): Grid {
  const [lattice] = latticesOf(edgesOfLines(lines))
  if (lattice === undefined) throw new Error('the lines enclose nothing')
  return toLatticeGrid(lattice, fragments)
}
const read = (fragments: readonly Fragment[], lines?: readonly Ruling[]): string[][] =>
  textsOf(gridFor(fragments, lines))

describe('text', () => {
  it('is inside where its middle is, three points over the outer lines at most', () => {
    const columns = [
      { from: 50, to: 150 },
      { from: 150, to: 250 },
    ]
    const rows = [{ from: 100, to: 120 }]
    /** Ten points wide, its middle three below the top of the letters. */
    const at = (x: number, y: number): boolean => insideOf({ ...text(x - 5, y + 3, 'ab') }, columns, rows)
    for (const x of [47, 100, 253]) expect(at(x, 110), `${x}`).toBe(true)
    for (const x of [46.9, 253.1]) expect(at(x, 110), `${x}`).toBe(false)
    for (const y of [97.5, 110, 122.5]) expect(at(100, y), `${y}`).toBe(true)
    for (const y of [96.5, 123.5]) expect(at(100, y), `${y}`).toBe(false)
  })

  it('stands in the cell its middle is in, the last where it stands over the outer line', () => {
    expect(read([text(55, 114, 'a'), text(160, 114, 'b'), text(55, 134, 'c'), text(249, 134, 'd')])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(read([text(300, 114, 'x'), text(55, 114, 'a')])[0]).toEqual(['a', ''])
  })

  it('of two cells in one piece is cut at a space', () => {
    expect(read([text(120, 114, 'North 1 of 120')])[0]).toEqual(['North', '1 of 120'])
    // A word that runs over the line stays whole, where most of it is.
    expect(read([text(130, 114, 'longer')])[0]).toEqual(['longer', ''])
    expect(read([text(130, 114, 'longerthan')])[0]).toEqual(['', 'longerthan'])
  })

  it('that is read from the right is cut from there', () => {
    expect(read([{ ...text(120, 114, 'חיפה ירושלים'), rightToLeft: true }])[0]).toEqual(['ירושלים', 'חיפה'])
  })

  it('in a cell of several places is one', () => {
    const lines = [...ys.map((y) => across(y, 50, 250)), down(50, 100, 140), down(250, 100, 140), down(150, 120, 140)]
    const grid = gridFor([text(130, 114, 'names of both'), text(55, 134, 'a'), text(160, 134, 'b')], lines)
    expect(textsOf(grid)).toEqual([
      ['names of both', 'names of both'],
      ['a', 'b'],
    ])
  })
})

describe('a row in which several rows of text stand', () => {
  const open = gridLines([50, 150, 250], [100, 118, 180])
  const below = (rows: readonly (readonly string[])[]) =>
    gridFor([...texts([55, 155], 114, 0, [['Region', 'Units']]), ...texts([55, 155], 132, 16, rows)], open)

  it('is several rows where each has its data', () => {
    const grid = below([
      ['North', '1'],
      ['South', '2'],
      ['West', '3'],
    ])
    expect(textsOf(grid)).toEqual([
      ['Region', 'Units'],
      ['North', '1'],
      ['South', '2'],
      ['West', '3'],
    ])
    // They meet half way between their texts, and the outer ones end at the lines.
    expect(grid.rows.map(({ from, to }) => [from, to])).toEqual([
      [100, 118],
      [118, 137],
      [137, 153],
      [153, 180],
    ])
    expect(grid.ruledBelow).toEqual([true, false, false, false])
  })

  it('is one where the data is missing, stands in the first column alone, or in too few of them', () => {
    expect(
      textsOf(
        below([
          ['North', 'a'],
          ['South', 'b'],
          ['West', 'c'],
        ]),
      )[1],
    ).toEqual(['North South West', 'a b c'])
    expect(
      textsOf(
        below([
          ['1', 'a'],
          ['2', 'b'],
          ['3', 'c'],
        ]),
      )[1],
    ).toEqual(['1 2 3', 'a b c'])
    expect(
      textsOf(
        below([
          ['North', '1'],
          ['South', ''],
          ['West', '3'],
        ]),
      ),
    ).toHaveLength(2)
    expect(textsOf(below([['North', '1']]))).toHaveLength(2)
  })

  it('has the line below it below the last of them', () => {
    const lines = gridLines([50, 150, 250], [100, 118, 180, 200])
    const fragments = [
      ...texts([55, 155], 114, 0, [['Region', 'Units']]),
      ...texts([55, 155], 132, 16, [
        ['North', '1'],
        ['South', '2'],
        ['West', '3'],
      ]),
      ...texts([55, 155], 194, 0, [['All', '6']]),
    ]
    const grid = gridFor(fragments, lines)
    expect(grid.ruledBelow).toEqual([true, false, false, true, false])
    expect(textsOf(grid).at(-1)).toEqual(['All', '6'])
  })
})
