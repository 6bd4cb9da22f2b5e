/** A page's fragments to blocks of lines in reading order, and those to its text, each line with its place in it. */
import type { TextLine } from '../../../shared/document/reading.ts'
import { toBlocks } from './blocks.ts'
import { inReadingOrder } from './columns.ts'
import type { Fragment } from './fragment.ts'
import { rejoinHyphens, type Vocabulary } from './hyphens.ts'
import { toLines } from './lines.ts'
import { asSeen } from './seen.ts'

/** A line whose place in the page's text is not known yet. */
export type PlacedLine = Omit<TextLine, 'start' | 'end'>

/** Paragraphs, headings, cells, in reading order; no block is empty. */
export type PageBlocks = readonly (readonly PlacedLine[])[]

export interface TurnedText {
  /** Degrees clockwise in which it runs. */
  readonly angle: number
  /** In coordinates turned with it: it reads from left to right, its lines go down. */
  readonly fragments: readonly Fragment[]
}

/** `upright` in the page's own coordinates. Turned text is read after it. */
export function layOut(upright: readonly Fragment[], turned: readonly TurnedText[]): PageBlocks {
  return [{ angle: 0, fragments: upright }, ...turned].flatMap(({ angle, fragments }) =>
    inReadingOrder(fragments).flatMap((part) =>
      toBlocks(toLines(part)).map((block) => block.lines.map((line) => asSeen(line, angle))),
    ),
  )
}

export interface RunningLines<Line> {
  readonly header: ReadonlySet<Line>
  readonly footer: ReadonlySet<Line>
}

export interface PageText {
  readonly text: string
  readonly header: string
  readonly footer: string
  /** Headers, the text's lines, footers. For every line of the text, `text.slice(start, end)` has all its letters. */
  readonly lines: TextLine[]
  /** How many lines each block of the text has. */
  readonly blocks: number[]
}

const nothingRuns: RunningLines<PlacedLine> = { header: new Set(), footer: new Set() }

/** One line of text a line, an empty line between blocks. `vocabulary`: of the whole document, or of what is known of it. */
export function toPageText(
  blocks: PageBlocks,
  vocabulary: Vocabulary,
  running: RunningLines<PlacedLine> = nothingRuns,
): PageText {
  const isBody = (line: PlacedLine): boolean => !running.header.has(line) && !running.footer.has(line)
  const body = blocks.map((block) => block.filter(isBody)).filter((block) => block.length > 0)
  const lines: TextLine[] = []
  const texts: string[] = []
  let start = 0
  for (const block of body) {
    const joined = rejoinHyphens(
      block.map((line) => line.text),
      vocabulary,
    )
    for (const [index, line] of block.entries()) {
      const place = joined.places[index] ?? { start: 0, end: 0 }
      lines.push({ ...line, start: start + place.start, end: start + place.end })
    }
    texts.push(joined.text)
    start += joined.text.length + betweenBlocks.length
  }
  const setApart = (set: ReadonlySet<PlacedLine>): TextLine[] =>
    [...set].map((line) => ({ ...line, start: null, end: null }))
  const [header, footer] = [setApart(running.header), setApart(running.footer)]
  const textOf = (set: readonly TextLine[]): string => set.map((line) => line.text).join('\n')
  return {
    text: texts.join(betweenBlocks),
    header: textOf(header),
    footer: textOf(footer),
    lines: [...header, ...lines, ...footer],
    blocks: body.map((block) => block.length),
  }
}

const betweenBlocks = '\n\n'

export function countWords(text: string): number {
  let words = 0
  for (const _ of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu)) words += 1
  return words
}
