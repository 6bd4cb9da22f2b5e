/** Tables that lines across set apart. */
import { describe, expect, it } from 'vitest'
import type { Fragment } from '../../../../../src/workers/pages/layout/fragment.ts'
import { edgesOfLines } from '../../../../../src/workers/pages/tables/edges.ts'
import { textsOf } from '../../../../../src/workers/pages/tables/grid.ts'
import { partlyRuledTables } from '../../../../../src/workers/pages/tables/partly-ruled.ts'
import { standsIn } from '../../../../../src/workers/pages/tables/rows-beyond.ts'
import type { Ruling } from '../../../../../src/workers/pages/tables/ruling.ts'
import { rowOf, toTextRows } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { across, down, text, texts } from './made-page.ts'
import { segmentOf } from './written-grid.ts'

const xs = [55, 155, 255]
const header = ['Region', 'Units', 'Share']
const data = [
  ['North', '120', '4.5'],
  ['South', '85', '3.1'],
  ['West', '240', '9.0'],
]
const all = [header, ...data]
/** Baselines at 114, 130, 146 and 162: the last row ends at 164. */
const written = texts(xs, 114, 16, all)
const lines = (...places: number[]): Ruling[] => places.map((at) => across(at, 50, 350))
const none = { horizontal: [], vertical: [] }

const find = (fragments: readonly Fragment[], drawn: readonly Ruling[]) =>
  partlyRuledTables(toTextRows(fragments), edgesOfLines(drawn), none)
const read = (fragments: readonly Fragment[], drawn: readonly Ruling[]): string[][][] =>
  find(fragments, drawn).map(({ grid }) => textsOf(grid))

describe('lines above, under the header and below', () => {
  it('are a table, as large as lines and text are', () => {
    const [table] = find(written, lines(100, 119, 170))
    expect(table).toMatchObject({ left: 50, right: 350, top: 100, bottom: 170 })
    expect(table?.rows).toHaveLength(4)
    expect(table?.grid).toMatchObject({ found: 'ruled', namedRows: 1 })
    expect(read(written, lines(100, 119, 170))).toEqual([all])
  })

  it('may be grounds', () => {
    const shaded = edgesOfLines(lines(100, 119, 170))
    expect(partlyRuledTables(toTextRows(written), none, shaded).map(({ grid }) => textsOf(grid))).toEqual([all])
  })

  it('may be double', () => {
    expect(read(written, lines(100, 103.5, 119, 122.5, 170))).toEqual([all])
    expect(find(written, lines(100, 103.5, 119, 122.5, 170))[0]).toMatchObject({ top: 100, bottom: 170 })
    // A line far from the next, with no text between, is not of it.
    expect(find(written, lines(60, 100, 119, 170, 210))[0]).toMatchObject({ top: 100, bottom: 170 })
  })

  it('may leave out the last one: what goes on in the same columns belongs to it', () => {
    expect(read(written, lines(100, 119))).toEqual([all])
    expect(find(written, lines(100, 119))[0]).toMatchObject({ top: 100, bottom: 164 })
    // Not a text that stands across two of them, nor what comes after it.
    const more = [text(160, 178, 'x'.repeat(23)), text(300, 178, 'y'), ...texts(xs, 194, 16, [['East', '7', '8']])]
    expect(read([...written, ...more], lines(100, 119, 152))).toEqual([all])
    // Nor a note, which is one text alone, nor what stands too far below.
    expect(read([...written, text(55, 178, 'note')], lines(100, 119, 152))).toEqual([all])
    expect(read([...written, ...texts(xs, 190, 16, [['East', '7', '8']])], lines(100, 119))).toEqual([all])
  })

  it('have two lines at least, forty points long, that begin and end together', () => {
    expect(find(written, lines(100))).toEqual([])
    expect(find(written, [across(100, 50, 350), across(170, 50, 320)])).toEqual([])
    expect(find(written, [across(100, 50, 350), across(170, 90, 350)])).toEqual([])
    expect(find(written, [across(100, 50, 350), across(170, 54, 346)])).toHaveLength(1)
    const narrow = texts([50, 75], 114, 16, [
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ])
    const long = (to: number) => find(narrow, [across(100, 50, to), across(160, 50, to)])
    expect(long(90)).toHaveLength(1)
    expect(long(89.9)).toEqual([])
  })
})

describe('text beside the lines', () => {
  it('is not of the table', () => {
    const beside = [...texts([5, 380], 130, 16, [['left', 'right']]), ...written]
    expect(read(beside, lines(100, 119, 170))).toEqual([all])
  })

  it('takes its row out of the table where it runs over their end', () => {
    const over = [...written, text(335, 146, 'x'.repeat(8))]
    expect(read(over, lines(100, 119, 170))).toEqual([[header, data[0], data[2]]])
  })
})

describe('a short line under a name', () => {
  const rows = [text(55, 114, 'Area'), text(157, 114, 'Sale'), ...texts(xs, 130, 16, all)]
  const named = (...drawn: readonly Ruling[]): number[] =>
    find(rows, [...lines(100, 136, 188), ...drawn]).flatMap(({ grid }) =>
      grid.cells.filter((cell) => cell.text === 'Sale').map((cell) => cell.columns),
    )

  it('says which columns it is of, if it is in the table and shorter than that', () => {
    expect(named()).toEqual([1])
    expect(named(across(118, 150, 300))).toEqual([2])
    expect(named(across(94, 150, 300))).toEqual([1])
    expect(named(across(118, 150, 182))).toEqual([1])
  })
})

