/** Which rows are a header, by the one thing that shows it. */
import { describe, expect, it } from 'vitest'
import { headerNames, headerOf } from '../../../../../src/workers/pages/tables/headers.ts'
import { gridOf } from './written-grid.ts'

const data = [
  ['North', '12', '3.5'],
  ['South', '7', '4.1'],
  ['West', '31', '2.2'],
]
const plain = (rows: readonly (readonly string[])[]): (string | null)[] => rows.map(() => null)
const of = (rows: readonly (readonly string[])[], change: Parameters<typeof gridOf>[1] = {}) =>
  headerOf(gridOf(rows, change), plain(rows))

describe('a header is shown', () => {
  it('by words over data', () => {
    expect(of([['Region', 'Count', 'Share'], ...data])).toEqual({ rows: 1, shown: true })
    expect(of([['', 'Count', 'Share'], ...data])).toEqual({ rows: 1, shown: true })
    expect(
      of([
        ['Region', 'Count'],
        ['North', '12'],
      ]),
    ).toEqual({ rows: 1, shown: true })
    // Dashes are no words, whichever they are.
    expect(of([['–', '—', '-'], ...data])).toEqual({ rows: 0, shown: false })
    expect(of([['–', '–', '–'], ...data])).toEqual({ rows: 0, shown: false })
    expect(of([['Region', 'Number', 'Mean'], ['', 'of cases', 'share'], ...data])).toEqual({ rows: 2, shown: true })
  })

  it('not by a heading of the rows below it, which has no name over the data', () => {
    expect(of([['Region', 'Count', 'Share'], ['Europe', '', ''], ...data])).toEqual({ rows: 1, shown: true })
  })

  it('by years, unless years are what the column holds', () => {
    expect(of([['Region', '2023', '2024'], ...data])).toEqual({ rows: 1, shown: true })
    const years = [
      ['Oslo', '1994'],
      ['Bergen', '2001'],
      ['Molde', '2010'],
    ]
    expect(of([['Narvik', '1987'], ...years])).toEqual({ rows: 0, shown: false })
  })

  it('by the only line across the table', () => {
    const rows = [
      ['Region', 'Kind'],
      ['', 'of sale'],
      ['North', 'shop'],
      ['South', 'web'],
      ['West', 'shop'],
    ]
    const ruledBelow = [false, true, false, false, true]
    expect(of(rows, { ruledBelow })).toEqual({ rows: 2, shown: true })
    // Lines below every row show none.
    expect(of(rows, { ruledBelow: [true, true, true, true, true] })).toEqual({ rows: 1, shown: false })
    expect(of([['Region', 'Kind'], ...rows.slice(2)], { ruledBelow: [true, true, true, true] })).toEqual({
      rows: 1,
      shown: false,
    })
  })

  it('not by a line so far down that what is above it cannot be names', () => {
    const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((text) => [text, `${text}x`])
    const below = (row: number): boolean[] => words.map((_, index) => index === row)
    expect(of(words, { ruledBelow: below(3) })).toEqual({ rows: 4, shown: true })
    expect(of(words, { ruledBelow: below(4) })).toEqual({ rows: 1, shown: false })
    // Nor by one above which there is data.
    expect(of([['Region', 'Count', 'Share'], ...data], { ruledBelow: [false, true, false, false] })).toEqual({
      rows: 1,
      shown: true,
    })
  })

  it('not by more than four rows, and not by a place left empty', () => {
    const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((text) => [text, `${text}x`])
    const grey = (count: number) =>
      headerOf(
        gridOf(words),
        words.map((_, row) => (row < count ? 'grey' : null)),
      )
    expect(grey(4)).toEqual({ rows: 4, shown: true })
    expect(grey(5)).toEqual({ rows: 1, shown: false })
    const long = (count: number) => of(words.map(([a = '', b = ''], row) => [row > 0 && row < count ? '^' : a, b]))
    expect(long(4)).toEqual({ rows: 4, shown: true })
    expect(long(5)).toEqual({ rows: 1, shown: false })
    expect(
      of([
        ['Region', '', '<'],
        ['North', 'a', 'b'],
        ['South', 'c', 'd'],
        ['West', 'e', 'f'],
      ]),
    ).toEqual({ rows: 0, shown: false })
  })

  it('by a ground that no other row has', () => {
    const rows = [
      ['Region', 'Kind'],
      ['North', 'shop'],
      ['South', 'web'],
      ['West', 'shop'],
    ]
    const shadedLike = (...shades: (string | null)[]) => headerOf(gridOf(rows), shades)
    expect(shadedLike('grey', null, null, null)).toEqual({ rows: 1, shown: true })
    expect(shadedLike('grey', 'grey', 'white', 'white')).toEqual({ rows: 2, shown: true })
    expect(shadedLike('grey', 'white', 'grey', 'white')).toEqual({ rows: 1, shown: false })
    expect(shadedLike('grey', 'grey', 'grey', 'grey')).toEqual({ rows: 1, shown: false })
    expect(shadedLike(null, 'grey', 'grey', 'grey')).toEqual({ rows: 1, shown: false })
  })

  it('by a name over several columns, and goes on below it', () => {
    const rows = [
      ['Region', 'Sales', '<'],
      ['^', 'shop', 'web'],
      ['North', 'many', 'few'],
      ['South', 'few', 'few'],
    ]
    expect(of(rows)).toEqual({ rows: 2, shown: true })
    const title = [
      ['All of them', '<', '<'],
      ['North', 'many', 'few'],
      ['South', 'few', 'few'],
    ]
    expect(of(title).shown).toBe(false)
  })

  it('by a name over several columns alone, or over several rows from the first', () => {
    const words = [
      ['North', 'many', 'few'],
      ['South', 'few', 'few'],
      ['West', 'few', 'many'],
    ]
    expect(of([['Region', 'Sales', '<'], ['name', 'shop', 'web'], ...words])).toEqual({ rows: 2, shown: true })
    expect(of([['Region', 'Kind', 'of'], ['^', 'of sale', 'it'], ...words])).toEqual({ rows: 2, shown: true })
    // A name that goes down a whole column, or begins below the first row, shows none.
    expect(
      of([
        ['Region', 'Kind'],
        ['^', 'shop'],
        ['^', 'web'],
      ]),
    ).toEqual({ rows: 1, shown: false })
    expect(of([['Region', 'Sales', '<'], ['name', 'shop', 'web'], ['^', 'or', 'not'], ...words])).toEqual({
      rows: 2,
      shown: true,
    })
    // Nor one below which nothing is left.
    expect(
      of([
        ['Region', 'Sales', '<'],
        ['^', 'shop', 'web'],
      ]),
    ).toEqual({ rows: 0, shown: false })
  })

  it('by how its rows are set, where that is known', () => {
    const rows = [
      ['Region', 'Kind'],
      ['name', 'of sale'],
      ['North', 'shop'],
      ['South', 'web'],
      ['West', 'shop'],
    ]
    // A line that leaves out one of the two rows of names does not count.
    expect(of(rows, { namedRows: 2, ruledBelow: [true, false, false, false, false] }).rows).not.toBe(3)
    expect(of(rows, { namedRows: 2, ruledBelow: [false, true, false, false, false] })).toEqual({ rows: 2, shown: true })
  })
})

