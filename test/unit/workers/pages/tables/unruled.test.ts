/** Tables without lines, from rows of text. */
import { describe, expect, it } from 'vitest'
import type { Fragment } from '../../../../../src/workers/pages/layout/fragment.ts'
import { textsOf } from '../../../../../src/workers/pages/tables/grid.ts'
import { toTextRows } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { unruledTables } from '../../../../../src/workers/pages/tables/unruled.ts'
import { text, texts } from './made-page.ts'

const xs = [55, 155, 255]
const header = ['Region', 'Units', 'Share']
const data = [
  ['North', '120', '4.5'],
  ['South', '85', '3.1'],
  ['West', '240', '9.0'],
]
const all = [header, ...data]
const find = (fragments: readonly Fragment[]) => unruledTables(toTextRows(fragments), { horizontal: [], vertical: [] })
const read = (fragments: readonly Fragment[]): string[][][] => find(fragments).map(({ grid }) => textsOf(grid))

describe('rows one below the other', () => {
  it('are a table with the place of their text, and names above their data', () => {
    const [table] = find(texts(xs, 114, 14, all))
    expect(table).toMatchObject({
      left: 55,
      right: 280,
      top: 106,
      bottom: 158,
      grid: { found: 'unruled', namedRows: 1 },
    })
    expect(find(texts(xs, 114, 14, data))[0]?.grid.namedRows).toBe(0)
  })

  it('are no further apart than nearly two heights of their text', () => {
    expect(find(texts(xs, 114, 29, all))).toHaveLength(1)
    expect(find(texts(xs, 114, 29.1, all))).toEqual([])
  })

  it('need not stand below each other, as long as others stand between', () => {
    const rows = [
      ['North', '120', '', ''],
      ['South', '85', '3.1', '2'],
      ['West', '240', '9.0', '5'],
      ['', '', '7.0', '6'],
    ]
    expect(read(texts([55, 155, 255, 355], 114, 14, rows))).toEqual([rows])
  })

  it('are one table where they come together only further down', () => {
    const left = texts([55, 105], 114, 28, [
      ['North', '1'],
      ['South', '2'],
    ])
    const right = texts([255, 305], 128, 28, [
      ['a', '3'],
      ['b', '4'],
    ])
    const both = texts([55, 105, 255, 305], 170, 14, [
      ['West', '5', 'c', '6'],
      ['East', '7', 'd', '8'],
      ['Mid', '9', 'e', '10'],
    ])
    expect(find([...left, ...right, ...both]).map(({ rows }) => rows.length)).toEqual([7])
  })

  it('have as many rows of names as stand across their columns', () => {
    const names = [text(60, 114, 'Region'), text(130, 114, 'x'.repeat(28))]
    const [table] = find([...names, ...texts(xs, 128, 14, all)])
    expect(table?.grid.namedRows).toBe(2)
  })

  it('leave out a heading above and a note below', () => {
    const around = [text(55, 100, 'A heading'), ...texts(xs, 114, 14, all), text(55, 170, 'a note')]
    expect(read(around)).toEqual([all])
  })

  it('are at most four hundred', () => {
    const many = (count: number) =>
      texts(
        xs,
        114,
        14,
        Array.from({ length: count }, (_, row) => [`r${row % 7}`, String((row * 37) % 900), `${row % 9}.5`]),
      )
    expect(find(many(400))).toHaveLength(1)
    expect(find(many(401))).toEqual([])
  })
})

describe('a sentence between rows', () => {
  const between = (...line: Fragment[]) =>
    find([...texts(xs, 114, 14, all), ...line, ...texts(xs, 184, 14, all)]).length
  /** Forty-four letters. */
  const sentence = 'the harbour reports that traffic grew a bit.'

  it('ends the table where it is longer than twenty-two heights of its text', () => {
    expect(between(text(55, 170, `${sentence}.`))).toBe(2)
    expect(between(text(55, 170, sentence))).toBe(1)
    expect(between(text(55, 170, 'x'.repeat(50)))).toBe(1)
  })

  it('does not where it is one text of several in its row', () => {
    expect(between(text(55, 170, sentence.slice(0, 36)), text(255, 170, 'and more of it here'))).toBe(1)
  })
})

