/** Rows of text to rows of a table: lines of one cell put together, names set in the middle of two rows told apart. */
import { dataShare } from './content.ts'
import { nearest, overlap, type Span } from './span.ts'
import type { Segment, TextRow } from './text-rows.ts'

/** A row of a table. */
export interface RowGroup {
  readonly segments: readonly Segment[]
  /** Those that stand in the middle of this row and the next, and belong to both. */
  readonly alsoNext: readonly Segment[]
  readonly top: number
  readonly bottom: number
}

/** Points by which boxes of text may run into each other and still be of two lines. */
const touching = 1
/** White within a cell is less than this share of that between rows. */
const within = 0.7

/**
 * `separators`: y of lines drawn across the whole table, sorted. Where they set apart nearly every row, all between two
 * is one row; else rows are told by their white and by what is missing in them. `namesSpan`: names at the top stand over
 * several columns, so that what is between the first lines may be several rows of names.
 */
export function toRowGroups(
  rows: readonly TextRow[],
  columns: readonly Span[],
  separators: readonly number[],
  namesSpan: boolean,
): RowGroup[] {
  const bands = bandsOf(rows, separators)
  const groups = bands.map((band) => coreRows(band))
  const isComplete = (group: RowGroup): boolean =>
    filledColumns(group, columns).size >= Math.max(2, 0.6 * columns.length)
  const single = groups.filter((band) => band.filter(isComplete).length <= 1).length
  const all = groups.flat()
  const rowsAreRuled = bands.length >= 3 && single >= 0.7 * bands.length && all.length > bands.length
  if (rowsAreRuled) {
    return groups.flatMap((band, index) => {
      const mayBeNames = index === 0 && (namesSpan || band.some((group) => group.alsoNext.length > 0))
      const isOne = band.filter(isComplete).length <= 1 && !mayBeNames
      return isOne ? [mergedGroup(band)] : joinLines(band, all, columns)
    })
  }
  return groups.flatMap((band) => joinLines(band, all, columns))
}

function bandsOf(rows: readonly TextRow[], separators: readonly number[]): TextRow[][] {
  const bands: TextRow[][] = []
  let band = -1
  for (const row of [...rows].sort((a, b) => a.top - b.top)) {
    const at = (row.top + row.bottom) / 2
    const place = separators.filter((one) => one < at).length
    if (place === band) bands.at(-1)?.push(row)
    else bands.push([row])
    band = place
  }
  return bands
}

/**
 * Rows of text that run into each other are one row of the table, but for one in the middle of two that do not: it
 * belongs to both, as the name of rows over which a second row of names stands.
 */
function coreRows(rows: readonly TextRow[]): RowGroup[] {
  const cores: TextRow[] = []
  for (const row of [...rows].sort((a, b) => b.segments.length - a.segments.length || a.top - b.top)) {
    if (!cores.some((core) => isBeside(core, row))) cores.push(row)
  }
  cores.sort((a, b) => a.top - b.top)
  const between = new Map<TextRow, number>()
  for (const [index, core] of cores.entries()) {
    const [before, after] = [cores[index - 1], cores[index + 1]]
    if (before !== undefined && after !== undefined && isInTheMiddle(core, before, after)) between.set(core, index)
  }
  for (const row of between.keys()) cores.splice(cores.indexOf(row), 1)
  const groups = cores.map((core) => ({ segments: [...core.segments], alsoNext: [] as Segment[], spans: [core] }))
  for (const row of rows) {
    if (cores.includes(row)) continue
    const above = cores.findLastIndex((core) => core.top < row.top)
    const beside = between.has(row)
      ? [above, above + 1]
      : cores.flatMap((core, index) => (isBeside(core, row) ? [index] : []))
    const [first = 0, second] = beside
    groups[first]?.segments.push(...row.segments)
    groups[first]?.spans.push(row)
    if (second === first + 1) groups[first]?.alsoNext.push(...row.segments)
  }
  return groups.map(({ segments, alsoNext, spans }) => ({
    segments,
    alsoNext,
    top: Math.min(...spans.map((one) => one.top)),
    bottom: Math.max(...spans.map((one) => one.bottom)),
  }))
}

