/** Crossing lines to the cells they enclose. */
import { describe, expect, it } from 'vitest'
import { edgesOfLines } from '../../../../../src/workers/pages/tables/edges.ts'
import { type Lattice, latticesOf } from '../../../../../src/workers/pages/tables/lattice.ts'
import type { Ruling } from '../../../../../src/workers/pages/tables/ruling.ts'
import { across, down, gridLines } from './made-page.ts'

const xs = [0, 50, 100]
const ys = [0, 20, 40]
const of = (lines: readonly Ruling[]): Lattice[] => latticesOf(edgesOfLines(lines))
const spans = (list: readonly { from: number; to: number }[] = []) => list.map(({ from, to }) => [from, to])
/** Each cell by its place, and how far it goes. */
const cells = (lattice: Lattice | undefined): string[] =>
  (lattice?.cells ?? []).map(({ row, column, rows, columns }) => `${row},${column} ${rows}×${columns}`)

describe('lines all through', () => {
  it('enclose a cell in every place', () => {
    const [lattice, ...others] = of(gridLines(xs, ys))
    expect(others).toEqual([])
    expect(spans(lattice?.columns)).toEqual([
      [0, 50],
      [50, 100],
    ])
    expect(spans(lattice?.rows)).toEqual([
      [0, 20],
      [20, 40],
    ])
    expect(cells(lattice)).toEqual(['0,0 1×1', '0,1 1×1', '1,0 1×1', '1,1 1×1'])
    expect(lattice?.ruledBelow).toEqual([true, true])
  })

  it('enclose no table where there is one place, or none', () => {
    expect(of(gridLines([0, 50], [0, 20]))).toEqual([])
    expect(of(ys.map((y) => across(y, 0, 100)))).toEqual([])
    expect(of([])).toEqual([])
  })

  it('are a drawing where there are more than twenty thousand places', () => {
    const many = (count: number) => Array.from({ length: count + 1 }, (_, index) => 6 * index)
    expect(of(gridLines(many(100), many(200)))).toHaveLength(1)
    expect(of(gridLines(many(100), many(201)))).toEqual([])
  })
})

describe('lines that do not cross', () => {
  it('are of tables of their own', () => {
    const below = gridLines(xs, ys).map((one) =>
      one.direction === 'horizontal'
        ? { ...one, at: one.at + 100 }
        : { ...one, from: one.from + 100, to: one.to + 100 },
    )
    const [first, second] = of([...gridLines(xs, ys), ...below])
    expect(spans(first?.rows)[0]).toEqual([0, 20])
    expect(spans(second?.rows)[0]).toEqual([100, 120])
  })

  it('still do where they miss each other by three points, on any side', () => {
    for (const gap of [3, 3.5]) {
      const count = gap === 3 ? 1 : 0
      expect(of([...ys.map((y) => across(y, gap, 100)), down(0, 0, 40)]), `left ${gap}`).toHaveLength(count)
      expect(of([...ys.map((y) => across(y, 0, 100)), down(100 + gap, 0, 40)]), `right ${gap}`).toHaveLength(count)
      expect(of([across(0, 0, 100), ...xs.map((x) => down(x, gap, 40))]), `above ${gap}`).toHaveLength(count)
      expect(of([across(40 + gap, 0, 100), ...xs.map((x) => down(x, 0, 40))]), `below ${gap}`).toHaveLength(count)
    }
  })
})

describe('where a line is missing between two places', () => {
  it('they are one cell, side by side or one above the other', () => {
    const outside = [across(0, 0, 100), across(40, 0, 100), down(0, 0, 40), down(100, 0, 40)]
    expect(cells(of([...outside, across(20, 0, 100), down(50, 20, 40)])[0])).toEqual(['0,0 1×2', '1,0 1×1', '1,1 1×1'])
    const [lattice] = of([...outside, across(20, 50, 100), down(50, 0, 40)])
    expect(cells(lattice)).toEqual(['0,0 2×1', '0,1 1×1', '1,1 1×1'])
    expect(lattice?.ruledBelow).toEqual([false, true])
  })

  it('four of them are one cell of two rows and two columns', () => {
    const outside = [across(0, 0, 150), across(60, 0, 150), down(0, 0, 60), down(150, 0, 60)]
    const inside = [across(40, 0, 150), down(100, 0, 60), across(20, 100, 150), down(50, 40, 60)]
    expect(cells(of([...outside, ...inside])[0])).toEqual([
      '0,0 2×2',
      '0,2 1×1',
      '1,2 1×1',
      '2,0 1×1',
      '2,1 1×1',
      '2,2 1×1',
    ])
  })

  it('they are one cell also in the middle of a table', () => {
    const wide = [across(0, 0, 150), across(40, 0, 150), across(20, 0, 150), ...[0, 50, 150].map((x) => down(x, 0, 40))]
    expect(cells(of([...wide, down(100, 20, 40)])[0])).toEqual(['0,0 1×1', '0,1 1×2', '1,0 1×1', '1,1 1×1', '1,2 1×1'])
  })

  it('they are cells of a row each where together they make no rectangle', () => {
    const outside = [across(0, 0, 100), across(40, 0, 100), down(0, 0, 40), down(100, 0, 40)]
    // Only the place at the right below is closed on all sides.
    expect(cells(of([...outside, across(20, 50, 100), down(50, 20, 40)])[0])).toEqual(['0,0 1×2', '1,0 1×1', '1,1 1×1'])
  })

  it('seven tenths of it close a place', () => {
    const outside = [across(0, 0, 100), across(40, 0, 100), down(0, 0, 40), down(100, 0, 40), across(20, 0, 100)]
    const upTo = (y: number) => cells(of([...outside, down(50, 0, y)])[0])
    expect(upTo(34)).toHaveLength(4)
    expect(upTo(33.9)).toHaveLength(3)
    // Of pieces, too: 7 and 7 of 20 points.
    const pieces = [...outside, down(50, 0, 20), down(50, 20, 27), down(50, 33, 40)]
    expect(cells(of(pieces)[0])).toHaveLength(4)
  })
})

describe('lines at the outside', () => {
  it('may be missing: there is a further row or column as far as the others reach', () => {
    const lines = (left: number, right: number) => [
      ...ys.map((y) => across(y, left, right)),
      ...xs.map((x) => down(x, 0, 40)),
    ]
    expect(spans(of(lines(-30, 130))[0]?.columns)).toEqual([
      [-30, 0],
      [0, 50],
      [50, 100],
      [100, 130],
    ])
    const uneven = [across(0, 0, 100), across(20, -30, 130), across(40, 0, 100), ...xs.map((x) => down(x, 0, 40))]
    expect(spans(of(uneven)[0]?.columns)).toHaveLength(4)
    expect(spans(of(lines(-6, 106))[0]?.columns)).toHaveLength(2)
    expect(spans(of(lines(-6.1, 100))[0]?.columns)).toHaveLength(3)
    expect(spans(of(lines(0, 106.1))[0]?.columns)).toHaveLength(3)
  })
})
