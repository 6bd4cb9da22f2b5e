/** Fragments of one column to lines of text. */
import { bottom, type Fragment, median, right, top } from './fragment.ts'

/** What one fragment adds to its line: white space within it is single, and there is none at its ends. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly spaceBefore: boolean
}

export interface Line {
  /** Its pieces, with a space where they are apart. */
  readonly text: string
  /** In reading order. */
  readonly pieces: readonly Piece[]
  readonly rightToLeft: boolean
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
  return (
    rows
      .map(toLine)
      // A soft hyphen alone is nothing to read.
      .filter((line) => /[^\s\u00ad]/u.test(line.text))
      .sort((a, b) => a.y - b.y)
  )
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
  const rightToLeft = letters(true) > letters(false)
  const ordered = [...row].sort((a, b) => (rightToLeft ? right(b) - right(a) : a.x - b.x))
  const pieces = toPieces(ordered, rightToLeft)
  const x = Math.min(...row.map((one) => one.x))
  const size = Math.max(...row.map((one) => one.size))
  return {
    text: pieces.map((piece) => (piece.spaceBefore ? ` ${piece.text}` : piece.text)).join(''),
    pieces,
    rightToLeft,
    x,
    y: median(row.filter((one) => one.size === size).map((one) => one.y)),
    width: Math.max(...row.map(right)) - x,
    size,
  }
}

function toPieces(ordered: readonly Fragment[], rightToLeft: boolean): Piece[] {
  const pieces: Piece[] = []
  let before: Fragment | null = null
  let spaceBefore = false
  for (const fragment of ordered) {
    spaceBefore ||= before !== null && isApart(before, fragment, rightToLeft)
    before = fragment
    const text = fragment.text.replaceAll(/\s+/gu, ' ')
    const trimmed = text.trim()
    if (text.startsWith(' ')) spaceBefore = true
    if (trimmed !== '') {
      const { x, width } = fragment
      pieces.push({ text: trimmed, x, width, spaceBefore: spaceBefore && pieces.length > 0 })
      spaceBefore = false
    }
    if (text.endsWith(' ')) spaceBefore = true
  }
  return pieces
}

function isApart(before: Fragment, after: Fragment, rightToLeft: boolean): boolean {
  const gap = rightToLeft ? before.x - right(after) : after.x - right(before)
  const size = Math.min(before.size, after.size)
  // Text that runs back over what stands before it is another piece, not the rest of a word.
  return before.spaceAfter || gap > wordGap * size || gap < -2 * size
}
