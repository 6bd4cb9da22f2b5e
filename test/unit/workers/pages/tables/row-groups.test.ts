/** Rows of text to rows of a table. */
import { describe, expect, it } from 'vitest'
import {
  filledColumns,
  mergedGroup,
  type RowGroup,
  toRowGroups,
} from '../../../../../src/workers/pages/tables/row-groups.ts'
import { rowOf, type TextRow } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { gridOf, segmentOf } from './written-grid.ts'

const { columns } = gridOf([['', '', '']])

/** Rows of up to three texts at the places of the columns, by the top of each. */
function at(...rows: readonly (readonly [top: number, ...texts: string[]])[]): TextRow[] {
  return rows.map(([top, ...texts]) =>
    rowOf(texts.flatMap((text, column) => (text === '' ? [] : [segmentOf(text, 100 * column, top)]))),
  )
}

/** The texts of each row, by column, those of one cell one after another; `+` for those that also belong to the next. */
function told(groups: readonly RowGroup[]): string[] {
  return groups.map(({ segments, alsoNext }) =>
    columns
      .map((_, column) =>
        segments
          .filter((one) => Math.round(one.from / 100) === column)
          .sort((a, b) => a.top - b.top)
          .map((one) => `${one.text}${alsoNext.includes(one) ? '+' : ''}`)
          .join(' '),
      )
      .join('|'),
  )
}

const of = (rows: readonly TextRow[], separators: readonly number[] = [], namesSpan = false): string[] =>
  told(toRowGroups(rows, columns, separators, namesSpan))

describe('rows without lines between them', () => {
  it('are those of the text', () => {
    expect(of(at([0, 'North', 'shop', '5'], [12, 'South', 'web', '6'], [24, 'West', 'shop', '7']))).toEqual([
      'North|shop|5',
      'South|web|6',
      'West|shop|7',
    ])
    expect(of([])).toEqual([])
  })

  it('go on over lines of words below words, with no name and no number of their own', () => {
    const goesOn = at(
      [0, 'North', 'a shop', '5'],
      [12, '', 'and more'],
      [24, 'South', 'web', '6'],
      [36, 'West', 'x', '7'],
    )
    expect(of(goesOn)).toEqual(['North|a shop and more|5', 'South|web|6', 'West|x|7'])
    const named = at([0, 'North', 'a shop', '5'], [12, 'or', 'more'], [24, 'South', 'web', '6'], [36, 'West', 'x', '7'])
    expect(of(named)).toHaveLength(4)
    // In a table of words alone, only where the line leaves something out.
    const words = [
      [24, 'South', 'web', 'b'],
      [36, 'West', 'x', 'c'],
    ] as const
    expect(of(at([0, 'North', 'a shop', 'a'], [12, '', 'and', 'more'], ...words))).toHaveLength(3)
    expect(of(at([0, '', 'a shop', 'a'], [12, '', 'and', 'more'], ...words))).toHaveLength(4)
    const counted = at(
      [0, 'North', 'a shop', '5'],
      [12, '', 'more', '3'],
      [24, 'South', 'web', '6'],
      [36, 'West', 'x', '7'],
    )
    expect(of(counted)).toHaveLength(4)
  })

  it('are told by the white between them where there are clearly two kinds of it', () => {
    // Two points within a cell, eight between rows.
    const rows = at(
      [0, 'North', 'a shop', '5'],
      [12, 'and East', 'x'],
      [30, 'South', 'web', '6'],
      [42, 'too'],
      [60, 'West', 'x', '7'],
    )
    expect(of(rows)).toEqual(['North and East|a shop x|5', 'South too|web|6', 'West|x|7'])
    // With numbers in both, they are two rows all the same.
    const both = at(
      [0, 'North', 'a', '5'],
      [12, 'East', 'x', '9'],
      [30, 'South', 'web', '6'],
      [42, 'too'],
      [60, 'West', 'x', '7'],
    )
    expect(of(both)).toEqual(['North|a|5', 'East|x|9', 'South too|web|6', 'West|x|7'])
  })

  it('are not told by one wide gap alone', () => {
    const rows = at([0, 'North', 'a', '5'], [12, 'East', 'x', '9'], [24, 'South', 'web', ''], [50, 'West', 'x', '7'])
    expect(of(rows)).toHaveLength(4)
  })
})

describe('lines between nearly all rows', () => {
  it('make all between two of them one row', () => {
    const rows = at(
      [0, 'North', 'a shop', '5'],
      [12, 'and East'],
      [30, 'South', 'web', '6'],
      [42, '', 'more'],
      [60, 'West', 'x', '7'],
    )
    expect(of(rows, [26, 56])).toEqual(['North and East|a shop|5', 'South|web more|6', 'West|x|7'])
  })

  it('are passed over where most of them have several rows between them', () => {
    const rows = at(
      [0, 'North', 'a', '5'],
      [12, 'East', 'b', '4'],
      [30, 'South', 'c', '6'],
      [42, 'Far', 'd', '3'],
      [60, 'West', 'e', '7'],
    )
    expect(of(rows, [26, 56])).toHaveLength(5)
  })

  it('do not join the rows of names before the first of them, where these stand over several columns', () => {
    const rows = at(
      ...([
        [0, '', 'Sales', ''],
        [12, 'Region', 'shop', 'web'],
        [24, 'South', '5', '6'],
        [36, 'West', '3', '7'],
        [48, 'East', '4', '8'],
      ] as const),
    )
    const lines = [23, 35, 47]
    expect(of(rows, lines)[0]).toBe('Region|Sales shop|web')
    expect(of(rows, lines, true).slice(0, 3)).toEqual(['|Sales|', 'Region|shop|web', 'South|5|6'])
  })
})

