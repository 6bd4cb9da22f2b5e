/** What stands in columns without lines and is a table, and what is not, one reason each. */
import { describe, expect, it } from 'vitest'
import { looksLikeOther, looksLikeTable } from '../../../../../src/workers/pages/tables/looks-like-table.ts'
import { rowOf } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { gridOf, groupsOf, linesOf, segmentOf } from './written-grid.ts'

type Rows = readonly (readonly string[])[]

interface Setting {
  readonly underlined?: boolean
  readonly namedRows?: number
  readonly apart?: number
  readonly shift?: (row: number, column: number) => number
}

function isTable(
  rows: Rows,
  { underlined = false, namedRows = 0, apart = 12, shift = () => 0 }: Setting = {},
): boolean {
  const lines = linesOf(rows, apart, shift)
  return looksLikeTable(gridOf(rows, { namedRows }), groupsOf(lines), lines, underlined)
}

const numbers: Rows = [
  ['North', '12', '3.5'],
  ['South', '7', '4.1'],
  ['West', '31', '2.2'],
  ['East', '4', '9.9'],
]

describe('numbers in columns', () => {
  it('are a table from three rows on', () => {
    expect(isTable(numbers)).toBe(true)
    expect(isTable(numbers.slice(0, 3))).toBe(true)
    expect(isTable(numbers.slice(0, 2))).toBe(false)
  })

  it('need half of their places filled, and rows with two texts at least', () => {
    const sparse = numbers.map(([name = '', count = '']) => [name, count, '', '', ''])
    expect(isTable(sparse)).toBe(false)
    expect(isTable(sparse.map((row) => row.slice(0, 4)))).toBe(true)
    expect(isTable([...numbers.slice(0, 2), ['West', '', ''], ['East', '', '']])).toBe(false)
  })

  it('stand in line with each other', () => {
    expect(isTable(numbers, { shift: (row, column) => (column === 0 ? 0 : 3 * (row % 2)) })).toBe(true)
    expect(isTable(numbers, { shift: (row) => 17 * row })).toBe(false)
    // In whatever order: two of four at one place, two at another.
    expect(isTable(numbers, { shift: (row) => [0, 9, 18, 9][row] ?? 0 })).toBe(false)
  })

  it('beside one label need four rows, hardly a gap, and no order that an axis has', () => {
    const charges = [
      ['rent', '820'],
      ['power', '61'],
      ['water', '33'],
      ['phone', '12'],
    ]
    expect(isTable(charges)).toBe(true)
    expect(isTable(charges.slice(0, 3))).toBe(false)
    const axis = [
      ['one', '10'],
      ['two', '20'],
      ['three', '30'],
      ['four', '40%'],
      ['five', '50%'],
    ]
    expect(isTable(axis)).toBe(false)
    expect(isTable(axis, { underlined: true })).toBe(true)
    // Numbers on both sides are an axis, too.
    expect(
      isTable(
        [
          ['1', '82'],
          ['7', '61'],
          ['3', '33'],
          ['2', '12'],
        ],
        { underlined: true },
      ),
    ).toBe(false)
  })

  it('are a table where at least a third of the columns, or a line, say so', () => {
    const wide = numbers.map(([name = '', count = ''], row) => [
      name,
      `${name}ern`,
      'of us',
      'by sea',
      `in ${name}`,
      count + row,
    ])
    expect(isTable(wide)).toBe(false)
    expect(isTable(wide, { underlined: true })).toBe(true)
  })
})

describe('words in columns', () => {
  const words: Rows = [
    ['Ann', 'shop', 'Oslo'],
    ['Bob', 'web', 'Oslo'],
    ['Cid', 'shop', 'Bergen'],
    ['Dan', 'web', 'Bergen'],
  ]

  it('are a table where rows are apart and words come again, or where a line says so', () => {
    expect(isTable(words, { apart: 16 })).toBe(true)
    expect(isTable(words, { apart: 12 })).toBe(false)
    expect(isTable(words, { apart: 12, underlined: true })).toBe(true)
    const unlike = words.map((row, index) => row.map((text, column) => (column === 0 ? text : `${text} ${index}x`)))
    expect(isTable(unlike, { apart: 16 })).toBe(false)
  })

  it('need three columns, four rows and no gaps', () => {
    expect(
      isTable(
        words.map((row) => row.slice(0, 2)),
        { apart: 16, underlined: true },
      ),
    ).toBe(false)
    expect(isTable(words.slice(0, 3), { apart: 16, underlined: true })).toBe(false)
    expect(
      isTable(
        words.map(([a = '', b = '', c = ''], row) => [a, row < 2 ? '' : b, c]),
        { apart: 16 },
      ),
    ).toBe(false)
  })

  it('are not one where they are long', () => {
    const long = words.map((row) => row.map((text) => `${text} and a few more words`))
    expect(isTable(long, { apart: 16, underlined: true })).toBe(false)
    // On average more than 24 letters, of the texts that are there.
    const lettersEach = (letters: number) =>
      words.map((row, index) =>
        row.map((text, column) => (index === 3 && column === 2 ? '' : text.padEnd(letters, 'x'))),
      )
    expect(isTable(lettersEach(24), { underlined: true })).toBe(true)
    expect(isTable(lettersEach(25), { underlined: true })).toBe(false)
  })

  it('are not one where they are sentences', () => {
    const sentence = 'This goes on about the shops in the north'
    expect(isTable(numbers.map(([name = '', count = '']) => [name, sentence, count]))).toBe(true)
    expect(isTable(numbers.map(([, count = '']) => [sentence, sentence, count]))).toBe(false)
  })
})

