/**
 * Lines of running text that are stretched to both edges of their column: the spaces between their words may be as wide as
 * the white between the columns of a table, so that one line of a sentence reads as a row of many cells.
 */
import { dataShare, isProse, startsSmall } from './content.ts'
import { length, overlap, type Span } from './span.ts'
import { rowOf, type Segment, segmentOf, type TextRow } from './text-rows.ts'

/** In heights of the font: wider white is no space between words. */
const widestSpace = 1.5
/** Points by which the ends of the lines of one paragraph differ. */
const sameEnd = 1.5
/** In heights of the font: white between two lines of one paragraph. */
const farthest = 1.2
/** Without a line of the same paragraph to go by: so many pieces, the spaces between them this much alike. */
const fewestPieces = 5
const alike = 0.15
/** Of the pieces: in a sentence most words begin with a small letter, in rows of names few. */
const mostlySmall = 0.6

interface Line extends Span {
  readonly top: number
  readonly bottom: number
}

/** The rows, from the top down, each line of a sentence in one piece. */
export function withSentencesWhole(rows: readonly TextRow[]): TextRow[] {
  const runs = rows.map((row) => runsOf(row.segments))
  const whole: Line[] = []
  for (const run of runs.flat()) {
    const line = lineOf(run)
    if (isProse(line.text) && (run.length === 1 || isEvenlySpaced(run))) whole.push(line)
  }
  const isWhole = (run: readonly Segment[]): boolean => {
    if (run.length === 1) return true
    const line = lineOf(run)
    if (!isProse(line.text) || dataShare(run.map((one) => one.text)) >= 0.3) return false
    return isEvenlySpaced(run) || whole.some((other) => areOfOneParagraph(line, other))
  }
  return rows.map((row, index) => {
    const own = runs[index] ?? []
    return own.length === row.segments.length ? row : rowOf(own.flatMap((run) => (isWhole(run) ? [lineOf(run)] : run)))
  })
}

/** Segments of a row with no more than the widest space between them. */
function runsOf(segments: readonly Segment[]): Segment[][] {
  const runs: Segment[][] = []
  for (const segment of segments) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run === undefined || last === undefined || segment.from - last.to > widestSpace * segment.size) {
      runs.push([segment])
    } else run.push(segment)
  }
  return runs
}

function lineOf(run: readonly Segment[]): Segment {
  const [only] = run
  return run.length === 1 && only !== undefined ? only : segmentOf(run.flatMap((one) => one.fragments))
}

/** Words of a sentence, one space as wide as the other. */
function isEvenlySpaced(run: readonly Segment[]): boolean {
  if (run.length < fewestPieces) return false
  const gaps = run.slice(1).map((one, index) => one.from - (run[index]?.to ?? 0))
  const size = Math.max(...run.map((one) => one.size))
  const small = run.filter((one) => startsSmall(one.text)).length
  return Math.max(...gaps) - Math.min(...gaps) <= alike * size && small >= mostlySmall * run.length
}

/** One close below the other, and both to both edges. */
function areOfOneParagraph(a: Segment, b: Line): boolean {
  const white = Math.max(a.top - b.bottom, b.top - a.bottom)
  const isNear = white <= farthest * a.size && white > -0.5 * a.size
  return (
    isNear &&
    Math.abs(a.from - b.from) <= sameEnd &&
    Math.abs(a.to - b.to) <= sameEnd &&
    overlap(a, b) > 0.9 * length(a)
  )
}
