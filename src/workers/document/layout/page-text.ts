/** A page's fragments to blocks in reading order, and the blocks of all pages to their texts. */
import { type Block, toBlocks } from './blocks.ts'
import { inReadingOrder } from './columns.ts'
import type { Fragment } from './fragment.ts'
import { rejoinHyphens, vocabularyOf } from './hyphens.ts'
import { type Line, toLines } from './lines.ts'
import { findRunning } from './running.ts'

export interface PageLayout {
  readonly height: number
  /** Upright text. */
  readonly blocks: readonly Block[]
  /** Text at other angles, read after it. */
  readonly turned: readonly Block[]
}

export interface PageText {
  readonly text: string
  readonly header: string
  readonly footer: string
}

/** `upright` in the page's own coordinates; each of `turned` in those in which its text reads from left to right. */
export function layOut(
  height: number,
  upright: readonly Fragment[],
  turned: readonly (readonly Fragment[])[],
): PageLayout {
  return { height, blocks: toReadBlocks(upright), turned: turned.flatMap(toReadBlocks) }
}

function toReadBlocks(fragments: readonly Fragment[]): Block[] {
  return inReadingOrder(fragments).flatMap((part) => toBlocks(toLines(part)))
}

/** What repeats from page to page and how a word is written elsewhere is only known once all pages are there. */
export function toTexts(pages: readonly PageLayout[]): PageText[] {
  const linesOf = (page: PageLayout): Line[] => page.blocks.flatMap((block) => block.lines)
  const running = findRunning(pages.map((page) => ({ height: page.height, lines: linesOf(page) })))
  const everyLine = pages.flatMap((page) => [...page.blocks, ...page.turned].flatMap((block) => block.lines))
  const vocabulary = vocabularyOf(everyLine.map((line) => line.text))
  return pages.map((page, index) => {
    const header = running[index]?.header ?? new Set<Line>()
    const footer = running[index]?.footer ?? new Set<Line>()
    const body = [...page.blocks, ...page.turned].map((block) =>
      block.lines.filter((line) => !header.has(line) && !footer.has(line)).map((line) => line.text),
    )
    const set = (lines: ReadonlySet<Line>): string => [...lines].map((line) => line.text).join('\n')
    const blocks = body.filter((lines) => lines.length > 0).map((lines) => rejoinHyphens(lines, vocabulary).join('\n'))
    return { text: blocks.join('\n\n'), header: set(header), footer: set(footer) }
  })
}

export function countWords(text: string): number {
  let words = 0
  for (const _ of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu)) words += 1
  return words
}