describe('no table', () => {
  it('is a list by its marks', () => {
    for (const mark of ['•', '–', '(a)', '2.', '[3]', '1.2.', 'iv)']) {
      expect(isTable(numbers.map(([, , share = '']) => [mark, share])), mark).toBe(false)
    }
    expect(
      isTable(
        words().map((row) => ['•', ...row]),
        { apart: 16, underlined: true },
      ),
    ).toBe(false)
    // Marks before numbers in several columns count the rows of a table.
    expect(isTable(numbers.map(([, count = '', share = ''], row) => [`${row + 1}.`, count, share]))).toBe(true)
  })

  it('is no list where nothing stands in the place of the marks', () => {
    const rows = numbers.map(([name = '', , share = ''], row) => ['', name, `b${row}`, `c${row}`, share])
    expect(isTable(rows, { underlined: true })).toBe(true)
  })

  it('is a list of contents, by its pages or its dots', () => {
    const contents = [
      ['Introduction', '3'],
      ['Methods', '7'],
      ['Results', '9'],
      ['Ends', '12'],
    ]
    expect(looksLikeOther(gridOf(contents))).toBe(true)
    expect(looksLikeOther(gridOf(contents.map(([title = '', page = '']) => [title, `${page}.5`])))).toBe(false)
    expect(looksLikeOther(gridOf([...contents].reverse()))).toBe(false)
    expect(looksLikeOther(gridOf(contents.slice(0, 2)))).toBe(false)
    expect(looksLikeOther(gridOf(contents.map(([title = '']) => [title, '4'])))).toBe(false)
    expect(looksLikeOther(gridOf(contents.map(([title = ''], row) => [`${row + 1}`, title, '4'])))).toBe(true)
    expect(
      looksLikeOther(
        gridOf([
          ['Methods ......', 'x'],
          ['Results . . . . . .', 'y'],
          ['Ends', 'z'],
        ]),
      ),
    ).toBe(true)
    expect(
      looksLikeOther(
        gridOf([
          ['Methods ...', 'x'],
          ['Results', 'y'],
          ['Ends', 'z'],
        ]),
      ),
    ).toBe(false)
  })

  it('is code, a form or a block of addresses', () => {
    const beside = (text: string): Rows => numbers.map(([, count = '', share = '']) => [text, count, share])
    for (const text of ['x = 1;', 'f() {', '// note', 'a => b', 'a == b', '--help', '<div>']) {
      expect(isTable(beside(text)), text).toBe(false)
      expect(looksLikeOther(gridOf(beside(text))), text).toBe(true)
    }
    for (const text of ['Name:', '______', '☐ yes']) expect(isTable(beside(text)), text).toBe(false)
    expect(isTable(beside('at 8:30'))).toBe(true)
    for (const text of ['ann@example.org', 'https://example.org']) expect(isTable(beside(text)), text).toBe(false)
    expect(isTable(beside('x = 1'))).toBe(true)
    expect(looksLikeOther(gridOf(numbers))).toBe(false)
  })
})

function words(): string[][] {
  return ['shop', 'web', 'shop', 'web'].map((kind, row) => [kind, ['Ann', 'Bob', 'Cid', 'Dan'][row] ?? ''])
}