describe('a cell of several lines', () => {
  const places = [50, 120, 370, 420]
  const names = texts(places, 100, 14, [['Item', 'Remark', 'Units', 'Price']])
  /** Two hundred and thirty points long: a sentence that would end a table if it stood for itself. */
  const wide = 'waited for a berth while traffic through it gr'
  const item = (top: number, name: string, units: string, ...lines: string[]) => [
    ...texts(places, top, 12, [[name, lines[0] ?? '', units, `${units}.5`]]),
    ...lines.slice(1).map((line, index) => text(120, top + 12 * (index + 1), line)),
  ]
  const rows = (...more: Fragment[]) => [
    ...names,
    ...item(120, 'Timber', '255', 'the number of vessels that', wide),
    ...item(150, 'Flat glass', '157', 'goods stayed where they were', wide, 'at all'),
    ...item(192, 'Salt', '195', 'growth came from containers'),
    ...item(210, 'Wool', '386', 'the trains that carry boxes', 'inland'),
    ...more,
  ]
  const whole = [
    ['Item', 'Remark', 'Units', 'Price'],
    ['Timber', `the number of vessels that ${wide}`, '255', '255.5'],
    ['Flat glass', `goods stayed where they were ${wide} at all`, '157', '157.5'],
    ['Salt', 'growth came from containers', '195', '195.5'],
    ['Wool', 'the trains that carry boxes inland', '386', '386.5'],
  ]

  it('goes on below where it begins, in the last row too', () => {
    expect(read(rows())).toEqual([whole])
  })

  it('ends before the next column', () => {
    const into = text(120, 132, `${wide}abcd`)
    const changed = rows().map((one) => (one.y === 132 ? into : one))
    expect(read(changed)).not.toEqual([
      [whole[0], [whole[1]?.[0], `the number of vessels that ${into.text}`, '255', '255.5'], ...whole.slice(2)],
    ])
  })

  it('does not go on in what begins elsewhere, or further down', () => {
    expect(read(rows(text(124, 234, 'inland too')))).toEqual([whole])
    const last = ['Wool', 'the trains that carry boxes inland so', '386', '386.5']
    expect(read(rows(text(123, 234, 'so')))).toEqual([[...whole.slice(0, -1), last]])
    expect(read(rows(text(120, 235, 'so')))).toEqual([[...whole.slice(0, -1), last]])
    expect(read(rows(text(120, 236, 'so')))).toEqual([whole])
    expect(read(rows(text(50, 234, 'a note')))).toEqual([whole])
  })

  it('of the last column is as wide as the table', () => {
    const words = texts([50, 120, 170], 100, 12, [
      ['Item', 'Units', 'Remark'],
      ['Timber', '255', 'the number of vessels that'],
      ['', '', 'waited'],
      ['Salt', '195', 'goods stayed where they were'],
      ['', '', 'before'],
      ['Wool', '386', 'growth came from boxes'],
      ['', '', 'to the end'],
    ])
    expect(read(words)[0]?.at(-1)).toEqual(['Wool', '386', 'growth came from boxes to the end'])
  })
})

it('rows that come together only further down are in their order', () => {
  const left = texts([55, 105], 114, 28, [
    ['North', '1'],
    ['South', '2'],
  ])
  const right = texts([255, 305], 128, 28, [
    ['a', '3'],
    ['b', '4'],
  ])
  const last = texts([55, 105, 255, 305], 170, 14, [['West', '5', 'c', '6']])
  expect(find([...left, ...right, ...last])).toMatchObject([{ top: 106, bottom: 172 }])
})
