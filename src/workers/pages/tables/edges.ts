/** Drawn lines as they are meant: pieces of one line joined, double lines taken for one, specks left out. */
import type { Ruling, Rulings, Shade } from './ruling.ts'
import { joined, type Span } from './span.ts'

export interface Edge extends Span {
  /** y of a horizontal one, x of a vertical one. */
  readonly at: number
}

export interface Edges {
  readonly horizontal: readonly Edge[]
  readonly vertical: readonly Edge[]
}

/** Points. Lines no further apart are one; ends no further apart meet. */
const samePlace = 2
const meeting = 3
/** A line shorter than this, once put together, is a tick or a piece of a drawing. */
const shortest = 5
/** More lines of one direction are a drawing. */
const mostEdges = 3_000

export function edgesOfLines(lines: readonly Ruling[]): Edges {
  return withinLimits({
    horizontal: merged(lines.filter((one) => one.direction === 'horizontal')),
    vertical: merged(lines.filter((one) => one.direction === 'vertical')),
  })
}

/** The sides of filled rectangles, as large as a cell at least. */
export function edgesOfShades(shades: readonly Shade[]): Edges {
  const large = shades.filter((one) => one.right - one.left >= shortest && one.bottom - one.top >= shortest)
  return withinLimits({
    horizontal: merged(
      large.flatMap(({ left, right, top, bottom }) => [top, bottom].map((at) => ({ at, from: left, to: right }))),
    ),
    vertical: merged(
      large.flatMap(({ left, right, top, bottom }) => [left, right].map((at) => ({ at, from: top, to: bottom }))),
    ),
  })
}

export function edgesOf({ lines, shades }: Rulings): { readonly drawn: Edges; readonly shaded: Edges } {
  return { drawn: edgesOfLines(lines), shaded: edgesOfShades(shades) }
}

/** Edges of both, put together again. */
export function together(...parts: readonly Edges[]): Edges {
  return {
    horizontal: merged(parts.flatMap((one) => one.horizontal)),
    vertical: merged(parts.flatMap((one) => one.vertical)),
  }
}

function withinLimits(edges: Edges): Edges {
  return Math.max(edges.horizontal.length, edges.vertical.length) > mostEdges ? { horizontal: [], vertical: [] } : edges
}

export function merged(edges: readonly Edge[]): Edge[] {
  const groups: { members: Edge[]; sum: number }[] = []
  for (const edge of [...edges].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    if (group === undefined || edge.at - group.sum / group.members.length > samePlace) {
      groups.push({ members: [edge], sum: edge.at })
    } else {
      group.members.push(edge)
      group.sum += edge.at
    }
  }
  return groups.flatMap(({ members }) =>
    joined(members, meeting)
      .filter((span) => span.to - span.from >= shortest)
      .map((span) => {
        const parts = members.filter((one) => one.from >= span.from - 0.01 && one.to <= span.to + 0.01)
        return { ...span, at: parts.reduce((sum, one) => sum + one.at, 0) / Math.max(1, parts.length) }
      }),
  )
}

/** Sorted positions, those nearer to each other than lines are apart taken for one. */
export function positionsOf(values: readonly number[], apart = samePlace): number[] {
  const groups: number[][] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group === undefined || value - (group[0] ?? 0) > apart + 1) groups.push([value])
    else group.push(value)
  }
  return groups.map((group) => group.reduce((sum, one) => sum + one, 0) / group.length)
}