describe('how much of something makes it so', () => {
  it('a column is of data where six in ten texts are', () => {
    const mixed = (data: number): Rows =>
      ['Ann', 'Bob', 'Cid', 'Dan', 'Eve'].map((name, row) => [
        name,
        row < data ? `${3 * row}.5` : 'none of it',
        'a shop',
      ])
    expect(isTable(mixed(3))).toBe(true)
    expect(isTable(mixed(2))).toBe(false)
  })

  it('words come again where seven in ten are all there are', () => {
    const rows = (different: number): Rows =>
      Array.from({ length: 10 }, (_, row) => [
        `name ${'abcdefghij'[row]}`,
        `kind ${'abcdefghij'[row % different]}`,
        `of ${'abcdefghij'[row]}`,
      ])
    expect(isTable(rows(7), { apart: 16 })).toBe(true)
    expect(isTable(rows(8), { apart: 16 })).toBe(false)
  })

  it('rows are apart where the white between most of them is', () => {
    const rows: Rows = ['Ann', 'Bob', 'Cid', 'Dan', 'Eve'].map((name, row) => [
      name,
      row % 2 === 0 ? 'shop' : 'web',
      'Oslo',
    ])
    const withGaps = (...gaps: number[]): boolean => {
      const tops = [0]
      for (const gap of gaps) tops.push((tops.at(-1) ?? 0) + 10 + gap)
      const lines = rows.map((row, index) =>
        rowOf(row.map((content, column) => segmentOf(content, 100 * column, tops[index] ?? 0))),
      )
      return looksLikeTable(gridOf(rows), groupsOf(lines), lines, false)
    }
    expect(withGaps(1, 6, 1, 6)).toBe(true)
    expect(withGaps(6, 1, 6, 1)).toBe(true)
    expect(withGaps(1, 1, 6, 1)).toBe(false)
    expect(withGaps(4.5, 4.5, 4.5, 4.5)).toBe(true)
    expect(withGaps(4.4, 4.4, 4.4, 4.4)).toBe(false)
  })

  it('pages may fall once in thirteen', () => {
    expect(looksLikeOther(gridOf(numbers.map(([name = '', count = '']) => [`${name} in kW·h`, count])))).toBe(false)
    const titled = (odd: number, title: string): boolean =>
      looksLikeOther(gridOf(Array.from({ length: 10 }, (_, row) => [row < odd ? '5 €' : title, String(3 + 4 * row)])))
    expect([titled(1, 'Title'), titled(2, 'Title'), titled(0, 'ab'), titled(0, 'a')]).toEqual([
      true,
      false,
      true,
      false,
    ])
    const contents = (count: number): boolean =>
      looksLikeOther(gridOf(Array.from({ length: count }, (_, row) => ['Title', String(row === 1 ? 1 : 3 + 4 * row)])))
    expect(contents(13)).toBe(true)
    expect(contents(12)).toBe(false)
  })

  it('a mark of a list is nothing but a mark', () => {
    const labelled = (mark: (row: number) => string): boolean =>
      isTable(numbers.map(([, , share = ''], row) => [mark(row), share]))
    for (const mark of ['12.3', '12.3.4', '1.10', '(12)', '☐'])
      expect(
        labelled(() => mark),
        mark,
      ).toBe(false)
    for (const name of ['–North', '1.y', '•a', '[3] b'])
      expect(
        labelled(() => name),
        name,
      ).toBe(true)
  })

  it('dots lead to pages in three of ten rows', () => {
    const rows = (leaders: number): Rows =>
      Array.from({ length: 10 }, (_, row) => [row < leaders ? 'Methods ......' : 'Methods', 'x'])
    expect(looksLikeOther(gridOf(rows(3)))).toBe(true)
    expect(looksLikeOther(gridOf(rows(2)))).toBe(false)
  })

  it('pages are four in five of the last column, and titles all else but what is empty', () => {
    const contents = (...pages: string[]): boolean =>
      looksLikeOther(gridOf(pages.map((page, row) => ['Part', row === 1 ? '' : 'Title', page])))
    expect(contents('3', '7', '9', '12', 'z')).toBe(true)
    expect(contents('3', '7', '9', 'y', 'z')).toBe(false)
    expect(contents('103', '107', '109')).toBe(true)
    expect(contents('a3', 'a7', 'a9', '11', '12', '13')).toBe(false)
    expect(contents('4', '4', '9')).toBe(true)
    expect(contents('3', '7')).toBe(false)
    expect(
      looksLikeOther(
        gridOf([
          ['1250', '3'],
          ['1260', '7'],
          ['1270', '9'],
        ]),
      ),
    ).toBe(false)
  })

  it('numbers that only seem to rise are those of a table', () => {
    for (const last of ['3 %', '3.5', '-3']) {
      const charges = ['rent', 'power', 'water', 'phone'].map((name, row) => [name, row === 3 ? last : '3'])
      expect(isTable(charges), last).toBe(true)
    }
  })

  it('places without text are no texts that are not code', () => {
    const rows = Array.from({ length: 5 }, (_, row) => [
      row === 0 ? 'let x = 1;' : 'North',
      '',
      row === 4 ? 'f() {' : '',
      '',
    ])
    expect(looksLikeOther(gridOf(rows))).toBe(true)
  })

  it('code is three texts in twenty, a form one in five, addresses one in ten', () => {
    const cells = (special: string, count: number, of: number): Rows =>
      Array.from({ length: 4 }, (_, row) =>
        Array.from({ length: of / 4 }, (_, column) =>
          row + 4 * column < count ? special : column === 0 ? 'North' : `${(7 * row + column) % 5}.${row}`,
        ),
      )
    expect(looksLikeOther(gridOf(cells('x = 1;', 3, 20)))).toBe(true)
    expect(looksLikeOther(gridOf(cells('x = 1;', 2, 20)))).toBe(false)
    expect(looksLikeOther(gridOf(cells('pre-war', 4, 20)))).toBe(false)
    expect(isTable(cells('Name:', 4, 20))).toBe(false)
    expect(isTable(cells('Name:', 3, 20))).toBe(true)
    expect(isTable(cells('a@b.org', 2, 20))).toBe(false)
    expect(isTable(cells('a@b.org', 1, 20))).toBe(true)
  })
})
