/** Headers and footers: lines that come back at the head or foot of page after page. */
import type { PlacedLine, RunningLines } from './page-text.ts'
import { baseline } from './seen.ts'

export interface PlacedPage {
  readonly height: number
  /** In any order; only upright ones run. */
  readonly lines: readonly PlacedLine[]
}

/** They stand in this share of the page's height at its head and foot. */
const marginShare = 0.15
/** Lines from the outermost inwards that may be running ones. */
const deepestLine = 3
/** Points by which they may move between pages. */
const tolerance = 6
const fewestPages = 3

/** Is shown every page once, to count, and then tells of any of them which of its lines run. Keeps no page. */
export class RunningText {
  readonly #counts = new Map<string, number>()
  #pages = 0

  add(page: PlacedPage): void {
    this.#pages += 1
    const { header, footer } = candidates(page)
    for (const key of new Set([...header, ...footer].flatMap(([, keys]) => keys))) {
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    }
  }

  /** On two pages both must have the line. Numbers in it may differ: page numbers do. */
  of(page: PlacedPage): RunningLines<PlacedLine> {
    const needed = this.#pages < fewestPages ? Math.max(2, this.#pages) : fewestPages
    const running = (found: readonly Candidate[]): Set<PlacedLine> =>
      new Set(
        found.filter(([, keys]) => keys.some((key) => (this.#counts.get(key) ?? 0) >= needed)).map(([line]) => line),
      )
    const { header, footer } = candidates(page)
    return { header: running(header), footer: running(footer) }
  }
}

type Candidate = readonly [line: PlacedLine, keys: readonly string[]]

function candidates(page: PlacedPage): { readonly header: Candidate[]; readonly footer: Candidate[] } {
  const upright = page.lines.filter((line) => line.angle === 0)
  const sorted = upright.map((line) => ({ line, y: baseline(line) })).sort((a, b) => a.y - b.y)
  const margin = marginShare * page.height
  const header = sorted.slice(0, deepestLine).filter(({ y }) => y < margin)
  const footer = sorted.slice(-deepestLine).filter(({ y }) => page.height - y < margin)
  return {
    header: header.map(({ line, y }) => [line, keysOf('head', line, y)] as const),
    footer: footer.map(({ line, y }) => [line, keysOf('foot', line, page.height - y)] as const),
  }
}

/** Two overlapping ranges of places, so that a line near the edge of one is within the other. */
function keysOf(where: string, line: PlacedLine, distance: number): string[] {
  const text = line.text.toLowerCase().replaceAll(/\d+/gu, '#')
  return [0, 0.5].map((shift) => `${where} ${shift} ${Math.floor(distance / (2 * tolerance) + shift)} ${text}`)
}
