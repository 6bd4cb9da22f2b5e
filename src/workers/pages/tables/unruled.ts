/**
 * Tables without lines: rows one below the other whose texts stand in the same columns. Most of what stands in columns
 * is no table, so that a stretch of rows has to look like data: see `looksLikeTable`.
 *
 * Stretches are grown as in Nurminen (2013, section 5) from rows with white wider than a space within them; columns come
 * from the white that runs through (see `findColumns`).
 */
import { isCaption } from './captions.ts'
import { findColumns } from './columns.ts'
import { isProse } from './content.ts'
import type { Edges } from './edges.ts'
import { looksLikeTable } from './looks-like-table.ts'
import type { TextTable } from './partly-ruled.ts'
import { filledColumns, toRowGroups } from './row-groups.ts'
import { length, overlap } from './span.ts'
import { namedRowsAbove, toTextGrid, withNamesOverText } from './text-grid.ts'
import type { TextRow } from './text-rows.ts'

/** Heights of the text: rows of one table are no further apart. */
const farthest = 1.9
const narrowestGutter = 0.8
const mostRows = 400
/** Heights of the text: how far off the lines of one cell begin, and the white between them. */
const sameEdge = 0.35
const nextLine = 0.7
/** Points by which the white between the lines of one cell differs. */
const sameWhite = 1

export function unruledTables(rows: readonly TextRow[], edges: Edges): TextTable[] {
  return stretches(rows).flatMap((stretch) => {
    const table = tableOf(stretch, edges) ?? tableOf(stretch.slice(1), edges) ?? tableOf(stretch.slice(0, -1), edges)
    return table === null ? [] : [table]
  })
}

/** Rows near to each other, most of them with several texts, that no sentence or caption interrupts. */
function stretches(rows: readonly TextRow[]): TextRow[][] {
  const done: TextRow[][] = []
  const open: TextRow[][] = []
  for (const row of rows) {
    for (const stretch of [...open]) {
      const last = stretch.at(-1)
      if (last !== undefined && row.top - last.bottom > farthest * Math.max(row.size, last.size)) {
        open.splice(open.indexOf(stretch), 1)
        done.push(stretch)
      }
    }
    const over = open.filter((stretch) => stretch.some((one) => overlap(one, row) > 0))
    if (endsTable(row) && !over.some((stretch) => goesOn(row, stretch))) {
      for (const stretch of over) open.splice(open.indexOf(stretch), 1)
      done.push(...over)
      continue
    }
    const [own, ...others] = over
    if (own === undefined) open.push([row])
    else {
      own.push(row)
      for (const other of others) {
        own.push(...other)
        open.splice(open.indexOf(other), 1)
      }
      own.sort((a, b) => a.top - b.top)
    }
  }
  return [...done, ...open].map(trimmed).filter((stretch) => stretch.length >= 2 && stretch.length <= mostRows)
}

function endsTable(row: TextRow): boolean {
  const [only] = row.segments
  if (only === undefined) return true
  return isCaption(only.text) || (row.segments.length === 1 && isProse(only.text) && length(row) > 22 * row.size)
}

/**
 * A further line of a cell: it begins where a text of the last row of several does, not the first of them, close below what
 * is there so far, and ends before the next column begins.
 */
function goesOn(row: TextRow, stretch: readonly TextRow[]): boolean {
  const [only] = row.segments
  const [cells, last] = [stretch.findLast((one) => one.segments.length > 1)?.segments ?? [], stretch.at(-1)]
  if (only === undefined || row.segments.length > 1 || last === undefined) return false
  const place = cells.findIndex((one) => Math.abs(one.from - only.from) <= sameEdge * only.size)
  const end = cells[place + 1]?.from ?? Math.max(...stretch.map((one) => one.to)) + narrowestGutter * only.size
  return place > 0 && row.top - last.bottom <= nextLine * only.size && end - only.to >= narrowestGutter * only.size
}

/**
 * Without rows of one text at either end: headings, notes, the end of a paragraph. A cell may go on below the last row, as
 * close as lines of the table are anywhere.
 */
function trimmed(stretch: readonly TextRow[]): TextRow[] {
  const first = stretch.findIndex((row) => row.segments.length > 1)
  if (first < 0) return []
  let end = stretch.findLastIndex((row) => row.segments.length > 1) + 1
  const white = (index: number): number => (stretch[index]?.top ?? 0) - (stretch[index - 1]?.bottom ?? 0)
  const least = Math.min(...stretch.slice(first + 1, end).map((_, index) => white(first + 1 + index)))
  const isNext = (row: TextRow | undefined): boolean =>
    row !== undefined && white(end) <= least + sameWhite && goesOn(row, stretch.slice(first, end))
  while (isNext(stretch[end])) end += 1
  return stretch.slice(first, end)
}

function tableOf(stretch: readonly TextRow[], edges: Edges): TextTable | null {
  const members = trimmed(stretch)
  const { columns: found, above } = findColumns(members, { narrowestGutter, verticals: [], mostAbove: 3 })
  if (found.length < 2) return null
  const [from, to] = [found[0]?.from ?? 0, found.at(-1)?.to ?? 0]
  const [top, bottom] = [members[0]?.top ?? 0, members.at(-1)?.bottom ?? 0]
  const inside = edges.horizontal.filter(
    (edge) => edge.at > top && edge.at < bottom && overlap(edge, { from, to }) > 10,
  )
  const separators = inside.filter((edge) => overlap(edge, { from, to }) > 0.85 * (to - from)).map((edge) => edge.at)
  const groups = toRowGroups(members, found, separators, above > 0)
  const edge = members[above]?.top ?? top
  const byColumns = above === 0 ? 0 : groups.filter((one) => one.top < edge + 0.5).length
  const most = Math.max(byColumns, namedRowsAbove(groups, found))
  const namedRows = most < groups.length ? most : 0
  const columns = withNamesOverText(found, groups, namedRows)
  const partial = inside.filter((one) => !separators.includes(one.at))
  const grid = toTextGrid({
    found: 'unruled',
    groups,
    columns,
    namedRows,
    separators,
    partial,
  })
  if (!looksLikeTable(grid, groups, members, separators.length > 0)) return null
  if (groups.filter((group) => filledColumns(group, columns).size >= 2).length < 2) return null
  return { grid, rows: members, left: from, right: to, top, bottom }
}
