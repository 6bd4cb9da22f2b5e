/** The packed paths of pdf.js (`constructPath`): numbers that say what follows, and points. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
export type Point = readonly [x: number, y: number]

interface Growing {
  readonly points: Point[]
  readonly segments: (readonly [number, number])[]
  curved: boolean
}

export interface Subpath {
  /** In the page's coordinates. */
  readonly points: readonly Point[]
  /** Pairs of places in `points` that a straight line joins, the closing one too. */
  readonly segments: readonly (readonly [number, number])[]
  readonly curved: boolean
}

/** As pdfjs-dist 6 numbers them in `DrawOPS`, which it does not export. */
const moveTo = 0
const lineTo = 1
const curveTo = 2
const quadraticCurveTo = 3
const closePath = 4

/** Points in a path beyond are left out: what has so many is a drawing. */
const mostPoints = 50_000

/** The parts of a path that are drawn in one go, transformed. An unknown number ends it: the rest cannot be read. */
export function straightSubpaths(data: Float32Array, transform: Matrix): Subpath[] {
  const subpaths: Growing[] = []
  const [a, b, c, d, e, f] = transform
  let current: Growing | null = null
  let index = 0
  let count = 0
  const point = (): Point => {
    const [x = 0, y = 0] = [data[index], data[index + 1]]
    index += 2
    count += 1
    return [a * x + c * y + e, b * x + d * y + f]
  }
  const begin = (at: Point): Growing => {
    const begun: Growing = { points: [at], segments: [], curved: false }
    subpaths.push(begun)
    return begun
  }
  while (index < data.length && count < mostPoints) {
    const operator = data[index]
    index += 1
    switch (operator) {
      case moveTo:
        current = begin(point())
        break
      case lineTo: {
        const at = point()
        if (current === null) current = begin(at)
        else current.segments.push([current.points.length - 1, current.points.push(at) - 1])
        break
      }
      case curveTo:
      case quadraticCurveTo: {
        index += operator === curveTo ? 4 : 2
        const at = point()
        current ??= begin(at)
        current.points.push(at)
        current.curved = true
        break
      }
      case closePath:
        if (current !== null && current.points.length > 1) {
          current.segments.push([current.points.length - 1, 0])
          // What follows without a move begins where this one did.
          const [start]: readonly Point[] = current.points
          current = start === undefined ? null : begin(start)
        }
        break
      default:
        return subpaths.filter((one) => one.points.length > 1)
    }
  }
  return subpaths.filter((one) => one.points.length > 1)
}
