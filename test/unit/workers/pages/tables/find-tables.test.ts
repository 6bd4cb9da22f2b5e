import { describe, expect, it } from 'vitest'
import { foundTableSchema } from '../../../../../src/shared/document/found-table.ts'
import { findTables } from '../../../../../src/workers/pages/tables/find-tables.ts'
import { findTurnedTables } from '../../../../../src/workers/pages/tables/turned-tables.ts'
import { across, down, gridLines, pageOf, rowsIn, text, texts } from './made-page.ts'

const columns = [55, 155, 255]
const body = [
  ['North', '120', '4.5'],
  ['South', '85', '3.1'],
  ['West', '240', '9.0'],
  ['East', '65', '2.2'],
]
const withHeader = [['Region', 'Units', 'Share'], ...body]
const sentence = 'the harbour reports that traffic through the outer basin grew again this year'

describe('tables with lines around their cells', () => {
  const xs = [50, 150, 250, 350]
  const ys = [100, 120, 140, 160, 180, 200]

  it('are read cell by cell, with the header told by the data below it', () => {
    const [table, ...others] = findTables(pageOf(texts(columns, 114, 20, withHeader), gridLines(xs, ys)))
    expect(others).toEqual([])
    expect(foundTableSchema.parse(table)).toMatchObject({ found: 'ruled', headerRows: 1, box: [50, 100, 350, 200] })
    expect(rowsIn(table)).toEqual(withHeader)
  })

  it('have cells merged where a line between them is missing', () => {
    const lines = [
      ...ys.map((y) => across(y, 50, 350)),
      ...[50, 150, 350].map((x) => down(x, 100, 200)),
      down(250, 120, 200),
    ]
    const rows = [['Region', '2020', ''], ['', 'Units', 'Share'], ...body.slice(0, 3)]
    const [table] = findTables(pageOf(texts(columns, 114, 20, rows), lines))
    expect(table?.headerRows).toBe(2)
    expect(table?.cells.find((cell) => cell.text === '2020')).toMatchObject({ row: 0, column: 1, rows: 1, columns: 2 })
  })

  it('keep empty cells, and join the lines of a cell by a space', () => {
    const fragments = [
      ...texts(columns, 112, 20, [withHeader[0] ?? [], ['', '1', '2'], ['South', '', '4'], ['East', '5', '']]),
    ]
    fragments.push(text(55, 186, 'and beyond'))
    const [table] = findTables(pageOf(fragments, gridLines(xs, [100, 118, 138, 158, 195])))
    expect(rowsIn(table)).toEqual([withHeader[0], ['', '1', '2'], ['South', '', '4'], ['East and beyond', '5', '']])
  })

  it('are cut at the lines where the text of two cells came in one piece', () => {
    const [first = [], ...rest] = body
    const joined = text(122, 114, `${first[0]} ${first[1]}`)
    const fragments = [joined, text(255, 114, first[2] ?? ''), ...texts(columns, 134, 20, rest)]
    const [table] = findTables(pageOf(fragments, gridLines(xs, ys.slice(0, 5))))
    expect(rowsIn(table)[0]).toEqual(['North', '120', '4.5'])
  })

  it('have a row a line of numbers where only the columns are ruled', () => {
    const lines = gridLines(xs, [100, 118, 190])
    const [table] = findTables(pageOf(texts(columns, 114, 16, withHeader), lines))
    expect(rowsIn(table)).toEqual(withHeader)
  })

  it('need no lines at the outside', () => {
    const lines = [...[120, 140, 160, 180].map((y) => across(y, 50, 350)), ...[150, 250].map((x) => down(x, 100, 200))]
    const [table] = findTables(pageOf(texts(columns, 114, 20, withHeader), lines))
    expect(rowsIn(table)).toEqual(withHeader)
  })

  it('read from the right where their text does', () => {
    const rows = [
      ['נתח', 'הכנסות', 'נמל'],
      ['4.5', '120', 'חיפה'],
      ['3.1', '85', 'אילת'],
    ]
    const [table] = findTables(pageOf(texts(columns, 114, 20, rows), gridLines(xs, ys.slice(0, 4))))
    expect(rowsIn(table)[1]).toEqual(['חיפה', '120', '4.5'])
  })

  it('are not made by a box around text or two boxes side by side', () => {
    const fragments = texts([55, 205], 114, 14, [
      [sentence.slice(0, 24), sentence.slice(24, 48)],
      ['and so it', 'went on'],
    ])
    expect(findTables(pageOf(fragments, gridLines([50, 350], [100, 160])))).toEqual([])
    expect(findTables(pageOf(fragments, gridLines([50, 200, 350], [100, 160])))).toEqual([])
  })
})

