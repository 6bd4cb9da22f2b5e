/** Rows above the first line of a table and below its last: how far they may be, and what they must look like. */
import { describe, expect, it } from 'vitest'
import { near, rowsAbove, rowsBelow } from '../../../../../src/workers/pages/tables/rows-beyond.ts'
import { rowOf, type Segment, type TextRow } from '../../../../../src/workers/pages/tables/text-rows.ts'

const columns = [
  { from: 50, to: 140 },
  { from: 150, to: 240 },
  { from: 250, to: 340 },
]

/** A row of text ten points high, its texts one in each column from the left; an empty one leaves its column blank. */
function row(top: number, ...texts: readonly string[]): TextRow {
  return rowOf(
    texts.flatMap((text, column): Segment[] => {
      const from = (columns[column]?.from ?? 0) + 5
      return text === ''
        ? []
        : [{ fragments: [], text, from, to: from + 5 * text.length, top, bottom: top + 10, size: 10 }]
    }),
  )
}
const readOf = (rows: readonly TextRow[]): string[] =>
  rows.map(({ segments }) => segments.map(({ text }) => text).join(' '))

describe('rows close below an edge', () => {
  it('are those of several texts up to the first that is far, or alone', () => {
    const rows = [row(106, 'a', '1'), row(122, 'b', '2'), row(138, 'c', '3')]
    expect(readOf(near(rows, 100))).toEqual(['a 1', 'b 2', 'c 3'])
    expect(near(rows, 90)).toHaveLength(3)
    expect(near(rows, 89.9)).toEqual([])
    expect(readOf(near([row(106, 'a', '1'), row(132.1, 'b', '2')], 100))).toEqual(['a 1'])
    expect(readOf(near([row(106, 'a', '1'), row(132, 'b', '2')], 100))).toEqual(['a 1', 'b 2'])
    expect(readOf(near([row(106, 'a', '1'), row(122, 'note'), row(138, 'c', '3')], 100))).toEqual(['a 1'])
    expect(near([row(106, 'note'), row(122, 'c', '3')], 100)).toEqual([])
  })
})

describe('rows below the last line', () => {
  const below = (...rows: readonly TextRow[]): string[] => readOf(rowsBelow(rows, 100, columns))

  it('go on in the columns of the table, as far as they are close', () => {
    expect(below(row(106, 'a', '1'), row(122, 'b', '2'))).toEqual(['a 1', 'b 2'])
    expect(below(row(116, 'a', '1'), row(142, 'b', '2'))).toEqual(['a 1', 'b 2'])
    expect(below(row(116.1, 'a', '1'))).toEqual([])
    expect(below(row(106, 'a', '1'), row(132.1, 'b', '2'))).toEqual(['a 1'])
    expect(below(row(106, 'Table 2: costs', '1'), row(122, 'b', '2'))).toEqual([])
    expect(below(row(106, 'a', 'far too wide for its own column'), row(122, 'b', '2'))).toEqual([])
  })

  it('end with a row of several texts: one alone belongs to what comes after it', () => {
    expect(below(row(106, 'a', '1'), row(124, '', 'alone'))).toEqual(['a 1'])
    expect(below(row(106, 'a', '1'), row(124, '', 'alone'), row(140, 'b', '2'))).toEqual(['a 1', 'alone', 'b 2'])
    expect(below(row(106, '', 'alone'))).toEqual([])
    expect(below(row(106, '', 'alone'), row(122, 'b', '2'))).toEqual(['alone', 'b 2'])
  })

  it('may end with the further line of a cell, close below its first', () => {
    expect(below(row(106, 'a', '1'), row(123, '', 'goes on'))).toEqual(['a 1', 'goes on'])
    expect(below(row(106, 'a', '1'), row(123.1, '', 'goes on'))).toEqual(['a 1'])
    expect(below(row(106, 'a', '1'), row(118, '', 'goes on'), row(130, '', 'and on'))).toEqual([
      'a 1',
      'goes on',
      'and on',
    ])
    // Not behind what belongs to nothing itself, and not as the very first.
    expect(below(row(106, 'a', '1'), row(131, '', 'alone'), row(143, '', 'goes on'))).toEqual(['a 1'])
    expect(below(row(101, '', 'goes on'))).toEqual([])
  })

  it('do not begin alone in the first column, as headings and notes do', () => {
    expect(below(row(106, 'a', '1'), row(118, 'note'))).toEqual(['a 1'])
    expect(below(row(106, 'heading'), row(122, 'b', '2'))).toEqual([])
  })
})

describe('rows above the first line', () => {
  const datum = row(106, 'North', '120')
  const above = (rows: readonly TextRow[], members: readonly TextRow[] = [datum]): string[] =>
    readOf(rowsAbove([...rows, ...members], members, [100, 120], columns))

  it('are those close above it, in their order, where data stand right below', () => {
    expect(above([row(68, 'Region', 'Units'), row(84, '', 'sold')])).toEqual(['Region Units', 'sold'])
    expect(above([row(84, 'Region', 'Units')])).toEqual(['Region Units'])
    expect(above([row(74, 'Region', 'Units')])).toEqual(['Region Units'])
    expect(above([row(73.9, 'Region', 'Units')])).toEqual([])
    expect(above([row(92.9, 'Region', 'Units')])).toEqual(['Region Units'])
    expect(above([row(93, 'Region', 'Units')])).toEqual([])
  })

  it('are none where the first row below is one of names', () => {
    expect(above([row(84, 'Region', 'Units')], [row(106, 'Region', 'Units')])).toEqual([])
    expect(above([row(84, 'Region', 'Units')], [row(106, '120', 'Units')])).toEqual([])
    expect(above([row(84, 'Region', 'Units')], [row(106, 'North', 'few', '7')])).toEqual(['Region Units'])
    // What stands below the second line is no first row.
    expect(above([row(84, 'Region', 'Units')], [row(106, 'a', 'b'), row(126, 'North', '120')])).toEqual([])
    expect(above([row(84, 'Region', 'Units')], [row(95, 'North', '120'), row(106, 'a', 'b')])).toEqual([])
  })

  it('begin with a row of several texts, and are as many as a header may have', () => {
    expect(above([row(68, '', 'alone'), row(84, 'Region', 'Units')])).toEqual(['Region Units'])
    expect(above([row(52, 'Region', 'Units'), row(68, '', 'sold'), row(84, '', 'here')])).toEqual([
      'Region Units',
      'sold',
      'here',
    ])
    const rows = [4, 20, 36, 52, 68, 84].map((top) => row(top, 'Region', 'Units'))
    expect(above(rows)).toHaveLength(4)
    expect(above([row(68, 'Table 1: units'), row(84, 'Region', 'Units')])).toEqual(['Region Units'])
    expect(above([row(58, 'Region', 'Units'), row(84, 'Region', 'Units')])).toHaveLength(2)
    expect(above([row(57.9, 'Region', 'Units'), row(84, 'Region', 'Units')])).toHaveLength(1)
  })
})
