/** What reading the text of a page that is a picture needs: the page drawn for it, and its words as fragments. */
import type { Box } from '../../../shared/document/document.ts'
import type { WorkContext } from '../../runtime/context.ts'
import type { Fragment } from '../layout/fragment.ts'

export interface PageForRecognition {
  /** From 1. */
  readonly number: number
  /** Points, as it is seen. */
  readonly width: number
  readonly height: number
  /** PNG of the whole page; `pixelsPerPoint` is what it came to: less than asked for where the page is very large. */
  draw(pixelsPerPoint: number): Promise<{ readonly png: Buffer; readonly pixelsPerPoint: number }>
}

/** The page's words as `fragmentsOf` makes them. Throws what kept it from reading, in words for a person. */
export type RecognisePage = (page: PageForRecognition, context: WorkContext) => Promise<readonly Fragment[]>

export interface RecognisedWord {
  readonly text: string
  /** Pixels of the picture, origin top left. */
  readonly box: Box
  /** The same for the words of one line, in any way of counting. */
  readonly line: string
  readonly rightToLeft: boolean
}

/** Words of one line stand on one baseline and have one size, that of the line's own box. */
export function fragmentsOf(words: readonly RecognisedWord[], pixelsPerPoint: number): Fragment[] {
  const lines = Map.groupBy(words, (word) => word.line)
  return [...lines.values()].flatMap((line) => {
    const top = Math.min(...line.map(({ box }) => box[1])) / pixelsPerPoint
    const bottom = Math.max(...line.map(({ box }) => box[3])) / pixelsPerPoint
    const size = Math.max(1, bottom - top)
    return line.map(({ text, box: [left, , right], rightToLeft }): Fragment => {
      const x = left / pixelsPerPoint
      const width = Math.max(0, right / pixelsPerPoint - x)
      return { text, x, y: bottom - 0.2 * size, width, size, rightToLeft, spaceAfter: true }
    })
  })
}