describe('tables with lines between some rows', () => {
  it('have the columns of their text and a header above the second line', () => {
    const lines = [across(100, 50, 350), across(119, 50, 350), across(188, 50, 350)]
    const [table] = findTables(pageOf(texts(columns, 114, 16, withHeader), lines))
    expect(table).toMatchObject({ found: 'ruled', headerRows: 1, headerShown: true })
    expect(rowsIn(table)).toEqual(withHeader)
  })

  it('take in names that stand above the first line', () => {
    const lines = [120, 140, 160, 180, 200].map((y) => across(y, 50, 350))
    const [table] = findTables(pageOf(texts(columns, 114, 20, withHeader), lines))
    expect(rowsIn(table)).toEqual(withHeader)
  })

  it('take a name in the middle of several columns for all of them', () => {
    const rows = [
      ['Region', 'Units', 'Share', 'Units', 'Share'],
      ...body.map((row) => [...row, row[1] ?? '', row[2] ?? '']),
    ]
    const xs = [55, 155, 215, 275, 335]
    const years = [text(182, 113, '2020'), text(302, 113, '2021')]
    const fragments = [...years, ...texts(xs, 129, 16, rows)]
    const [table] = findTables(pageOf(fragments, [across(100, 50, 380), across(134, 50, 380), across(205, 50, 380)]))
    expect(table?.headerRows).toBe(2)
    expect(rowsIn(table)[0]).toEqual(['', '2020', '2020', '2021', '2021'])
  })

  it('are known by the ground of every second row', () => {
    const shades = [1, 3].map((row) => ({
      left: 50,
      right: 350,
      top: 100 + 20 * row,
      bottom: 120 + 20 * row,
      colour: '#eeeeee',
    }))
    const [table] = findTables(pageOf(texts(columns, 114, 20, withHeader), [], shades))
    expect(rowsIn(table)).toEqual(withHeader)
    expect(table?.headerRows).toBe(1)
  })

  it('take in the rows above the first ground and below the last, of however many lines', () => {
    const words = [
      ['of the north', 'and beyond it'],
      ['of the south', 'and the islands'],
      ['of the west', 'and its coast'],
    ]
    const places = [55, 155, 275]
    const rows = words.flatMap(([first = '', second = ''], row) => [
      text(155, 130 + 40 * row, first),
      text(55, 136 + 40 * row, `Region ${row}`),
      text(275, 136 + 40 * row, `${12 + 7 * row}`),
      text(155, 142 + 40 * row, second),
    ])
    const ground = { left: 50, right: 350, top: 160, bottom: 190, colour: '#eeeeee' }
    const fragments = [...texts(places, 110, 14, [['Region', 'Remark', 'Units']]), ...rows]
    const [table] = findTables(pageOf(fragments, [], [ground]))
    expect(table?.headerRows).toBe(1)
    expect(rowsIn(table)).toEqual([
      ['Region', 'Remark', 'Units'],
      ['Region 0', 'of the north and beyond it', '12'],
      ['Region 1', 'of the south and the islands', '19'],
      ['Region 2', 'of the west and its coast', '26'],
    ])
  })

  it('are not made by lines above and below a paragraph', () => {
    const fragments = Array.from({ length: 5 }, (_, index) => text(52, 114 + 14 * index, sentence))
    expect(findTables(pageOf(fragments, [across(100, 50, 450), across(180, 50, 450)]))).toEqual([])
  })
})

