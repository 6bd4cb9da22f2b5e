/**
 * Tables with lines across but not between all cells: rules above, under the header and below (booktabs), a line under
 * each row, rows with a ground. The lines give the place, and rows where there are enough; the columns are those of the
 * text. Nothing but lines of equal width around text that stands in columns makes a table.
 */

import { median } from '../layout/fragment.ts'
import { type FoundColumns, findColumns } from './columns.ts'
import { dataShare, isDatum, isProse } from './content.ts'
import type { Edge, Edges } from './edges.ts'
import { positionsOf } from './edges.ts'
import { type Grid, textsOf } from './grid.ts'
import { mostHeaderRows } from './headers.ts'
import { looksLikeOther } from './looks-like-table.ts'
import { filledColumns, type RowGroup, toRowGroups } from './row-groups.ts'
import { near, rowsAbove, rowsBelow } from './rows-beyond.ts'
import { length, overlap } from './span.ts'
import { namedRowsAbove, toTextGrid, withNamesOverText } from './text-grid.ts'
import { rowOf, type TextRow } from './text-rows.ts'

export interface TextTable {
  readonly grid: Grid
  /** The rows of text that are in it. */
  readonly rows: readonly TextRow[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Points by which the ends of lines of one table differ. */
const sameEnd = 4
const narrowestGutter = 0.45
/** Heights of the text: white between two rows that no line sets apart. */
const emptiest = 5
/** Rows of words alone that make a table. */
const fewestOfWords = 3
/** Between columns of words. */
const wideGutter = 0.9
const fewestWidth = 40

export function partlyRuledTables(rows: readonly TextRow[], drawn: Edges, shaded: Edges): TextTable[] {
  const tables: TextTable[] = []
  const horizontal = [...drawn.horizontal, ...shaded.horizontal]
  const vertical = [...drawn.vertical, ...shaded.vertical]
  for (const group of groupsOfEqualWidth(horizontal)) {
    const [from, to] = [Math.min(...group.map((one) => one.from)), Math.max(...group.map((one) => one.to))]
    const inside = rows.flatMap((row) => within(row, from, to))
    for (const run of tabularRuns(positionsOf(group.map((one) => one.at)), inside)) {
      const table = tableOf(run, inside, { from, to }, horizontal, vertical)
      if (table !== null && !tables.some((one) => isSamePlace(one, table))) tables.push(table)
    }
  }
  return tables
}

function isSamePlace(a: TextTable, b: TextTable): boolean {
  return a.rows.some((row) => b.rows.some((other) => row.top === other.top && overlap(row, other) > 0))
}

/** Lines that begin and end at the same places, the widest groups first. */
function groupsOfEqualWidth(edges: readonly Edge[]): Edge[][] {
  const groups: Edge[][] = []
  for (const edge of edges.filter((one) => length(one) >= fewestWidth)) {
    const group = groups.find(([first]) => {
      return (
        first !== undefined && Math.abs(first.from - edge.from) <= sameEnd && Math.abs(first.to - edge.to) <= sameEnd
      )
    })
    if (group === undefined) groups.push([edge])
    else group.push(edge)
  }
  return groups
    .filter((group) => group.length >= 2)
    .sort((a, b) => b.length - a.length || length(b[0] ?? { from: 0, to: 0 }) - length(a[0] ?? { from: 0, to: 0 }))
}

/** The part of a row that stands between two ends; nothing where something runs over them. */
function within(row: TextRow, from: number, to: number): TextRow[] {
  const segments = row.segments.filter((one) => one.from >= from - sameEnd && one.to <= to + sameEnd)
  const crossing = row.segments.some((one) => !segments.includes(one) && overlap(one, { from, to }) > 2 * sameEnd)
  return segments.length === 0 || crossing ? [] : [rowOf(segments)]
}

interface Run {
  /** Sorted. */
  readonly lines: readonly number[]
}

/** Lines one after another with nothing but columns of text between them. */
function tabularRuns(lines: readonly number[], rows: readonly TextRow[]): Run[] {
  const runs: number[][] = []
  let open: number[] = []
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    open.push(line)
    const band = next === undefined ? [] : rows.filter((row) => isBetween(row, line, next))
    const follows = next !== undefined && (band.length === 0 ? next - line < 8 : isTabular(band, open.length === 1))
    if (follows) continue
    runs.push(open)
    open = []
  }
  return runs.filter((run) => run.length >= 2).map((run) => ({ lines: run }))
}

function isBetween(row: TextRow, above: number, below: number): boolean {
  const y = (row.top + row.bottom) / 2
  return y > above && y < below
}

function isTabular(band: readonly TextRow[], isFirst: boolean): boolean {
  // Rows this far apart, with no line between them, are labels of pictures.
  const isSparse = band.slice(1).some((row, index) => row.top - (band[index]?.bottom ?? 0) > emptiest * row.size)
  if (isSparse) return false
  const several = band.filter((row) => row.segments.length > 1)
  const left = Math.min(...band.map((row) => row.from))
  const sentences = band.filter(
    (row) => row.segments.length === 1 && row.from < left + row.size && isProse(row.segments[0]?.text ?? ''),
  )
  if (sentences.length > 0.3 * band.length || sentences.length > several.length) return false
  // One row of a single text between lines is a heading within the table, or its title.
  return several.length > 0 || (band.length <= 2 && !isFirst)
}

function tableOf(
  { lines }: Run,
  rows: readonly TextRow[],
  ends: { readonly from: number; readonly to: number },
  horizontal: readonly Edge[],
  vertical: readonly Edge[],
): TextTable | null {
  const [top = 0, lastLine = 0] = [lines[0], lines.at(-1)]
  let members = rows.filter((row) => isBetween(row, top, lastLine))
  const below = rows.filter((one) => one.top + 0.3 * one.size > lastLine)
  // A header alone between its lines tells no columns: those of the rows below it do.
  const first = findIn(members.length > 2 ? members : [...members, ...near(below, lastLine)], vertical, top, lastLine)
  if (first === null) return null
  // The lowest line may be that under the header or a row's: what goes on below in the same columns belongs to it.
  members = [...members, ...rowsBelow(below, lastLine, first.columns)]
  const bottom = Math.max(lastLine, ...members.map((row) => row.bottom))
  members = [...rowsAbove(rows, members, lines, first.columns), ...members]
  const found = findIn(members, vertical, Math.min(top, members[0]?.top ?? top), bottom)
  if (found === null) return null
  const { above } = found
  const separators = [...lines]
  const groups = toRowGroups(members, found.columns, separators, above > 0)
  const namedRows = namedRowsOf(groups, found.columns, members[above]?.top ?? top, lines)
  const columns = withNamesOverText(found.columns, groups, namedRows)
  const partial = horizontal.filter(
    (edge) =>
      edge.at > top - 2 &&
      edge.at < bottom + 2 &&
      length(edge) < 0.9 * (ends.to - ends.from) &&
      overlap(edge, ends) > 0,
  )
  const grid = toTextGrid({ found: 'ruled', groups, columns, namedRows, separators, partial })
  const filled = groups.filter((group) => filledColumns(group, columns).size >= 2).length
  if (groups.length < 2 || filled < 2 || looksLikeOther(grid) || areSentences(members)) return null
  if (filled < fewestOfWords && !textsOf(grid).flat().some(isDatum)) return null
  return {
    grid,
    rows: members,
    left: Math.min(ends.from, ...members.map((row) => row.from)),
    right: Math.max(ends.to, ...members.map((row) => row.to)),
    top: Math.min(top, ...members.map((row) => row.top)),
    bottom: Math.max(bottom, ...members.map((row) => row.bottom)),
  }
}

/** Words a space apart, marked one by one: each on its own ground, as in a template with fields to fill in. */
function areSentences(rows: readonly TextRow[]): boolean {
  const sentences = rows.filter(({ segments, size }) => {
    const gaps = segments.slice(1).map((one, index) => one.from - (segments[index]?.to ?? 0))
    const isDense = gaps.length >= 4 && median(gaps) < 0.7 * size
    return isDense && dataShare(segments.map((one) => one.text)) < 0.3
  })
  return sentences.length >= 0.5 * rows.length
}

function findIn(
  members: readonly TextRow[],
  vertical: readonly Edge[],
  top: number,
  bottom: number,
): ReturnType<typeof findColumns> | null {
  if (members.length < 2) return null
  const inside = vertical.filter((edge) => overlap(edge, { from: top, to: bottom }) > 5)
  const verticals = positionsOf(inside.map((edge) => edge.at))
  const mostAbove = Math.min(3, members.length - 2)
  const found = findColumns(members, { narrowestGutter, verticals, mostAbove })
  const beside = members.flatMap((row) => row.segments.slice(1).map((one) => one.text))
  // Words may stand in line by chance where they are but a space apart; numbers seldom do.
  const sure =
    dataShare(beside) >= 0.3 ? found : findColumns(members, { narrowestGutter: wideGutter, verticals, mostAbove })
  return sure.columns.length >= 2 ? sure : null
}

/** Rows of names at the top: those that stand across columns, those above the second line, those above data. */
function namedRowsOf(
  groups: readonly RowGroup[],
  columns: FoundColumns['columns'],
  firstInColumns: number,
  lines: readonly number[],
): number {
  const until = (y: number): number => groups.filter((group) => group.top < y).length
  const second = lines.find((line) => until(line) > 0)
  const counts = [
    until(firstInColumns + 0.5),
    second === undefined ? 0 : until(second),
    namedRowsAbove(groups, columns),
  ]
  return Math.max(0, ...counts.filter((count) => count <= mostHeaderRows && count < groups.length))
}
