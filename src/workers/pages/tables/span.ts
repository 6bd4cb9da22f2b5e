/** Stretches along one axis, in points. */

export interface Span {
  readonly from: number
  readonly to: number
}

export function length({ from, to }: Span): number {
  return to - from
}

export function middle({ from, to }: Span): number {
  return (from + to) / 2
}

/** How much two spans share; negative by the gap between those that do not. */
export function overlap(a: Span, b: Span): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from)
}

/** The one around all; null for none. */
export function around(spans: readonly Span[]): Span | null {
  const [first, ...others] = spans
  if (first === undefined) return null
  return others.reduce<Span>(
    (sum, one) => ({ from: Math.min(sum.from, one.from), to: Math.max(sum.to, one.to) }),
    first,
  )
}

/** Sorts spans and joins those that overlap or are no further apart than `gap`. */
export function joined(spans: readonly Span[], gap = 0): Span[] {
  const result: Span[] = []
  for (const one of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last === undefined || one.from - last.to > gap) result.push(one)
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, one.to) }
  }
  return result
}

/** The place in `spans` of the one that shares most with `one`, or is nearest to it; -1 for none. */
export function nearest(one: Span, spans: readonly Span[]): number {
  let best = -1
  for (const [index, other] of spans.entries()) {
    const against = spans[best]
    if (against === undefined || overlap(one, other) > overlap(one, against)) best = index
  }
  return best
}
