/** Headers and footers: lines that come back at the head or foot of page after page. */
import type { Line } from './lines.ts'

export interface PlacedPage {
  readonly height: number
  /** Of the page's upright text, in any order. */
  readonly lines: readonly Line[]
}

export interface RunningLines {
  readonly header: ReadonlySet<Line>
  readonly footer: ReadonlySet<Line>
}

/** They stand in this share of the page's height at its head and foot. */
const marginShare = 0.15
/** Lines from the outermost inwards that may be running ones. */
const deepestLine = 3
/** Points by which they may move between pages. */
const tolerance = 6
const fewestPages = 3

/** One result a page. On two pages both must have the line. Numbers in it may differ: page numbers do. */
export function findRunning(pages: readonly PlacedPage[]): RunningLines[] {
  const places = pages.map(candidates)
  const counts = new Map<string, number>()
  for (const place of places) {
    for (const key of new Set([...place.header, ...place.footer].flatMap(([, keys]) => keys))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const needed = pages.length < fewestPages ? Math.max(2, pages.length) : fewestPages
  const running = (found: readonly Candidate[]): Set<Line> =>
    new Set(found.filter(([, keys]) => keys.some((key) => (counts.get(key) ?? 0) >= needed)).map(([line]) => line))
  return places.map((place) => ({ header: running(place.header), footer: running(place.footer) }))
}

type Candidate = readonly [line: Line, keys: readonly string[]]

function candidates(page: PlacedPage): { readonly header: Candidate[]; readonly footer: Candidate[] } {
  const sorted = [...page.lines].sort((a, b) => a.y - b.y)
  const margin = marginShare * page.height
  const header = sorted.slice(0, deepestLine).filter((line) => line.y < margin)
  const footer = sorted.slice(-deepestLine).filter((line) => page.height - line.y < margin)
  return {
    header: header.map((line) => [line, keysOf('head', line, line.y)] as const),
    footer: footer.map((line) => [line, keysOf('foot', line, page.height - line.y)] as const),
  }
}

/** Two overlapping ranges of places, so that a line near the edge of one is within the other. */
function keysOf(where: string, line: Line, distance: number): string[] {
  const text = line.text.toLowerCase().replaceAll(/\d+/gu, '#')
  return [0, 0.5].map((shift) => `${where} ${shift} ${Math.floor(distance / (2 * tolerance) + shift)} ${text}`)
}
