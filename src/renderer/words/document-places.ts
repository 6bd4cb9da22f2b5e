/** From a stretch of a page's text to where it is printed, and back: for marks over a page and for what is copied. */
import type { TextLine } from '../../shared/document/reading.ts'

/** A line as a rectangle turned about its own centre; points, origin top left of the page. */
export interface LineFrame {
  readonly left: number
  readonly top: number
  /** Along the line. */
  readonly width: number
  readonly height: number
  /** Degrees clockwise. */
  readonly angle: number
}

/** A stretch of one line. `from` and `to` in points from the left end of its frame. */
export interface LineMark {
  readonly frame: LineFrame
  readonly from: number
  readonly to: number
}

/** Of a piece of a line in a font of that size: how wide parts of it are beside each other, in any unit. */
export type MeasurePiece = (piece: TextLine['pieces'][number], size: number) => (part: string) => number

const byLength: MeasurePiece = () => (part) => part.length

/**
 * The box of a line that runs at an angle is the smallest upright one around it: both have the same centre. A quarter
 * turn swaps its sides; at any other angle its length is that of its pieces.
 */
export function frameOf(line: TextLine): LineFrame {
  const [left, top, right, bottom] = line.box
  const [boxWidth, boxHeight] = [Math.max(0, right - left), Math.max(0, bottom - top)]
  const angle = ((line.angle % 360) + 360) % 360
  let [width, height] = [boxWidth, boxHeight]
  if (isNear(angle, 90) || isNear(angle, 270)) [width, height] = [boxHeight, boxWidth]
  else if (!isNear(angle, 0) && !isNear(angle, 180) && !isNear(angle, 360)) {
    width = Math.max(...line.pieces.map((piece) => piece.x + piece.width), 0)
    height = line.size
  }
  return { left: (left + right - width) / 2, top: (top + bottom - height) / 2, width, height, angle: line.angle }
}

function isNear(angle: number, wanted: number): boolean {
  return Math.abs(angle - wanted) < 1
}

/**
 * How a line's own text and its stretch of the page's text go together: equal from the start up to `head` and equal
 * from the end back for `tail`; only a word broken at the end of a line differs in between.
 */
interface Alignment {
  readonly own: number
  readonly page: number
  readonly head: number
  readonly tail: number
}

function alignmentOf(own: string, page: string): Alignment {
  const shorter = Math.min(own.length, page.length)
  let head = 0
  while (head < shorter && own.charCodeAt(head) === page.charCodeAt(head)) head += 1
  let tail = 0
  while (tail < shorter - head && own.charCodeAt(own.length - 1 - tail) === page.charCodeAt(page.length - 1 - tail)) {
    tail += 1
  }
  return { own: own.length, page: page.length, head, tail }
}

/** An offset in one of two aligned texts as an offset in the other. */
function carry(offset: number, head: number, tail: number, from: number, to: number): number {
  if (offset <= head) return offset
  if (offset >= from - tail) return Math.max(head, to - (from - offset))
  const [between, room] = [from - tail - head, to - tail - head]
  return head + Math.round(((offset - head) * room) / between)
}

interface BodyLine extends TextLine {
  readonly start: number
  readonly end: number
}

export function isBodyLine(line: TextLine): line is BodyLine {
  return line.start !== null && line.end !== null
}

/** Offset in the page's text as an offset in the line's own text, within 0 and its length. */
export function offsetInLine(line: BodyLine, pageText: string, offset: number): number {
  const page = pageText.slice(line.start, line.end)
  const { head, tail } = alignmentOf(line.text, page)
  const within = Math.min(page.length, Math.max(0, offset - line.start))
  return carry(within, head, tail, page.length, line.text.length)
}

/** The other way round. */
export function offsetInPage(line: BodyLine, pageText: string, offset: number): number {
  const page = pageText.slice(line.start, line.end)
  const { head, tail } = alignmentOf(line.text, page)
  const within = Math.min(line.text.length, Math.max(0, offset))
  return line.start + carry(within, head, tail, line.text.length, page.length)
}

/** Where `start` to `end` of the page's text is printed: one mark a line, none where the place is not on it. */
export function marksOf(
  lines: readonly TextLine[],
  pageText: string,
  start: number,
  end: number,
  measurePiece: MeasurePiece = byLength,
): readonly LineMark[] {
  const marks: LineMark[] = []
  for (const line of lines) {
    if (!isBodyLine(line) || line.start >= end || line.end <= start) continue
    const from = offsetInLine(line, pageText, Math.max(start, line.start))
    const to = offsetInLine(line, pageText, Math.min(end, line.end))
    const stretch = from < to ? stretchOf(line, from, to, measurePiece) : null
    if (stretch !== null) marks.push({ frame: frameOf(line), ...stretch })
  }
  return marks
}

/** Points from the left end of the line for a stretch of its own text; null where nothing printed is in it. */
function stretchOf(
  line: TextLine,
  from: number,
  to: number,
  measurePiece: MeasurePiece,
): { readonly from: number; readonly to: number } | null {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let at = 0
  for (const piece of line.pieces) {
    if (piece.spaceBefore && at > 0) at += 1
    const [first, last] = [Math.max(from, at), Math.min(to, at + piece.text.length)]
    if (first < last) {
      const measure = measurePiece(piece, line.size)
      const whole = measure(piece.text)
      const share = (offset: number): number =>
        whole === 0 ? 0 : Math.min(1, measure(piece.text.slice(0, offset - at)) / whole)
      const [begin, end] = [share(first), share(last)]
      const [low, high] = line.rightToLeft ? [1 - end, 1 - begin] : [begin, end]
      left = Math.min(left, piece.x + low * piece.width)
      right = Math.max(right, piece.x + high * piece.width)
    }
    at += piece.text.length
  }
  return left < right ? { from: left, to: right } : null
}

/** One end of a selection: a line of the page and an offset in its own text. */
export interface LinePoint {
  readonly line: number
  readonly offset: number
}

/**
 * The text from one point to another, as the page reads: lines one below the other, broken words whole, an empty line
 * between blocks. Headers and footers, which are no part of the page's text, are lines of their own.
 */
export function textBetween(lines: readonly TextLine[], pageText: string, from: LinePoint, to: LinePoint): string {
  const parts: string[] = []
  let body: { readonly start: number; end: number } | null = null
  const endBody = (): void => {
    if (body !== null) parts.push(pageText.slice(body.start, body.end))
    body = null
  }
  for (let place = from.line; place <= to.line; place += 1) {
    const line = lines[place]
    if (line === undefined) continue
    const first = place === from.line ? from.offset : 0
    const last = place === to.line ? to.offset : line.text.length
    if (first >= last) continue
    if (!isBodyLine(line)) {
      endBody()
      parts.push(line.text.slice(first, last))
      continue
    }
    const start = offsetInPage(line, pageText, first)
    const end = offsetInPage(line, pageText, last)
    if (body === null) body = { start, end }
    else body.end = Math.max(body.end, end)
  }
  endBody()
  return parts.join('\n')
}