describe('tables without lines', () => {
  it('are found by numbers in columns', () => {
    const [table] = findTables(pageOf(texts(columns, 114, 14, withHeader)))
    expect(table).toMatchObject({ found: 'unruled', headerRows: 1 })
    expect(rowsIn(table)).toEqual(withHeader)
  })

  const figures = (top: number) =>
    [
      ['Ulm', '12', '31', '8'],
      ['Trier', '7', '22', '19'],
      ['Bonn', '15', '40', '3'],
      ['Jena', '9', '28', '14'],
    ].flatMap(([club = '', ...numbers], row) => [
      text(50, top + 14 * row, club),
      ...numbers.map((number, column) => text([200, 262, 322][column] ?? 0, top + 14 * row, number, true)),
    ])

  it('have names of their own where two of them stand nearer than columns do', () => {
    const names = [
      text(50, 114, 'Club'),
      text(165, 114, 'Goals scored'),
      text(229, 114, 'Goals lost'),
      text(300, 114, 'Points'),
    ]
    const [table] = findTables(pageOf([...names, ...figures(128)]))
    expect(rowsIn(table)[0]).toEqual(['Club', 'Goals scored', 'Goals lost', 'Points'])
  })

  it('keep a name of two words whole, though its second stands over the next column', () => {
    const names = [
      text(50, 114, 'Club'),
      text(165, 114, 'Goals'),
      text(193, 114, 'scored'),
      text(245, 114, 'Lost'),
      text(300, 114, 'Points'),
    ]
    const [table] = findTables(pageOf([...names, ...figures(128)]))
    expect(rowsIn(table)[0]).toEqual(['Club', 'Goals scored', 'Lost', 'Points'])
  })

  it('end at a line of a sentence that is stretched to both edges', () => {
    const words = 'older cranes had to be taken out of service early in the'.split(' ')
    let at = 50
    const stretched = words.map((word) => {
      const one = text(at, 186, word)
      at += one.width + 9
      return one
    })
    const [table, ...others] = findTables(pageOf([...texts(columns, 114, 14, withHeader), ...stretched]))
    expect(others).toEqual([])
    expect(rowsIn(table)).toEqual(withHeader)
  })

  it('have their caption, above or below', () => {
    const fragments = texts(columns, 134, 14, withHeader)
    expect(findTables(pageOf([text(55, 114, 'Table 3: Regions'), ...fragments]))[0]?.caption).toBe('Table 3: Regions')
    expect(findTables(pageOf([...fragments, text(55, 212, 'Table 4. Below')]))[0]?.caption).toBe('Table 4. Below')
    expect(findTables(pageOf([...fragments, text(55, 212, 'Table 4 shows that all is well')]))[0]?.caption).toBeNull()
  })

  it('stand beside a column of sentences without taking it in', () => {
    const prose = Array.from({ length: 12 }, (_, index) => text(50, 100 + 14 * index, sentence.slice(0, 44)))
    const table = texts([300, 380, 450], 114, 14, withHeader)
    const more = Array.from({ length: 12 }, (_, index) => text(300, 240 + 14 * index, sentence.slice(0, 44)))
    const left = Array.from({ length: 12 }, (_, index) => text(50, 268 + 14 * index, sentence.slice(0, 44)))
    const [found, ...others] = findTables(pageOf([...prose, ...table, ...more, ...left]))
    expect(others).toEqual([])
    expect(rowsIn(found)).toEqual(withHeader)
  })

  const lines = (rows: readonly (readonly string[])[], xs: readonly number[]) =>
    findTables(pageOf(texts(xs, 114, 13, rows)))
  const counted = (count: number) => Array.from({ length: count }, (_, index) => index)

  it('are not made of sentences in two columns', () => {
    const rows = counted(20).map(() => [sentence.slice(0, 45), sentence.slice(10, 55)])
    expect(lines(rows, [50, 310])).toEqual([])
  })

  it('are not made of a list of contents', () => {
    const rows = counted(9).map((index) => [`Chapter on ${'abc'.repeat(1 + (index % 3))}`, String(3 + 4 * index)])
    expect(lines(rows, [50, 480])).toEqual([])
    expect(
      lines(
        rows.map((row, index) => [`${index + 1}`, ...row]),
        [50, 70, 480],
      ),
    ).toEqual([])
  })

  it('are not made of a numbered list, of bullets, or of a bibliography', () => {
    for (const mark of [(index: number) => `${index + 1}.`, () => '•', (index: number) => `[${index + 1}]`]) {
      expect(
        lines(
          counted(8).map((index) => [mark(index), `an entry of ${index} words 1${index}`]),
          [50, 70],
        ),
      ).toEqual([])
    }
  })

  it('are not made of code with remarks, or of a form', () => {
    const code = counted(8).map((index) => [`x[${index}] = ${index};`, `// number ${index}`, '12'])
    expect(lines(code, [50, 200, 330])).toEqual([])
    const form = counted(6).map((index) => [`Field ${index}:`, `${100 + 7 * (index % 2)}`])
    expect(lines(form, [50, 200])).toEqual([])
  })
})

