/** Heads and feet of pages that the layout did not set apart, and lines repeated like them. */
import type { Line } from './lines.ts'

/** Lines from the outermost of a page inwards that may be running ones. */
const deepest = 2
const fewestPages = 3
const longest = 120

/** What stands at the edge of at least three pages, and of a tenth of them, but for the digits in it, runs. A page's number does. */
export function markRunning(pages: readonly (readonly Line[])[]): void {
  const edges = pages.map((lines) => [
    ...lines.slice(0, deepest),
    ...lines.slice(Math.max(deepest, lines.length - deepest)),
  ])
  const counts = new Map<string, number>()
  for (const lines of edges) {
    for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const needed = Math.max(fewestPages, 0.1 * pages.length)
  for (const lines of edges) {
    for (const line of lines) {
      if (line.whole || line.text.length > longest || line.role !== 'prose') continue
      const repeated = pages.length >= fewestPages && (counts.get(keyOf(line)) ?? 0) >= needed
      if (repeated || /^[–—-]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[–—-]?$/u.test(line.text)) line.role = 'running'
    }
  }
}

function keyOf(line: Line): string {
  return line.text.toLowerCase().replaceAll(/\d+/gu, '#')
}