describe('a header is taken for one', () => {
  it('where every column has a name of its own, and nothing speaks against it', () => {
    const words = [
      ['North', 'shop'],
      ['South', 'web'],
    ]
    expect(of([['Region', 'Kind'], ...words])).toEqual({ rows: 1, shown: false })
    expect(of([['Region', 'Region'], ...words])).toEqual({ rows: 0, shown: false })
    expect(of([['Region', ''], ...words])).toEqual({ rows: 0, shown: false })
    expect(of([['Region', '12'], ...words])).toEqual({ rows: 0, shown: false })
  })

  it('nowhere in a table of one row, or of data alone', () => {
    expect(of([['Region', 'Kind']])).toEqual({ rows: 0, shown: false })
    expect(of(data)).toEqual({ rows: 0, shown: false })
  })
})

it('names of several rows stand behind each other, each once', () => {
  expect(
    headerNames([
      ['Sales', 'Sales', ''],
      ['shop', 'Sales', 'web'],
    ]),
  ).toEqual(['Sales shop', 'Sales', 'web'])
  expect(
    headerNames([
      ['a', 'b', 'a'],
      ['b', 'b', ''],
      ['a', 'c', 'a'],
    ]),
  ).toEqual(['a b a', 'b c', 'a'])
  expect(headerNames([['a'], ['', 'b']])).toEqual(['a', 'b'])
  expect(headerNames([])).toEqual([])
})
