/** Drawn lines and grounds as the edges they are meant to be. */
import { describe, expect, it } from 'vitest'
import {
  type Edge,
  edgesOf,
  edgesOfLines,
  edgesOfShades,
  merged,
  positionsOf,
  together,
} from '../../../../../src/workers/pages/tables/edges.ts'
import { across, down } from './made-page.ts'

const edge = (at: number, from: number, to: number): Edge => ({ at, from, to })

describe('lines of one direction', () => {
  it('are one where they are at one place, two points off at most, and lie in their middle', () => {
    expect(merged([edge(102, 0, 50), edge(100, 0, 50)])).toEqual([edge(101, 0, 50)])
    expect(merged([edge(102.1, 0, 50), edge(100, 0, 50)])).toHaveLength(2)
    // Two points from where the others are in the middle, which is at 101.
    expect(merged([edge(100, 0, 50), edge(102, 0, 50), edge(103, 0, 50)])).toEqual([edge(305 / 3, 0, 50)])
    expect(merged([edge(100, 0, 50), edge(102, 0, 50), edge(103.1, 0, 50)])).toHaveLength(2)
  })

  it('are put together from pieces whose ends are no further apart than three points', () => {
    expect(merged([edge(100, 0, 20), edge(101, 23, 40)])).toEqual([edge(100.5, 0, 40)])
    expect(merged([edge(100, 0, 20), edge(101, 23.1, 40)])).toEqual([edge(100, 0, 20), edge(101, 23.1, 40)])
  })

  it('are left out where they are shorter than five points, once put together', () => {
    expect(merged([edge(100, 0, 4.9)])).toEqual([])
    expect(merged([edge(100, 0, 5)])).toEqual([edge(100, 0, 5)])
    expect(merged([edge(100, 400, 404)])).toEqual([])
    expect(merged([edge(100, 0, 3), edge(100, 3, 6)])).toEqual([edge(100, 0, 6)])
    expect(merged([])).toEqual([])
  })

  it('are told apart by their direction', () => {
    const { horizontal, vertical } = edgesOfLines([across(10, 0, 50), down(20, 5, 60), across(30, 1, 51)])
    expect(horizontal).toMatchObject([edge(10, 0, 50), edge(30, 1, 51)])
    expect(vertical).toMatchObject([edge(20, 5, 60)])
  })

  it('are a drawing where there are more than three thousand', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => across(5 * index, 0, 50))
    expect(edgesOfLines(many(3_000)).horizontal).toHaveLength(3_000)
    expect(edgesOfLines([...many(3_001), down(0, 0, 9)])).toEqual({ horizontal: [], vertical: [] })
  })
})

describe('grounds', () => {
  const shade = (left: number, top: number, right: number, bottom: number) => ({
    ...{ left, top, right, bottom },
    colour: 'grey',
  })

  it('have their four sides', () => {
    expect(edgesOfShades([shade(10, 20, 60, 40)])).toEqual({
      horizontal: [edge(20, 10, 60), edge(40, 10, 60)],
      vertical: [edge(10, 20, 40), edge(60, 20, 40)],
    })
  })

  it('have none where they are thinner than a cell either way', () => {
    const none = { horizontal: [], vertical: [] }
    expect(edgesOfShades([shade(10, 20, 60, 24.9)])).toEqual(none)
    expect(edgesOfShades([shade(10, 20, 14.9, 60)])).toEqual(none)
    expect(edgesOfShades([shade(10, 20, 15, 25)]).horizontal).toHaveLength(2)
  })

  it('and lines are kept apart, or put together', () => {
    const { drawn, shaded } = edgesOf({ lines: [across(20, 10, 60), down(80, 0, 9)], shades: [shade(10, 20, 60, 40)] })
    expect(drawn.horizontal).toMatchObject([edge(20, 10, 60)])
    expect(shaded.horizontal).toMatchObject([edge(20, 10, 60), edge(40, 10, 60)])
    expect(together(drawn, shaded)).toMatchObject({
      horizontal: [edge(20, 10, 60), edge(40, 10, 60)],
      vertical: [edge(10, 20, 40), edge(60, 20, 40), edge(80, 0, 9)],
    })
  })
})

it('places no further apart than lines and a point are one, in their middle', () => {
  expect(positionsOf([30, 10, 12])).toEqual([11, 30])
  expect(positionsOf([10, 13])).toEqual([11.5])
  expect(positionsOf([10, 13.1])).toEqual([10, 13.1])
  // From the first of them, so that they do not go on for ever.
  expect(positionsOf([10, 12, 14])).toEqual([11, 14])
  expect(positionsOf([10, 15, 16.1], 5)).toEqual([12.5, 16.1])
  expect(positionsOf([])).toEqual([])
})
