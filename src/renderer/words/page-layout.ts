/** Where the pages of a document stand one below the other, how large they are shown, and which of them are in sight. */
import { currentTexts } from '../stores/language.ts'

export interface PageSize {
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}

export interface PageLayout {
  /** From the top of the first page's gap to the top of each page, CSS pixels. */
  readonly tops: readonly number[]
  readonly sizes: readonly PageSize[]
  readonly totalHeight: number
  /** Of the widest page. */
  readonly width: number
}

export interface PageRange {
  /** Places in the list of pages, from 0; `last` is one of them. Empty: `last` is before `first`. */
  readonly first: number
  readonly last: number
}

/** `automatic`: the width of the window, no larger than is comfortable to read. A number: CSS pixels a point. */
export type Zoom = 'automatic' | 'width' | 'page' | number

export const cssPixelsPerPoint = 96 / 72
const comfortable = 1.3
export const leastZoom = 0.1
export const mostZoom = 5
/** Browsers give up beyond some 33 million pixels. */
const tallest = 30_000_000
/** What a page is taken for whose size is not known. */
export const a4 = { width: 595, height: 842 } as const

export function layOutPages(sizes: readonly PageSize[], gap: number): PageLayout {
  const tops: number[] = []
  let top = gap
  let width = 0
  for (const size of sizes) {
    tops.push(top)
    top += size.height + gap
    width = Math.max(width, size.width)
  }
  return { tops, sizes, totalHeight: sizes.length === 0 ? 0 : top, width }
}

/** Place of the page at `y`, or of the one before the gap there; 0 where there are none. */
export function pageAt(layout: PageLayout, y: number): number {
  let low = 0
  let high = layout.tops.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((layout.tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** The pages between `top` and `top + height`, and those up to `beyond` pixels before and after. */
export function pagesBetween(layout: PageLayout, top: number, height: number, beyond: number): PageRange {
  if (layout.tops.length === 0) return { first: 0, last: -1 }
  return { first: pageAt(layout, top - beyond), last: pageAt(layout, top + height + beyond) }
}

/** The page most of which is in sight; of equals the first. */
export function mostSeen(layout: PageLayout, top: number, height: number): number {
  const { first, last } = pagesBetween(layout, top, height, 0)
  let best = first
  let most = -1
  for (let place = first; place <= last; place += 1) {
    const from = layout.tops[place] ?? 0
    const seen = Math.min(from + (layout.sizes[place]?.height ?? 0), top + height) - Math.max(from, top)
    if (seen > most + 0.5) {
      most = seen
      best = place
    }
  }
  return best
}

/** The size most pages have, in points: what is fitted to the window. One odd sheet does not make all others tiny. */
export function usualSize(pages: readonly PageSize[]): PageSize {
  const counts = new Map<string, { readonly size: PageSize; count: number }>()
  for (const size of pages) {
    if (size.width <= 0 || size.height <= 0) continue
    const key = `${Math.round(size.width)} ${Math.round(size.height)}`
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { size, count: 1 })
    else known.count += 1
  }
  const sorted = [...counts.values()].sort((a, b) => b.count - a.count)
  return sorted[0]?.size ?? a4
}

/** CSS pixels a point for a zoom, in a frame of that size with `margin` on each side of a page. */
export function scaleOf(
  zoom: Zoom,
  usual: PageSize,
  frame: PageSize,
  margin: number,
  totalPointHeight: number = usual.height,
): number {
  const byWidth = Math.max(40, frame.width - 2 * margin) / usual.width
  const byHeight = Math.max(40, frame.height - 2 * margin) / usual.height
  const wanted =
    zoom === 'width'
      ? byWidth
      : zoom === 'page'
        ? Math.min(byWidth, byHeight)
        : zoom === 'automatic'
          ? Math.min(byWidth, comfortable * cssPixelsPerPoint)
          : zoom
  return Math.min(clampScale(wanted), tallest / Math.max(1, totalPointHeight))
}

function clampScale(scale: number): number {
  return Math.min(mostZoom * cssPixelsPerPoint, Math.max(leastZoom * cssPixelsPerPoint, scale))
}

const steps = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5]

/** The next usual percentage above or below, as a scale. */
export function stepScale(scale: number, by: 1 | -1): number {
  const share = scale / cssPixelsPerPoint
  const next = by === 1 ? steps.find((step) => step > share * 1.01) : steps.findLast((step) => step < share * 0.99)
  return (next ?? (by === 1 ? mostZoom : leastZoom)) * cssPixelsPerPoint
}

/** `125%` for a scale in CSS pixels a point. */
export function formatScale(scale: number): string {
  const texts = currentTexts()
  return texts.documentBar.percent({ percent: Math.round((100 * scale) / cssPixelsPerPoint) })
}
