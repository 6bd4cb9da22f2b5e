/**
 * Reading order of a page: text columns are found by the gutters between them and read one after another; what spans
 * them divides the page. A top-down cut by white space (Nagy and Seth's X-Y tree, 1984), in which a gutter counts only
 * between columns of running text, so that the rows of a table stay together.
 */
import { bottom, type Fragment, median, right, top } from './fragment.ts'
import { toLines } from './lines.ts'

interface Interval {
  readonly from: number
  readonly to: number
}

/** A gutter is at least this wide, in heights of the text around it. */
const narrowestGutter = 0.9
/** Fewer lines side by side are no columns. */
const fewestLines = 3
/** Running text has more letters a line than the cells of a table. */
const fewestLetters = 14
const deepest = 12

/** Columns and full-width parts in the order they are read; each is to be made into lines on its own. */
export function inReadingOrder(fragments: readonly Fragment[], depth = 0): Fragment[][] {
  if (fragments.length === 0) return []
  const bands = toBands(fragments)
  const parts: Fragment[][] = []
  let whole: Fragment[] = []
  let index = 0
  while (index < bands.length) {
    const columns = depth < deepest ? columnsFrom(bands, index) : null
    if (columns === null) {
      whole.push(...(bands[index] ?? []))
      index += 1
      continue
    }
    if (whole.length > 0) parts.push(whole)
    whole = []
    const ordered = columns.rightToLeft ? [columns.right, columns.left] : [columns.left, columns.right]
    for (const column of ordered) parts.push(...inReadingOrder(column, depth + 1))
    index = columns.end
  }
  if (whole.length > 0) parts.push(whole)
  return parts
}

/** Groups of fragments with nothing but white between one and the next, from the top down. */
function toBands(fragments: readonly Fragment[]): Fragment[][] {
  const bands: Fragment[][] = []
  let lowest = Number.NEGATIVE_INFINITY
  for (const fragment of [...fragments].sort((a, b) => top(a) - top(b))) {
    const band = bands.at(-1)
    if (band === undefined || top(fragment) >= lowest) bands.push([fragment])
    else band.push(fragment)
    lowest = Math.max(lowest, bottom(fragment))
  }
  return bands
}

interface Columns {
  readonly left: Fragment[]
  readonly right: Fragment[]
  readonly rightToLeft: boolean
  /** The first band that is not part of them. */
  readonly end: number
}

/** The longest stretch of bands from `start` that one gutter runs through, if that makes columns. */
function columnsFrom(bands: readonly Fragment[][], start: number): Columns | null {
  let gutters: Interval[] = [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }]
  const members: Fragment[] = []
  let end = start
  while (end < bands.length) {
    const band = bands[end] ?? []
    const narrowed = withoutText(gutters, band)
    if (!narrowed.some((one) => Number.isFinite(one.from) && Number.isFinite(one.to)) && members.length > 0) {
      // A first line that leaves only the margins is no reason to stop before there is anything on the other side.
      if (gutters.some((one) => Number.isFinite(one.from) && Number.isFinite(one.to))) break
    }
    gutters = narrowed
    members.push(...band)
    end += 1
  }
  const size = median(members.map((one) => one.size))
  const candidates = gutters
    .filter(
      (one) => Number.isFinite(one.from) && Number.isFinite(one.to) && one.to - one.from >= narrowestGutter * size,
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from))
  for (const gutter of candidates) {
    const middle = (gutter.from + gutter.to) / 2
    const left = members.filter((one) => one.x < middle)
    const rest = members.filter((one) => one.x >= middle)
    if (!isRunningText(left) || !isRunningText(rest)) continue
    const fromRight = members.filter((one) => one.rightToLeft).length > members.length / 2
    return { left, right: rest, rightToLeft: fromRight, end }
  }
  return null
}

function withoutText(gutters: readonly Interval[], band: readonly Fragment[]): Interval[] {
  let free = [...gutters]
  for (const fragment of band) {
    const [from, to] = [fragment.x, right(fragment)]
    free = free.flatMap((one) => {
      if (to <= one.from || from >= one.to) return [one]
      const pieces = [
        { from: one.from, to: from },
        { from: to, to: one.to },
      ]
      return pieces.filter((piece) => piece.to > piece.from)
    })
  }
  return free
}

function isRunningText(fragments: readonly Fragment[]): boolean {
  const lines = toLines(fragments)
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0)
  return lines.length >= fewestLines && letters / lines.length >= fewestLetters
}