it('tables whose text runs up the page are found where they are seen', () => {
  // On the page turned by a quarter to the right the same table reads upright.
  const upright = texts(columns, 114, 20, withHeader)
  const turned = upright.map((one) => ({ ...one, x: one.x - 842 }))
  const [table] = findTurnedTables({ number: 1, width: 595, height: 842, rulings: { lines: [], shades: [] } }, [
    { angle: 270, fragments: turned },
  ])
  expect(rowsIn(table)).toEqual(withHeader)
  const [left = 0, top = 0, right = 0, bottom = 0] = table?.box ?? []
  expect([left, right].every((x) => x > 100 && x < 200)).toBe(true)
  expect([top, bottom].every((y) => y > 550 && y < 842)).toBe(true)
})

describe('lines that enclose text', () => {
  const four = [50, 150, 250, 350, 450]
  const places = [55, 155, 255, 355]

  it('make a table of four columns, too', () => {
    const rows = withHeader.map((row) => [...row, 'x1'])
    const [table] = findTables(pageOf(texts(places, 114, 20, rows), gridLines(four, [100, 120, 140, 160, 180, 200])))
    expect(rowsIn(table)).toEqual(rows)
    expect(table?.tentative).toBe(false)
  })

  it('make a table of two rows as of more', () => {
    const two = withHeader.slice(0, 2)
    const [table] = findTables(pageOf(texts(columns, 114, 20, two), gridLines([50, 150, 250, 350], [100, 120, 140])))
    expect(rowsIn(table)).toEqual(two)
    expect(table?.tentative).toBe(false)
  })

  it('make a table of one row only for the page before: of three texts at least', () => {
    const row = (...cells: string[]) =>
      findTables(pageOf(texts(columns, 114, 20, [cells]), gridLines([50, 150, 250, 350], [100, 120])))
    expect(row('East', '65', '2.2').map(({ tentative }) => tentative)).toEqual([true])
    expect(row('East', '65', '')).toEqual([])
    expect(row('–', '–', '65')).toEqual([])
  })

  it('are marks of words where each word of sentences has its box', () => {
    const xs = Array.from({ length: 7 }, (_, index) => 50 + 41 * index)
    const boxed = (word: (row: number, column: number) => string) => {
      const rows = [0, 1, 2].map((row) => xs.slice(0, 6).map((_, column) => word(row, column)))
      return findTables(
        pageOf(
          texts(
            xs.map((x) => x + 3),
            114,
            20,
            rows,
          ),
          gridLines(xs, [100, 120, 140, 160]),
        ),
      )
    }
    expect(
      boxed(
        (row, column) => ['harbour', 'reports', 'traffic', 'through', 'steamer', 'carrier'][(row + column) % 6] ?? '',
      ),
    ).toEqual([])
    expect(boxed((row, column) => (column === 0 ? 'harbour' : `${row}.${column}`))).toHaveLength(1)
    expect(boxed((row, column) => `a${row}${column}`)).toHaveLength(1)
    expect(boxed(() => 'of ours')).toHaveLength(1)
  })
})

describe('words without lines', () => {
  const words = [
    ['Ann', 'shop', 'Oslo'],
    ['Bob', 'web', 'Oslo'],
    ['Cid', 'shop', 'Bergen'],
    ['Dan', 'web', 'Bergen'],
    ['Eve', 'web', 'Molde'],
  ]
  const written = texts(columns, 114, 13, words)
  const withLine = (at: number, from = 50, to = 350): number =>
    findTables(pageOf(written, [across(at, from, to)])).length

  it('are a table where a line is drawn across them, within them and nearly as wide', () => {
    expect(findTables(pageOf(written))).toEqual([])
    expect(withLine(119)).toBe(1)
    expect(withLine(95)).toBe(0)
    expect(withLine(175)).toBe(0)
    expect(withLine(119, 50, 150)).toBe(0)
  })

  it('end at a caption, and at a sentence that is long', () => {
    const more = texts(columns, 250, 13, withHeader)
    const between = (line: string) =>
      findTables(pageOf([...texts(columns, 171, 13, withHeader), text(55, 236, line), ...more])).length
    expect(between('Table 2: Others')).toBe(2)
    expect(between(sentence)).toBe(2)
    expect(between('Others')).toBe(1)
  })
})

it('what stands in a table is in no other, and two tables of a page are told from the top down', () => {
  const ruled = gridLines([50, 150, 250, 350], [300, 320, 340, 360, 380, 400])
  const fragments = [...texts(columns, 314, 20, withHeader), ...texts(columns, 114, 14, withHeader)]
  const found = findTables(pageOf(fragments, ruled))
  expect(found.map((table) => [table.found, rowsIn(table)])).toEqual([
    ['unruled', withHeader],
    ['ruled', withHeader],
  ])
})
