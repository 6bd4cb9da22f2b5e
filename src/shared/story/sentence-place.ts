/** Where a statement's sentence stands in a paragraph. */
import type { Insight } from './insight.ts'

export interface Place {
  readonly start: number
  readonly end: number
}

/**
 * In UTF-16 units, from the start to before the end; null where it does not. A sentence stands there whole, or without
 * what it rests on where that was said just before.
 */
export function placeOfStatement(
  text: string,
  { sentence, inText }: Pick<Insight, 'sentence' | 'inText'>,
): Place | null {
  for (const said of [sentence, inText?.sentence ?? '']) {
    const start = placeOf(text, said)
    if (start >= 0) return { start, end: start + said.length }
  }
  return null
}

/** In a sentence that goes on, it stands without its capital. */
function placeOf(text: string, sentence: string): number {
  if (sentence === '') return -1
  const whole = text.indexOf(sentence)
  if (whole >= 0) return whole
  return text.indexOf(sentence.slice(0, 1).toLocaleLowerCase('en') + sentence.slice(1))
}
