/**
 * Circles of a canvas kept as such. Written as SVG, each becomes a path of some eighty curves, 2 kB a point: one scatter
 * plot took more room than all else of a page, and most of the time it took to draw.
 */
import type { SKRSContext2D } from '@napi-rs/canvas'

/** From now on a whole circle is drawn as the lozenge of its radius, in its place among all else; see `withCircles`. */
export function keepCircles(context: SKRSContext2D): void {
  const arc = context.arc.bind(context)
  context.arc = (x, y, radius, from, to, counterclockwise) => {
    if (Math.abs(to - from) < 2 * Math.PI) {
      arc(x, y, radius, from, to, counterclockwise)
      return
    }
    context.moveTo(x + radius, y)
    context.lineTo(x, y + radius)
    context.lineTo(x - radius, y)
    context.lineTo(x, y - radius)
    context.closePath()
  }
}

const number = String.raw`(-?[\d.]+(?:e-?\d+)?)`
/** Back to where it began: Skia writes that corner twice. */
const corners = Array.from({ length: 4 }, () => `L${number} ${number}`).join('')
const lozenge = String.raw`<path\s([^>]*?)\s*\bd="M${number} ${number}${corners}Z"([^>]*?)/>`
const lozenges = new RegExp(lozenge, 'giu')
/** Of the picture's own pixels: what the corners are written short by. */
const tolerance = 0.05

/** `svg` with its lozenges as circles; those that follow one another in one paint share it. */
export function withCircles(svg: string): string {
  let written = ''
  let end = 0
  let paint: string | null = null
  for (const path of svg.matchAll(lozenges)) {
    const circle = circleOf(path.slice(2, 12).map(Number))
    const own = circle === null ? null : `${path[1]} ${path[12]}`.trim()
    const between = svg.slice(end, path.index)
    if (paint !== null && (own !== paint || between !== '')) {
      written += '</g>'
      paint = null
    }
    written += between
    if (own !== null && own !== paint) written += `<g ${own}>`
    written += circle ?? path[0]
    paint = own
    end = path.index + path[0].length
  }
  return `${written}${paint === null ? '' : '</g>'}${svg.slice(end)}`
}

/** Null where the four corners are no lozenge's as `keepCircles` draws them. */
function circleOf(places: readonly number[]): string | null {
  const [right = 0, rightY = 0, lowX = 0, low = 0, left = 0, leftY = 0, highX = 0, high = 0, endX = 0, endY = 0] =
    places
  const [x, y, radius] = [(left + right) / 2, (low + high) / 2, (right - left) / 2]
  const off = [rightY - y, leftY - y, lowX - x, highX - x, (low - high) / 2 - radius, endX - right, endY - rightY]
  if (radius <= 0 || off.some((by) => Math.abs(by) > tolerance)) return null
  return `<circle cx="${tenths(x)}" cy="${tenths(y)}" r="${tenths(radius)}"/>`
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