describe('rows of which some are set apart by lines', () => {
  it('are as the text has them where one of three bands alone has a single row', () => {
    const rows = at(
      ...([
        [0, 'North', 'a', '5'],
        [12, 'East', 'b', '4'],
        [24, 'South', 'c', '6'],
        [36, 'Far', 'd', '3'],
        [48, 'West', 'e', '7'],
        [60, 'and more'],
      ] as const),
    )
    expect(of(rows, [23, 47])).toHaveLength(6)
    expect(of(rows.slice(4), [])).toHaveLength(2)
  })

  it('are one between each two of three lines', () => {
    const rows = at(
      ...([
        [0, 'North', 'a', '5'],
        [12, 'and East'],
        [24, 'South', 'c', '6'],
        [36, 'too'],
        [48, 'West', 'e', '7'],
      ] as const),
    )
    expect(of(rows, [23, 47])).toEqual(['North and East|a|5', 'South too|c|6', 'West|e|7'])
    expect(of(rows, [23])).toHaveLength(5)
  })

  it('are two where a band has two whole rows, though all other bands have one', () => {
    const rows = at(
      ...([
        [0, 'North', 'a', '5'],
        [12, 'East', 'b', '4'],
        [24, 'South', 'c', '6'],
        [36, 'Far', 'd', '3'],
        [48, 'West', 'e', '7'],
      ] as const),
    )
    expect(of(rows, [23, 35, 47])).toHaveLength(5)
  })

  it('keep two rows of names apart where a name stands half way between them', () => {
    const rows = at(
      ...([
        [0, '', 'Sales', ''],
        [9.5, 'Region', '', 'n'],
        [19, '', 'shop', ''],
        [40, 'North', 'x', '5'],
        [52, 'South', 'y', '6'],
        [64, 'West', 'z', '6'],
      ] as const),
    )
    expect(of(rows, [35, 51, 63]).slice(0, 2)).toEqual(['Region+|Sales|n+', '|shop|'])
  })
})

describe('white of several kinds', () => {
  it('joins lines as full as those above them, where these leave a column empty', () => {
    const rows = at(
      ...([
        [0, 'North', 'a shop'],
        [12, 'and East', 'of ours'],
        [30, 'South', 'web'],
        [42, 'too', 'or not'],
        [60, 'West', 'x', '7'],
      ] as const),
    )
    expect(of(rows)).toEqual(['North and East|a shop of ours|', 'South too|web or not|', 'West|x|7'])
  })

  it('is told at its clearest step', () => {
    // Two points within a cell, eight between rows, twenty between parts.
    const rows = at(
      ...([
        [0, 'one', 'a'],
        [12, 'more'],
        [30, 'two', 'b'],
        [48, 'three', 'c'],
        [78, 'four', 'd'],
        [108, 'five', 'e'],
      ] as const),
    )
    expect(of(rows)).toEqual(['one more|a|', 'two|b|', 'three|c|', 'four|d|', 'five|e|'])
  })
})

describe('texts of one row that run into each other', () => {
  it('are one row: a name of two lines beside one in their middle', () => {
    const rows = at(
      [0, 'North', '', ''],
      [5, '', 'shop', '5'],
      [10, 'and East', '', ''],
      [30, 'South', 'web', '6'],
      [42, 'West', 'x', '7'],
    )
    expect(of(rows)).toEqual(['North and East|shop|5', 'South|web|6', 'West|x|7'])
  })

  it('are two where a name stands half way between rows of others: it belongs to both', () => {
    const rows = at(
      [0, '', 'Sales', ''],
      [9.5, 'Region', '', 'n'],
      [19, '', 'shop', ''],
      [40, 'North', 'x', '5'],
      [52, 'South', 'y', '6'],
    )
    expect(of(rows)).toEqual(['Region+|Sales|n+', '|shop|', 'North|x|5', 'South|y|6'])
  })

  it('are not where either of the two has text in the column of the name', () => {
    for (const [before, after] of [
      ['Year', ''],
      ['', 'Year'],
    ] as const) {
      const rows = at(
        [0, before, 'Sales', ''],
        [9.5, 'Region', '', 'n'],
        [19, after, 'shop', ''],
        [40, 'North', 'x', '5'],
        [52, 'South', 'y', '6'],
      )
      expect(of(rows).join()).not.toContain('+')
    }
  })

  it('are not where there is white between the rows', () => {
    const rows = at([0, '', 'Sales', ''], [12, 'Region', '', 'n'], [24, '', 'shop', ''], [40, 'North', 'x', '5'])
    expect(of(rows).join()).not.toContain('+')
  })
})

it('the columns that a row fills are those its texts are nearest to or stand in', () => {
  const [group] = toRowGroups([rowOf([segmentOf('x'.repeat(22), 0, 0)])], columns, [], false)
  if (group === undefined) throw new Error('no row')
  expect([...filledColumns(group, columns)]).toEqual([0, 1])
  const near = { ...group, segments: [segmentOf('x', 85, 0)] }
  expect([...filledColumns(near, columns)]).toEqual([0])
  expect([...filledColumns({ ...group, segments: [] }, columns)]).toEqual([])
})

it('rows merged have all texts and reach from the first to the last', () => {
  const [first, second] = toRowGroups(at([0, 'North', 'a', '5'], [12, 'East', 'b', '4']), columns, [], false)
  if (first === undefined || second === undefined) throw new Error('no rows')
  const also = { ...second, alsoNext: second.segments.slice(0, 1) }
  expect(mergedGroup([first, also])).toEqual({
    segments: [...first.segments, ...second.segments],
    alsoNext: also.alsoNext,
    top: 0,
    bottom: 22,
  })
})
