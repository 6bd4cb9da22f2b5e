/** Fragments to segments, which are apart by more than a space, and segments to rows of text. */
import type { Fragment } from '../layout/fragment.ts'
import { bottom, right, top } from '../layout/fragment.ts'
import { toLines } from '../layout/lines.ts'
import type { Span } from './span.ts'

/** Text that belongs together whatever the columns are. */
export interface Segment extends Span {
  readonly fragments: readonly Fragment[]
  readonly text: string
  readonly top: number
  readonly bottom: number
  readonly size: number
}

/** Segments side by side, from left to right. */
export interface TextRow extends Span {
  readonly segments: readonly Segment[]
  readonly top: number
  readonly bottom: number
  readonly size: number
}

/** In heights of the font: fragments nearer than this are of one segment. */
const segmentGap = 0.5
/** Of the smaller one's height: fragments that share it stand beside each other. */
const sharedHeight = 0.5

/** From the top down. */
export function toTextRows(fragments: readonly Fragment[]): TextRow[] {
  const lines: { main: Fragment; members: Fragment[] }[] = []
  for (const fragment of fragments.flatMap(apart).sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.findLast((one, index) => index >= lines.length - 4 && areBeside(fragment, one.main))
    if (line === undefined) lines.push({ main: fragment, members: [fragment] })
    else {
      line.members.push(fragment)
      // The largest text decides: the mark of a note belongs to its word and not to the line above.
      if (fragment.size > line.main.size) line.main = fragment
    }
  }
  return lines.map(({ members }) => rowOf(toSegments(members))).sort((a, b) => a.top - b.top)
}

export function rowOf(segments: readonly Segment[]): TextRow {
  return {
    segments,
    from: Math.min(...segments.map((one) => one.from)),
    to: Math.max(...segments.map((one) => one.to)),
    top: Math.min(...segments.map((one) => one.top)),
    bottom: Math.max(...segments.map((one) => one.bottom)),
    size: Math.max(...segments.map((one) => one.size)),
  }
}

/** The text of fragments that stand in one cell: its lines joined by spaces. */
export function textOf(fragments: readonly Fragment[]): string {
  const [first] = fragments
  if (fragments.length === 1 && first !== undefined) return first.text.replaceAll(/\s+/gu, ' ').trim()
  return toLines(fragments)
    .map((line) => line.text)
    .join(' ')
}

function areBeside(a: Fragment, b: Fragment): boolean {
  const shared = Math.min(bottom(a), bottom(b)) - Math.max(top(a), top(b))
  return shared >= sharedHeight * Math.min(a.size, b.size)
}

function toSegments(members: readonly Fragment[]): Segment[] {
  const groups: Fragment[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const fragment of [...members].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1)
    if (group === undefined || fragment.x - end > segmentGap * fragment.size) groups.push([fragment])
    else group.push(fragment)
    end = Math.max(end, right(fragment))
  }
  return groups.map(segmentOf)
}

export function segmentOf(fragments: readonly Fragment[]): Segment {
  return {
    fragments,
    text: textOf(fragments),
    from: Math.min(...fragments.map((one) => one.x)),
    to: Math.max(...fragments.map(right)),
    top: Math.min(...fragments.map(top)),
    bottom: Math.max(...fragments.map(bottom)),
    size: Math.max(...fragments.map((one) => one.size)),
  }
}

/** A fragment without the spaces at its ends, and in two where several spaces stand in it, as programs fill columns. */
function apart(fragment: Fragment): Fragment[] {
  const pieces = [...fragment.text.matchAll(/\S+(?:\s\S+)*/gu)]
  if (pieces.length === 1 && pieces[0]?.[0].length === fragment.text.length) return [fragment]
  return pieces.map((piece) => part(fragment, piece.index, piece.index + piece[0].length))
}

/** The letters from `start` to `end` of a fragment, about where they stand. */
export function part(fragment: Fragment, start: number, end: number): Fragment {
  const [from, to] = [placeIn(fragment, start), placeIn(fragment, end)]
  const x = fragment.rightToLeft ? right(fragment) - to : fragment.x + from
  return {
    ...fragment,
    text: fragment.text.slice(start, end),
    x,
    width: to - from,
    spaceAfter: end < fragment.text.length || fragment.spaceAfter,
  }
}

/** Points from the start of the fragment to the letter at `index`, by how wide letters usually are. */
export function placeIn({ text, width }: Fragment, index: number): number {
  const weigh = (letters: string): number => [...letters].reduce((sum, letter) => sum + usualWidth(letter), 0)
  const whole = weigh(text)
  return whole === 0 ? 0 : (weigh(text.slice(0, index)) / whole) * width
}

function usualWidth(letter: string): number {
  if (/[ ilIjtf.,:;'|!()[\]-]/u.test(letter)) return 0.3
  if (/[mwMW@—]/u.test(letter)) return 0.85
  return /[A-Z]/u.test(letter) ? 0.65 : 0.5
}
