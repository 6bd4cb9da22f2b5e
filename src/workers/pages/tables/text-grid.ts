/** Rows of text and columns to a grid: each segment to its cell, names of several columns over all of them. */
import type { Fragment } from '../layout/fragment.ts'
import { isDatum, isYear } from './content.ts'
import type { Edge } from './edges.ts'
import { type Cell, cellOf, type Grid } from './grid.ts'
import { mostHeaderRows } from './headers.ts'
import type { RowGroup } from './row-groups.ts'
import { around, length, middle, nearest, overlap, type Span } from './span.ts'
import { type Segment, segmentOf } from './text-rows.ts'

export interface TextGridInput {
  readonly found: Grid['found']
  readonly groups: readonly RowGroup[]
  readonly columns: readonly Span[]
  /** Rows at the top in which a segment may name several columns. */
  readonly namedRows: number
  /** Lines across the whole table, and those across part of it. */
  readonly separators: readonly number[]
  readonly partial: readonly Edge[]
}

interface Placed {
  readonly row: number
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly fragments: Fragment[]
}

export function toTextGrid({ found, groups, columns, namedRows, separators, partial }: TextGridInput): Grid {
  const placed: Placed[] = []
  const taken = new Map<number, Placed>()
  const cellAt = (row: number, column: number): Placed | undefined => taken.get(row * columns.length + column)
  const put = (segment: Segment, row: number, column: number, across: number, down: number): void => {
    const there = cellAt(row, column)
    if (there !== undefined) {
      there.fragments.push(...segment.fragments)
      return
    }
    const free = (y: number, x: number): boolean => cellAt(y, x) === undefined
    let wide = 1
    while (wide < across && free(row, column + wide)) wide += 1
    let high = 1
    while (high < down && free(row + high, column)) high += 1
    // No cell is of more than one row and of more than one column.
    if (wide > 1) high = 1
    const cell = { row, column, columns: wide, rows: high, fragments: [...segment.fragments] }
    placed.push(cell)
    for (let y = row; y < row + high; y += 1) {
      for (let x = column; x < column + wide; x += 1) taken.set(y * columns.length + x, cell)
    }
  }
  const below = columnsBelow(groups.slice(Math.max(0, namedRows - 1)), columns)
  for (const [row, group] of groups.entries()) {
    const next = groups[row + 1]
    const isNames = row < namedRows
    const spans =
      row + 1 < namedRows ? namedSpans(group, next, below, partial) : new Map<Segment, readonly [number, number]>()
    for (const segment of group.segments.filter((one) => !group.alsoNext.includes(one))) {
      const isOverNames = spans.has(segment) && next?.segments.some((one) => isDatum(one.text)) === false
      const named = isOverNames ? [segment] : namesApart(segment, group, columns)
      for (const piece of isNames ? named : dividedAtColumns(segment, columns)) {
        const [column, across] = spans.get(piece) ?? [Math.max(0, nearest(piece, columns)), 1]
        put(piece, row, column, across, 1)
      }
    }
    for (const segment of group.alsoNext) put(segment, row, Math.max(0, nearest(segment, columns)), 1, 2)
  }
  const cells: Cell[] = placed.map(({ fragments, ...place }) => cellOf(place, fragments))
  for (const row of groups.keys()) {
    for (const column of columns.keys()) {
      if (cellAt(row, column) === undefined) cells.push(cellOf({ row, column, rows: 1, columns: 1 }, []))
    }
  }
  const rows = groups.map((group): Span => ({ from: group.top, to: group.bottom }))
  return {
    found,
    columns,
    rows,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    ruledBelow: rows.map((one, index) => {
      const after = rows[index + 1]?.from ?? Number.POSITIVE_INFINITY
      return separators.some((at) => at > middle(one) && at < after + 2 && after !== Number.POSITIVE_INFINITY)
    }),
    namedRows,
  }
}

/** As wide as what stands in them from the last row of names on: a name over several makes none of them wider. */
function columnsBelow(groups: readonly RowGroup[], columns: readonly Span[]): Span[] {
  const segments = groups.flatMap((group) => group.segments)
  return columns.map(
    (column, index) =>
      around(segments.filter((one) => overlap(one, column) > 0 && nearest(one, columns) === index)) ?? column,
  )
}

/**
 * Rows at the top that hold names: those above the first with data beside its own name, years not counting as such; 0
 * where there are none, or more than a header has.
 */
export function namedRowsAbove(groups: readonly RowGroup[], columns: readonly Span[]): number {
  const hasData = (group: RowGroup): boolean =>
    group.segments.some((one) => nearest(one, columns) > 0 && isDatum(one.text) && !isYear(one.text))
  const first = groups.findIndex(hasData)
  return first <= mostHeaderRows ? Math.max(0, first) : 0
}

/** Where names stand beside the column they name, at its other side, both are one column. */
export function withNamesOverText(columns: readonly Span[], groups: readonly RowGroup[], namedRows: number): Span[] {
  if (namedRows === 0) return [...columns]
  const filled = (from: readonly RowGroup[]): Set<number> =>
    new Set(from.flatMap((group) => group.segments.map((one) => nearest(one, columns))))
  const [named, below] = [filled(groups.slice(0, namedRows)), filled(groups.slice(namedRows))]
  const result: Span[] = []
  let joinedBefore = false
  for (const [index, column] of columns.entries()) {
    const last = result.at(-1)
    const isOther =
      named.has(index) !== named.has(index - 1) &&
      below.has(index) !== below.has(index - 1) &&
      named.has(index) !== below.has(index)
    joinedBefore = last !== undefined && !joinedBefore && isOther
    if (last !== undefined && joinedBefore) result[result.length - 1] = { from: last.from, to: column.to }
    else result.push(column)
  }
  return result
}