describe('rows above the first line', () => {
  it('are its names where data stands right below that line', () => {
    expect(read(written, lines(119, 136, 152, 170))).toEqual([all])
  })

  it('are not of it where names stand below that line', () => {
    const title = texts([55, 255], 94, 16, [['All of it', 'in 2023']])
    expect(read([...title, ...written], lines(100, 119, 170))).toEqual([all])
  })

  it('are not of it where they are a heading, a caption, or far away', () => {
    const under = lines(119, 136, 152, 170)
    const body = texts(xs, 130, 16, data)
    for (const above of [
      [text(55, 114, 'A heading')],
      [text(55, 114, 'Table 1'), text(155, 114, 'of it')],
      texts(xs, 95, 16, [header]),
    ])
      expect(read([...above, ...body], under)).toEqual([data])
  })
})

describe('what lines are drawn around and is no table', () => {
  const sentence = 'the harbour reports that traffic through the outer basin grew'

  it('is sentences, as many as three in ten rows', () => {
    const rows = (sentences: number) => [
      ...texts(xs, 114, 14, all),
      ...Array.from({ length: sentences }, (_, index) => text(55, 170 + 14 * index, sentence.slice(0, 40))),
    ]
    expect(find(rows(1), lines(100, 240))).toHaveLength(1)
    expect(find(rows(2), lines(100, 240))).toEqual([])
  })

  it('is labels of a picture: rows five heights apart and more, with no line between', () => {
    const apart = (distance: number) => find(texts(xs, 114, distance, all), lines(100, 400))
    expect(apart(60)).toHaveLength(1)
    expect(apart(61)).toEqual([])
  })

  it('is words a space apart, each marked', () => {
    const rows = (word: string, count = 6) => {
      const places = Array.from({ length: count }, (_, index) => 55 + 31 * index)
      return texts(
        places,
        114,
        16,
        Array.from({ length: 4 }, () => places.map(() => word)),
      )
    }
    expect(find(rows('words'), lines(100, 170))).toEqual([])
    expect(find(rows('words', 5), lines(100, 170))).toEqual([])
    expect(find(rows('12345'), lines(100, 170))).toHaveLength(1)
  })

  it('is two rows of words; with a number they are a table', () => {
    const two = (value: string) => find(texts(xs, 114, 16, [header, ['North', value, 'many']]), lines(100, 119, 140))
    expect(two('few')).toEqual([])
    expect(two('12')).toHaveLength(1)
    expect(
      find(texts(xs, 114, 16, [header, ['North', 'few', 'many'], ['South', 'few', 'none']]), lines(100, 119, 160)),
    ).toHaveLength(1)
  })

  it('is words in one column, unless a line down divides them', () => {
    const words = texts([55, 86], 114, 16, [
      ['names', 'kinds'],
      ['north', 'shops'],
      ['south', 'shops'],
      ['wests', 'webs'],
    ])
    expect(find(words, lines(100, 119, 170))).toEqual([])
    expect(read(words, [...lines(100, 119, 170), down(83, 100, 170)])[0]?.[1]).toEqual(['north', 'shops'])
    // One that ends above it does not.
    expect(find(words, [...lines(100, 119, 170), down(83, 60, 104)])).toEqual([])
  })
})

describe('lines of several widths around the same text', () => {
  it('are one table: that of the most lines, or of the widest', () => {
    const inner = lines(100, 119, 170)
    const outer = [across(98, 40, 360), across(135, 40, 360)]
    expect(read(written, [...outer, ...inner])).toEqual([all])
    const narrow = [across(98, 50, 220), across(172, 50, 220)]
    const wide = [across(100, 50, 350), across(170, 50, 350)]
    expect(find(written, [...narrow, ...wide]).map(({ grid }) => grid.columns.length)).toEqual([3])
  })

  it('are two tables where they stand side by side', () => {
    const right = texts([365, 455, 515], 114, 16, all)
    const other = [100, 119, 170].map((at) => across(at, 360, 560))
    expect(read([...written, ...right], [...lines(100, 119, 170), ...other])).toEqual([all, all])
  })
})

describe('rows of names', () => {
  it('are those above the second line, or the first alone where these are more than four', () => {
    const named = (count: number) => {
      const names = Array.from({ length: count }, (_, row) =>
        xs.map((_, column) => `n${'abcdef'[row]}${'xyz'[column]}`),
      )
      const fragments = texts(xs, 114, 16, [...names, ...data])
      const second = 119 + 16 * (count - 1)
      return find(fragments, lines(100, second, second + 60))[0]?.grid.namedRows
    }
    expect([1, 2, 4, 5].map(named)).toEqual([1, 2, 4, 1])
  })
})

it('a row stands in columns where no text of it stands in two, by half its height', () => {
  const columns = [
    { from: 0, to: 50 },
    { from: 60, to: 100 },
  ]
  const stands = (...segments: (readonly [from: number, letters: number])[]) =>
    standsIn(rowOf(segments.map(([from, letters]) => segmentOf('x'.repeat(letters), from, 0))), columns)
  expect(stands([0, 10], [60, 8])).toBe(true)
  expect(stands([0, 13], [80, 2])).toBe(true)
  expect(stands([0, 14], [80, 2])).toBe(false)
  expect(stands([0, 4], [40, 8])).toBe(false)
})
