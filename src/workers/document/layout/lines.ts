/** Fragments of one column to lines of text. */
import { bottom, type Fragment, median, right, top } from './fragment.ts'

export interface Line {
  readonly text: string
  readonly x: number
  /** Baseline of its largest text. */
  readonly y: number
  readonly width: number
  readonly size: number
}

/** A gap of this share of the font's size is a space between words. */
const wordGap = 0.18
/** Two fragments this much of the smaller one's height side by side are on one line. */
const sharedHeight = 0.5

/** From the top down. Text printed twice at one place, as some programs do for bold, counts once. */
export function toLines(fragments: readonly Fragment[]): Line[] {
  const rows: Fragment[][] = []
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast((one, index) => index >= rows.length - 4 && isBeside(fragment, one))
    if (row === undefined) rows.push([fragment])
    else if (!row.some((other) => isSamePrint(fragment, other))) row.push(fragment)
  }
  return rows
    .map(toLine)
    .filter((line) => line.text !== '')
    .sort((a, b) => a.y - b.y)
}

function isBeside(fragment: Fragment, row: readonly Fragment[]): boolean {
  const [first, ...others] = row
  if (first === undefined) return false
  // The largest text decides: a footnote's mark belongs to its word and not to the line above.
  const main = others.reduce((largest, one) => (one.size > largest.size ? one : largest), first)
  const shared = Math.min(bottom(fragment), bottom(main)) - Math.max(top(fragment), top(main))
  return shared >= sharedHeight * Math.min(fragment.size, main.size)
}

function isSamePrint(a: Fragment, b: Fragment): boolean {
  const near = 0.12 * a.size
  return a.text === b.text && Math.abs(a.x - b.x) <= near && Math.abs(a.y - b.y) <= near
}

function toLine(row: readonly Fragment[]): Line {
  const letters = (ofRight: boolean): number =>
    row.reduce((sum, one) => sum + (one.rightToLeft === ofRight ? one.text.length : 0), 0)
  const fromRight = letters(true) > letters(false)
  const ordered = [...row].sort((a, b) => (fromRight ? right(b) - right(a) : a.x - b.x))
  let text = ''
  let before: Fragment | null = null
  for (const fragment of ordered) {
    text += before !== null && isApart(before, fragment, fromRight) ? ` ${fragment.text}` : fragment.text
    before = fragment
  }
  const x = Math.min(...row.map((one) => one.x))
  const size = Math.max(...row.map((one) => one.size))
  return {
    text: text.replaceAll(/\s+/gu, ' ').trim(),
    x,
    y: median(row.filter((one) => one.size === size).map((one) => one.y)),
    width: Math.max(...row.map(right)) - x,
    size,
  }
}

function isApart(before: Fragment, after: Fragment, fromRight: boolean): boolean {
  const gap = fromRight ? before.x - right(after) : after.x - right(before)
  const size = Math.min(before.size, after.size)
  // Text that runs back over what stands before it is another piece, not the rest of a word.
  return before.spaceAfter || gap > wordGap * size || gap < -2 * size
}
