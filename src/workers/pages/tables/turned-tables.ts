/** Tables whose text runs up or down the page: found on the page turned so that it reads, and told where they are seen. */
import type { Box } from '../../../shared/document/document.ts'
import type { FoundTable } from '../../../shared/document/found-table.ts'
import type { Fragment } from '../layout/fragment.ts'
import type { TurnedText } from '../layout/page-text.ts'
import { findTables } from './find-tables.ts'
import type { Ruling, Rulings } from './ruling.ts'
import type { TablePage } from './table-page.ts'

/** Fewer pieces of text are a label beside a figure. */
const fewestFragments = 8

type RightAngle = 90 | 180 | 270
type Point = readonly [x: number, y: number]

/** `turned`: as the text of the page has it, by degrees clockwise. Text at other than right angles holds no tables. */
export function findTurnedTables(page: Omit<TablePage, 'fragments'>, turned: readonly TurnedText[]): FoundTable[] {
  return turned.flatMap(({ angle, fragments }) => {
    if ((angle !== 90 && angle !== 180 && angle !== 270) || fragments.length < fewestFragments) return []
    const turn = turnOf(angle, page)
    const [width, height] = angle === 180 ? [page.width, page.height] : [page.height, page.width]
    const moved = fragments.map((one): Fragment => ({ ...one, x: one.x + turn.shift[0], y: one.y + turn.shift[1] }))
    const found = findTables({
      number: page.number,
      width,
      height,
      fragments: moved,
      rulings: turnedRulings(page.rulings, turn.forth),
    })
    return found.map((table) => ({
      ...table,
      box: turnedBox(table.box, turn.back),
      cells: table.cells.map((cell) => ({ ...cell, box: turnedBox(cell.box, turn.back) })),
    }))
  })
}

interface Turn {
  /** From the page to the page turned. */
  readonly forth: (point: Point) => Point
  readonly back: (point: Point) => Point
  /** Puts coordinates turned about the page's corner onto the page turned. */
  readonly shift: Point
}

function turnOf(angle: RightAngle, { width, height }: { readonly width: number; readonly height: number }): Turn {
  switch (angle) {
    case 90:
      return { forth: ([x, y]) => [y, width - x], back: ([x, y]) => [width - y, x], shift: [0, width] }
    case 180:
      return {
        forth: ([x, y]) => [width - x, height - y],
        back: ([x, y]) => [width - x, height - y],
        shift: [width, height],
      }
    case 270:
      return { forth: ([x, y]) => [height - y, x], back: ([x, y]) => [y, height - x], shift: [height, 0] }
  }
}

function turnedBox([left, top, right, bottom]: Box, turn: Turn['forth']): Box {
  const [[ax, ay], [bx, by]] = [turn([left, top]), turn([right, bottom])]
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
}

function turnedRulings({ lines, shades }: Rulings, turn: Turn['forth']): Rulings {
  return {
    lines: lines.map((line): Ruling => {
      const isHorizontal = line.direction === 'horizontal'
      const [left, top, right, bottom] = turnedBox(
        isHorizontal ? [line.from, line.at, line.to, line.at] : [line.at, line.from, line.at, line.to],
        turn,
      )
      return right - left >= bottom - top
        ? { direction: 'horizontal', at: top, from: left, to: right, thickness: line.thickness }
        : { direction: 'vertical', at: left, from: top, to: bottom, thickness: line.thickness }
    }),
    shades: shades.map(({ left, top, right, bottom, colour }) => {
      const box = turnedBox([left, top, right, bottom], turn)
      return { left: box[0], top: box[1], right: box[2], bottom: box[3], colour }
    }),
  }
}
