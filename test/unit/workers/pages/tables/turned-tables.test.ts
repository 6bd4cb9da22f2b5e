/** Tables whose text runs up, down or upside down, told where they are seen on the page. */
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../../../src/shared/document/document.ts'
import type { Fragment } from '../../../../../src/workers/pages/layout/fragment.ts'
import type { Ruling } from '../../../../../src/workers/pages/tables/ruling.ts'
import { findTurnedTables } from '../../../../../src/workers/pages/tables/turned-tables.ts'
import { gridLines, rowsIn, text, texts } from './made-page.ts'

const page = { number: 3, width: 595, height: 842 }
const rows = [
  ['Region', 'Units', 'Share'],
  ['North', '120', '4.5'],
  ['South', '85', '3.1'],
  ['West', '240', '9.0'],
]
const xs = [50, 150, 250, 350]
const ys = [100, 120, 140, 160, 180]
/** As it reads, on the page turned. */
const reading = texts([55, 155, 255], 114, 20, rows)

/** From the page turned to the page as it is seen: where the text runs down, is upside down, or runs up. */
const seen: Readonly<Record<number, (x: number, y: number) => readonly [number, number]>> = {
  90: (x, y) => [page.width - y, x],
  180: (x, y) => [page.width - x, page.height - y],
  270: (x, y) => [y, page.height - x],
}
/** What the text of such a page is measured from: its corner, turned. */
const corner: Readonly<Record<number, readonly [number, number]>> = { 90: [0, 595], 180: [595, 842], 270: [842, 0] }

function boxSeen(angle: number, [left, top, right, bottom]: Box): Box {
  const [a = [0, 0], b = [0, 0]] = [seen[angle]?.(left, top), seen[angle]?.(right, bottom)]
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
}

function lineSeen(angle: number, { direction, at, from, to, thickness }: Ruling): Ruling {
  const along: Box = direction === 'horizontal' ? [from, at, to, at] : [at, from, at, to]
  const [left, top, right, bottom] = boxSeen(angle, along)
  return right > left
    ? { direction: 'horizontal', at: top, from: left, to: right, thickness }
    : { direction: 'vertical', at: left, from: top, to: bottom, thickness }
}

const measured = (angle: number, fragments: readonly Fragment[]): Fragment[] =>
  fragments.map((one) => ({ ...one, x: one.x - (corner[angle]?.[0] ?? 0), y: one.y - (corner[angle]?.[1] ?? 0) }))
const found = (angle: number, lines: readonly Ruling[] = [], shades: readonly Box[] = []) =>
  findTurnedTables(
    {
      ...page,
      rulings: {
        lines: lines.map((one) => lineSeen(angle, one)),
        shades: shades.map((box) => {
          const [left, top, right, bottom] = boxSeen(angle, box)
          return { left, top, right, bottom, colour: 'grey' }
        }),
      },
    },
    [{ angle, fragments: measured(angle, reading) }],
  )

describe.each([90, 180, 270])('a table turned by %d degrees', (angle) => {
  it('is read as it reads, its box and its cells where they are seen', () => {
    const [table, ...others] = found(angle, gridLines(xs, ys))
    expect(others).toEqual([])
    expect(table).toMatchObject({ page: 3, found: 'ruled', box: boxSeen(angle, [50, 100, 350, 180]) })
    expect(rowsIn(table)).toEqual(rows)
    const north = table?.cells.find((cell) => cell.text === 'North')
    expect(north?.box).toEqual(boxSeen(angle, [50, 120, 150, 140]))
  })

  it('has the grounds of its rows turned with it', () => {
    const [table] = found(angle, gridLines(xs, ys), [[50, 100, 350, 140]])
    expect(table?.headerRows).toBe(1)
    const words = texts([55, 155, 255], 114, 20, [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
      ['j', 'k', 'l'],
    ])
    const shade = { ...boxOf(boxSeen(angle, [50, 100, 350, 140])), colour: 'grey' }
    const [named] = findTurnedTables(
      { ...page, rulings: { lines: gridLines(xs, ys).map((one) => lineSeen(angle, one)), shades: [shade] } },
      [{ angle, fragments: measured(angle, words) }],
    )
    expect(named).toMatchObject({ headerRows: 2, headerShown: true })
  })
})

function boxOf([left, top, right, bottom]: Box) {
  return { left, top, right, bottom }
}

it('a page upside down is as high as it is', () => {
  const below = [...reading, text(55, 600, 'a line of text')]
  const [table] = findTurnedTables({ ...page, rulings: { lines: [], shades: [] } }, [
    { angle: 180, fragments: measured(180, below) },
  ])
  expect(table).toMatchObject({ atTop: true, atBottom: false })
})

it('text at other angles, and a few pieces of it, hold no table', () => {
  const rulings = { lines: [], shades: [] }
  expect(findTurnedTables({ ...page, rulings }, [{ angle: 45, fragments: measured(90, reading) }])).toEqual([])
  expect(findTurnedTables({ ...page, rulings }, [])).toEqual([])
  const lines = gridLines([50, 150, 250], [100, 120, 140, 160, 180]).map((one) => lineSeen(90, one))
  const few = (count: number) =>
    findTurnedTables({ ...page, rulings: { lines, shades: [] } }, [
      {
        angle: 90,
        fragments: measured(
          90,
          Array.from({ length: count }, (_, index) =>
            text(55 + 100 * (index % 2), 114 + 20 * Math.floor(index / 2), `${index}`),
          ),
        ),
      },
    ])
  expect(few(8)).toHaveLength(1)
  expect(few(7)).toEqual([])
})
