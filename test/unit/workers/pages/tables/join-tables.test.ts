import { describe, expect, it } from 'vitest'
import type { FoundTable } from '../../../../../src/shared/document/found-table.ts'
import { joinTables } from '../../../../../src/workers/pages/tables/join-tables.ts'

const header = ['Region', 'Units']

function table(page: number, rows: readonly (readonly string[])[], more: Partial<FoundTable> = {}): FoundTable {
  return {
    page,
    box: [50, 60, 350, 780],
    found: 'ruled',
    rowCount: rows.length,
    columnCount: 2,
    cells: rows.flatMap((row, y) =>
      row.map((text, x) => ({ row: y, column: x, rows: 1, columns: 1, text, box: [0, 0, 1, 1] })),
    ),
    headerRows: 1,
    headerShown: true,
    columnSpans: [
      [50, 200],
      [200, 350],
    ],
    caption: null,
    atTop: true,
    atBottom: true,
    tentative: false,
    ...more,
  }
}

const [north, south, west] = [
  ['North', '1'],
  ['South', '2'],
  ['West', '3'],
]
const unnamed = { headerRows: 0, headerShown: false }

describe('a table over pages', () => {
  it('is one, its header said once', () => {
    const joined = joinTables([
      table(1, [header, north ?? []]),
      table(2, [header, south ?? []]),
      table(3, [header, west ?? []]),
    ])
    expect(joined).toHaveLength(1)
    expect(joined[0]).toMatchObject({
      page: 1,
      header: true,
      rows: [header, north, south, west],
      continuations: [
        { page: 2, firstRow: 2 },
        { page: 3, firstRow: 3 },
      ],
    })
  })

  it('goes on without its header, also where the margin is another', () => {
    const shifted: [number, number][] = [
      [68, 218],
      [218, 368],
    ]
    const joined = joinTables([
      table(1, [header, north ?? []]),
      table(2, [south ?? []], { ...unnamed, columnSpans: shifted }),
    ])
    expect(joined.map(({ rows }) => rows)).toEqual([[header, north, south]])
  })

  it('goes on where columns have one end in common, as wide as their own text', () => {
    const spans = (left: number, right: number): Partial<FoundTable> => ({
      ...unnamed,
      columnSpans: [
        [50, 200 + left],
        [200 + right, 350],
      ],
    })
    const pages = (left: number, right: number) =>
      joinTables([table(1, [header, north ?? []]), table(2, [south ?? []], spans(left, right))]).length
    expect(pages(-90, 0)).toBe(1)
    expect(pages(0, 90)).toBe(1)
  })

  it('takes in a last row too small to be a table of its own', () => {
    const rest = table(2, [south ?? []], { ...unnamed, tentative: true })
    expect(joinTables([table(1, [header, north ?? []]), rest])[0]?.rows).toEqual([header, north, south])
    expect(joinTables([rest])).toEqual([])
  })

  it('may begin with a row too small to be a table of its own, at the foot of a page', () => {
    const first = table(1, [header], { tentative: true })
    expect(joinTables([first, table(2, [header, north ?? []])])[0]?.rows).toEqual([header, north])
    expect(joinTables([{ ...first, atBottom: false }, table(2, [header, north ?? []])])).toHaveLength(1)
  })

  it('without a header has all its rows, and says where each page begins', () => {
    const [joined] = joinTables([table(1, [north ?? [], south ?? []], unnamed), table(2, [west ?? []], unnamed)])
    expect(joined).toMatchObject({
      header: false,
      rows: [north, south, west],
      continuations: [{ page: 2, firstRow: 2 }],
    })
  })

  it('may say its caption again, or that it goes on', () => {
    const again = (caption: string | null) =>
      joinTables([
        table(1, [header, north ?? []], { caption: 'Table 1: Ports' }),
        table(2, [south ?? []], { ...unnamed, caption }),
      ]).length
    for (const caption of [null, 'Table 1: Ports', 'Table 1 (continued)', "Table 1, cont'd"])
      expect(again(caption)).toBe(1)
    expect(again('Table 2: Ships')).toBe(2)
  })

  it('ends where another header, caption, column or text comes between', () => {
    const first = table(1, [header, north ?? []])
    const others = [
      table(2, [['Port', 'Price'], south ?? []]),
      table(2, [south ?? []], { ...unnamed, caption: 'Table 2: Others' }),
      table(2, [south ?? []], {
        ...unnamed,
        columnSpans: [
          [50, 120],
          [120, 350],
        ],
      }),
      table(2, [south ?? []], { ...unnamed, atTop: false }),
      table(3, [south ?? []], unnamed),
    ]
    for (const other of others) expect(joinTables([first, other])).toHaveLength(2)
  })
})

it('names over several columns are joined with those below them', () => {
  const cells: FoundTable['cells'] = [
    { row: 0, column: 0, rows: 2, columns: 1, text: 'Region', box: [0, 0, 1, 1] },
    { row: 0, column: 1, rows: 1, columns: 2, text: '2020', box: [0, 0, 1, 1] },
    { row: 1, column: 1, rows: 1, columns: 1, text: 'Revenue', box: [0, 0, 1, 1] },
    { row: 1, column: 2, rows: 1, columns: 1, text: 'Share', box: [0, 0, 1, 1] },
    ...['North', '5', '6'].map((text, column) => ({
      row: 2,
      column,
      rows: 1,
      columns: 1,
      text,
      box: [0, 0, 1, 1] as [number, number, number, number],
    })),
  ]
  const [joined] = joinTables([table(1, [], { cells, rowCount: 3, columnCount: 3, headerRows: 2 })])
  expect(joined?.rows).toEqual([
    ['Region', '2020 Revenue', '2020 Share'],
    ['North', '5', '6'],
  ])
})