/** In heights of the font: a space between the words of a name is narrower. */
const betweenNames = 0.3

/**
 * Names that stand nearer to each other than columns do: two words with more than a space between them, each over a
 * column of its own that nothing else in the row names.
 */
function namesApart(segment: Segment, group: RowGroup, columns: readonly Span[]): Segment[] {
  const names: Fragment[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const fragment of segment.fragments.toSorted((a, b) => a.x - b.x)) {
    const name = names.at(-1)
    if (name === undefined || fragment.x - end > betweenNames * fragment.size) names.push([fragment])
    else name.push(fragment)
    end = Math.max(end, fragment.x + fragment.width)
  }
  if (names.length === 1) return [segment]
  const pieces = names.map(segmentOf)
  const others = group.segments.filter((one) => one !== segment).map((one) => nearest(one, columns))
  const places = pieces.map((piece) => nearest(piece, columns))
  const isApart = new Set([...places, ...others]).size === places.length + new Set(others).size
  return isApart ? pieces : [segment]
}

/** A segment over several columns in two where its own pieces stand apart at the white between them. */
function dividedAtColumns(segment: Segment, columns: readonly Span[]): Segment[] {
  if (segment.fragments.length < 2) return [segment]
  const groups = new Map<number, Fragment[]>()
  for (const fragment of segment.fragments) {
    const place = nearest({ from: fragment.x, to: fragment.x + fragment.width }, columns)
    groups.set(place, [...(groups.get(place) ?? []), fragment])
  }
  return groups.size === 1 ? [segment] : [...groups.values()].map(segmentOf)
}

/**
 * For the segments of a row of names that stand for more than one column: the first column and how many. Told by the
 * line drawn under the name; else by the columns it stands in the middle of, begins at or ends at, as far as they have
 * no other name in this row and names of their own in the next.
 */
function namedSpans(
  group: RowGroup,
  next: RowGroup | undefined,
  columns: readonly Span[],
  partial: readonly Edge[],
): Map<Segment, readonly [number, number]> {
  const spans = new Map<Segment, readonly [number, number]>()
  const own = group.segments.filter((one) => !group.alsoNext.includes(one))
  const taken = new Map<number, Segment>()
  for (const segment of group.segments) taken.set(nearest(segment, columns), segment)
  const below = new Set((next?.segments ?? []).map((one) => nearest(one, columns)))
  const size = Math.max(1, ...own.map((one) => one.size))
  const isFree = (index: number, segment: Segment): boolean => {
    const holder = taken.get(index)
    return (holder === undefined || holder === segment) && below.has(index)
  }
  for (const segment of own) {
    const underline = partial.find(
      (edge) =>
        edge.at > segment.bottom - 0.3 * size &&
        edge.at < (next?.top ?? segment.bottom) + 0.6 * size &&
        own.every((one) => (one === segment ? overlap(edge, one) > 0.8 * length(one) : overlap(edge, one) <= 0)),
    )
    const range =
      underline !== undefined
        ? columnsOver(underline, columns)
        : bestRange(segment, nearest(segment, columns), columns, (index) => isFree(index, segment), size)
    if (range !== null && range[1] > 1) {
      spans.set(segment, range)
      for (let index = range[0]; index < range[0] + range[1]; index += 1) taken.set(index, segment)
    }
  }
  return spans
}

function columnsOver(edge: Edge, columns: readonly Span[]): readonly [number, number] | null {
  const over = columns.flatMap((column, index) => (overlap(edge, column) > 0.5 * length(column) ? [index] : []))
  const [first] = over
  return first === undefined ? null : [first, over.length]
}

function bestRange(
  segment: Segment,
  home: number,
  columns: readonly Span[],
  isFree: (index: number) => boolean,
  size: number,
): readonly [number, number] | null {
  const crossed = columns.flatMap((column, index) => (overlap(segment, column) > 0.3 * size ? [index] : []))
  const [low, high] = [Math.min(home, ...crossed), Math.max(home, ...crossed)]
  let [least, most] = [low, high]
  // The first column holds the names of the rows: what stands over others does not name it too.
  while (least > 1 && isFree(least - 1)) least -= 1
  while (most < columns.length - 1 && isFree(most + 1)) most += 1
  let best: { readonly first: number; readonly last: number; readonly miss: number } | null = null
  for (let first = least; first <= low; first += 1) {
    for (let last = high; last <= most; last += 1) {
      const [left, right] = [columns[first], columns[last]]
      if (left === undefined || right === undefined) continue
      const misses = [
        Math.abs(middle(segment) - (left.from + right.to) / 2),
        // A name at one end of its columns says less about where they end than one in their middle.
        Math.abs(segment.from - left.from) + 0.2 * size * (most - last),
        Math.abs(segment.to - right.to) + 0.2 * size * (first - least),
      ]
      const miss = Math.min(...misses) - 0.01 * (last - first)
      if (best === null || miss < best.miss - 1e-9) best = { first, last, miss }
    }
  }
  return best === null ? null : [best.first, best.last - best.first + 1]
}
