/** Marks over flowed text: ranges given to the browser to bring out, without touching the elements. */
import type { TextMark } from './mark-layer.tsx'

export interface MarkedRange {
  readonly range: Range
  readonly kind: TextMark['kind']
}

const byPage = new Set<readonly MarkedRange[]>()
const kinds = ['hit', 'current', 'quoted'] as const satisfies readonly TextMark['kind'][]

/** The name under which the style sheet of the text finds them. */
export function highlightName(kind: TextMark['kind']): string {
  return `document-${kind}`
}

/** Brings them out until the function it gives is called. A browser without highlights still scrolls to them. */
export function markRanges(ranges: readonly MarkedRange[]): () => void {
  byPage.add(ranges)
  draw()
  return () => {
    byPage.delete(ranges)
    draw()
  }
}

function draw(): void {
  if (!('highlights' in CSS)) return
  for (const [priority, kind] of kinds.entries()) {
    const ranges = [...byPage].flatMap((page) => page.filter((one) => one.kind === kind).map(({ range }) => range))
    const highlight = new Highlight(...ranges)
    highlight.priority = priority
    if (ranges.length === 0) CSS.highlights.delete(highlightName(kind))
    else CSS.highlights.set(highlightName(kind), highlight)
  }
}