/** Half way between two rows with no white to either, where neither has text: a name of both. */
function isInTheMiddle(row: TextRow, before: TextRow, after: TextRow): boolean {
  const isTouching = row.top - before.bottom < 0.1 * row.size && after.top - row.bottom < 0.1 * row.size
  const stands = (other: TextRow): boolean =>
    row.segments.some((one) => other.segments.some((against) => overlap(one, against) > 0))
  return isTouching && after.top - before.bottom < row.size && !stands(before) && !stands(after)
}

function isBeside(a: TextRow, b: TextRow): boolean {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > touching
}

export function filledColumns(group: Pick<RowGroup, 'segments'>, columns: readonly Span[]): Set<number> {
  const filled = new Set<number>()
  for (const segment of group.segments) {
    filled.add(nearest(segment, columns))
    for (const [index, column] of columns.entries()) if (overlap(segment, column) > 2) filled.add(index)
  }
  return filled
}

/** Joins lines of one cell within a band; `all` groups of the table tell what is usual. */
function joinLines(band: readonly RowGroup[], all: readonly RowGroup[], columns: readonly Span[]): RowGroup[] {
  const isData = columns.map((column, index) =>
    index === 0
      ? false
      : dataShare(
          all.flatMap((one) =>
            one.segments.filter((s) => nearest(s, columns) === index && overlap(s, column) > 0).map((s) => s.text),
          ),
        ) >= 0.6,
  )
  const gaps = all.slice(1).map((group, index) => group.top - (all[index]?.bottom ?? 0))
  const between = twoKinds(gaps)
  const result: RowGroup[] = []
  for (const [index, group] of band.entries()) {
    const before = result.at(-1)
    // A name of two rows says that they are two.
    if (before === undefined || before.alsoNext.length > 0) {
      result.push(group)
      continue
    }
    const gap = group.top - before.bottom
    const gapAfter = (band[index + 1]?.top ?? Number.POSITIVE_INFINITY) - group.bottom
    const [mine, theirs] = [filledColumns(group, columns), filledColumns(before, columns)]
    const continues =
      between === null
        ? gap <= gapAfter + 1 && isContinuation(mine, theirs, isData)
        : gap < between && (mine.size < theirs.size || theirs.size < columns.length) && isPart(mine, theirs, isData)
    if (continues) result[result.length - 1] = mergedGroup([before, group])
    else result.push(group)
  }
  return result
}

/** With nothing but what is missing to tell: only words, under words, and neither a name nor data of its own. */
function isContinuation(mine: ReadonlySet<number>, theirs: ReadonlySet<number>, isData: readonly boolean[]): boolean {
  if (mine.has(0) || ![...mine].every((column) => theirs.has(column) && isData[column] === false)) return false
  return isData.includes(true) || mine.size < theirs.size
}

/** With less white before it than rows have: both rows must not have data in one column. */
function isPart(mine: ReadonlySet<number>, theirs: ReadonlySet<number>, isData: readonly boolean[]): boolean {
  return ![...mine].some((column) => theirs.has(column) && isData[column] === true)
}

/** The border between the white within cells and that between rows, where there are clearly two kinds; else null. */
function twoKinds(gaps: readonly number[]): number | null {
  const sorted = [...gaps].sort((a, b) => a - b)
  let widest = { ratio: 0, border: 0 }
  for (const [index, gap] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next === undefined || next - gap < 1.2) continue
    const ratio = Math.max(0, gap) / next
    if (widest.border === 0 || ratio < widest.ratio) widest = { ratio, border: (Math.max(0, gap) + next) / 2 }
  }
  // One wide gap alone sets something apart; it does not make the others narrow.
  const wide = sorted.filter((gap) => gap > widest.border).length
  return widest.border > 0 && widest.ratio < within && wide >= 2 ? widest.border : null
}

export function mergedGroup(groups: readonly RowGroup[]): RowGroup {
  return {
    segments: groups.flatMap((one) => one.segments),
    alsoNext: groups.at(-1)?.alsoNext ?? [],
    top: Math.min(...groups.map((one) => one.top)),
    bottom: Math.max(...groups.map((one) => one.bottom)),
  }
}
