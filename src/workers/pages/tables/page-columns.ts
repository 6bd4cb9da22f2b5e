/** Rows of text on pages set in columns: what stands side by side there by chance is taken apart. */
import { isProse } from './content.ts'
import { length, overlap, type Span } from './span.ts'
import { rowOf, type Segment, type TextRow } from './text-rows.ts'

/** Lines of sentences that a column of a page has at least. */
const fewestLines = 6
/** Points by which their left ends differ. */
const sameEdge = 4
/** In heights of the text: how far off a sentence speaks for a row to be of columns. */
const near = 4

/** The rows, each divided at the gutters of the page's columns where there are sentences on either side close by. */
export function apartAtPageColumns(rows: readonly TextRow[]): TextRow[] {
  const prose = rows.flatMap((row) => row.segments.filter((one) => isProse(one.text)))
  const columns = textColumns(prose)
  if (columns.length < 2) return [...rows]
  const gutters = columns.slice(1).map((column, index) => ({ from: columns[index]?.to ?? 0, to: column.from }))
  return rows
    .flatMap((row) => {
      const dividing = gutters.filter(
        (gutter, index) =>
          !row.segments.some((one) => crosses(one, gutter)) &&
          isBesideProse(row, prose, [columns[index], columns[index + 1]], rows, gutter),
      )
      return divided(row, dividing)
    })
    .sort((a, b) => a.top - b.top)
}

/** Stretches of the line that sentences fill, one beside the other; fewer than two where the page has one column. */
function textColumns(prose: readonly Segment[]): Span[] {
  const groups: Segment[][] = []
  for (const segment of [...prose].sort((a, b) => a.from - b.from)) {
    const group = groups.at(-1)
    if (group === undefined || segment.from - (group[0]?.from ?? 0) > sameEdge) groups.push([segment])
    else group.push(segment)
  }
  const columns = groups
    .filter((group) => group.length >= fewestLines)
    .map((group) => ({
      from: Math.min(...group.map((one) => one.from)),
      to: [...group].sort((a, b) => a.to - b.to)[Math.floor(0.9 * (group.length - 1))]?.to ?? 0,
      lines: group.length,
    }))
  const kept: (Span & { readonly lines: number })[] = []
  for (const column of columns.sort((a, b) => b.lines - a.lines)) {
    if (kept.every((one) => overlap(one, column) <= 1)) kept.push(column)
  }
  return kept.sort((a, b) => a.from - b.from)
}

function crosses(segment: Span, gutter: Span): boolean {
  return segment.from < gutter.to - 1 && segment.to > gutter.from + 1 && overlap(segment, gutter) > 0.5 * length(gutter)
}

/** Whether sentences of either column stand level with the row or close by, with nothing across the gutter between. */
function isBesideProse(
  row: TextRow,
  prose: readonly Segment[],
  columns: readonly (Span | undefined)[],
  rows: readonly TextRow[],
  gutter: Span,
): boolean {
  return prose.some((one) => {
    if (!columns.some((column) => column !== undefined && overlap(one, column) > 0.5 * length(one))) return false
    const distance = Math.max(one.top - row.bottom, row.top - one.bottom, 0)
    if (distance > near * row.size) return false
    const [from, to] = [Math.min(one.top, row.top), Math.max(one.bottom, row.bottom)]
    return !rows.some(
      (other) => other.top >= from && other.bottom <= to && other.segments.some((segment) => crosses(segment, gutter)),
    )
  })
}

function divided(row: TextRow, gutters: readonly Span[]): TextRow[] {
  if (gutters.length === 0) return [row]
  const parts = new Map<number, Segment[]>()
  for (const segment of row.segments) {
    const place = gutters.filter((gutter) => (segment.from + segment.to) / 2 > (gutter.from + gutter.to) / 2).length
    parts.set(place, [...(parts.get(place) ?? []), segment])
  }
  return [...parts.values()].map(rowOf)
}
