/** The drawn lines and filled rectangles of a PDF page, in points as the page is seen: from the list of its operators. */
import { noRulings, type Ruling, type Rulings, type Shade } from '../../pages/tables/ruling.ts'
import { GraphicsState } from './graphics-state.ts'
import type { PdfLibrary, PdfPage } from './library.ts'
import { type Subpath, straightSubpaths } from './path-data.ts'

/** The part of pdf.js's list of operators that is used: what is done, by number, and what each is given. */
export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** A filled shape this thin, in points, is a line. */
const thickestLine = 3
/** A line that leaves its axis by no more than this, in points, follows it. */
const straightness = 0.6
/** Maps and drawings have more; their lines are no tables. */
const mostRulings = 20_000
/** A ground that covers this share of the page is the page's own. */
const pageShare = 0.9

/**
 * Walks the operators as a drawing program would, with the transformation and the clipping rectangle of each, and keeps
 * straight lines along the axes, thin filled shapes, frames (stroked, or one rectangle cut out of another) and filled
 * rectangles. White grounds are left out, and so are white lines but on a coloured ground. A page with too many has none.
 * Form fields and comments are no part of it.
 */
export function rulingsOf(operators: OperatorList, page: PdfPage, library: PdfLibrary): Rulings {
  const { OPS } = library
  const viewport = page.getViewport({ scale: 1 })
  const state = new GraphicsState(viewport.transform, [0, 0, viewport.width, viewport.height], OPS)
  const strokes: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke])
  const fills: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill])
  const both: ReadonlySet<number> = new Set([
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ])
  const found: Drawn = { lines: [], shades: [] }
  const { fnArray, argsArray } = operators
  let isAnnotation = false
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index]
    if (operator === OPS.beginAnnotation) isAnnotation = true
    else if (operator === OPS.endAnnotation) isAnnotation = false
    if (isAnnotation) continue
    if (operator !== OPS.constructPath) {
      state.follow(operator, args)
      continue
    }
    const [painted, [data]] = args as [number, [Float32Array | null]]
    const isFilled = fills.has(painted) || both.has(painted)
    const isStroked = strokes.has(painted) || both.has(painted)
    const isClip = state.isClipPending()
    if (!(isFilled || isStroked || isClip) || !(data instanceof Float32Array)) continue
    const subpaths = straightSubpaths(data, state.transform)
    if (isFilled && state.fillColour !== null) addFilled(found, subpaths, state)
    if (isStroked) addStroked(found, subpaths, state)
    if (isClip) state.clipTo(subpaths)
    if (found.lines.length + found.shades.length > mostRulings) return noRulings
  }
  const pageArea = viewport.width * viewport.height
  const shades = found.shades.filter(
    (one) => one.colour !== white && (one.right - one.left) * (one.bottom - one.top) < pageShare * pageArea,
  )
  const lines = found.lines.filter((one) => one.colour !== white || shades.some((shade) => isOn(one, shade)))
  return { lines: lines.map(({ colour: _, ...line }) => line), shades }
}

interface Drawn {
  readonly lines: (Ruling & { readonly colour: string })[]
  readonly shades: Shade[]
}

const white = '#ffffff'

function addStroked(found: Drawn, subpaths: readonly Subpath[], state: GraphicsState): void {
  const thickness = state.lineThickness()
  // A stroke as thick as a row is a ground, and none that can be told from it.
  if (thickness > 2 * thickestLine) return
  for (const { points, segments } of subpaths) {
    for (const [first, second] of segments) {
      const [a, b] = [points[first], points[second]]
      if (a === undefined || b === undefined) continue
      const [width, height] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])]
      const box: Rectangle = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
      if (height <= straightness && width > height) addLine(found, box, thickness, state, state.strokeColour)
      else if (width <= straightness && height > width) addLine(found, box, thickness, state, state.strokeColour)
    }
  }
}

function addFilled(found: Drawn, subpaths: readonly Subpath[], state: GraphicsState): void {
  const colour = state.fillColour ?? white
  const shapes = subpaths.filter((one) => !one.curved && one.points.length >= 3)
  const frame = shapes.length === 2 ? frameOf(shapes.map(boundsOf)) : null
  if (frame !== null) {
    for (const side of frame) addLine(found, side, 0, state, colour)
    return
  }
  for (const shape of shapes) {
    const box = boundsOf(shape)
    const [width, height] = [box[2] - box[0], box[3] - box[1]]
    if (Math.min(width, height) <= thickestLine) {
      if (Math.max(width, height) > 1.5 * Math.min(width, height)) addLine(found, box, 0, state, colour)
      continue
    }
    const clipped = state.clipped(box)
    if (clipped === null || !isRectangle(shape, box)) continue
    const [left, top, right, bottom] = clipped
    if (right - left > thickestLine && bottom - top > thickestLine) {
      found.shades.push({ left, top, right, bottom, colour })
    }
  }
}

type Rectangle = readonly [left: number, top: number, right: number, bottom: number]

/** `thickness` is added to that of the box itself. */
function addLine(found: Drawn, box: Rectangle, thickness: number, state: GraphicsState, colour: string): void {
  const clipped = state.clipped(box)
  if (clipped === null) return
  const [left, top, right, bottom] = clipped
  const [width, height] = [right - left, bottom - top]
  found.lines.push(
    width >= height
      ? {
          direction: 'horizontal',
          at: (top + bottom) / 2,
          from: left,
          to: right,
          thickness: thickness + height,
          colour,
        }
      : { direction: 'vertical', at: (left + right) / 2, from: top, to: bottom, thickness: thickness + width, colour },
  )
}

function boundsOf({ points }: Subpath): Rectangle {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function isRectangle({ points }: Subpath, [left, top, right, bottom]: Rectangle): boolean {
  if (points.length > 6) return false
  const near = (value: number, ...ends: number[]): boolean => ends.some((end) => Math.abs(value - end) <= straightness)
  return points.every(([x, y]) => near(x, left, right) && near(y, top, bottom))
}

/** The four sides between two rectangles, one in the other, that leave a thin border. */
function frameOf([first, second]: readonly Rectangle[]): Rectangle[] | null {
  if (first === undefined || second === undefined) return null
  const [outer, inner] = first[2] - first[0] >= second[2] - second[0] ? [first, second] : [second, first]
  const borders = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]]
  if (borders.some((one) => one < -0.01 || one > thickestLine)) return null
  const sides: Rectangle[] = [
    [outer[0], outer[1], inner[0], outer[3]],
    [outer[0], outer[1], outer[2], inner[1]],
    [inner[2], outer[1], outer[2], outer[3]],
    [outer[0], inner[3], outer[2], outer[3]],
  ]
  return sides.filter((_, index) => (borders[index] ?? 0) > 0.01)
}

function isOn(line: Ruling, { left, top, right, bottom }: Shade): boolean {
  const isHorizontal = line.direction === 'horizontal'
  const [x, y] = isHorizontal ? [(line.from + line.to) / 2, line.at] : [line.at, (line.from + line.to) / 2]
  return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1
}
