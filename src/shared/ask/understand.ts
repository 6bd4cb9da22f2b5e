/** Understands a question about a table: what is asked, and which of its words went into that. Never throws. */
import { compose } from './compose.ts'
import { piecesOf } from './pieces.ts'
import type { Span, Understanding } from './question.ts'
import { Reading } from './reading.ts'
import type { AskedTable } from './table.ts'
import { tokensOf } from './tokens.ts'
import { vocabularyOf } from './vocabulary.ts'

/**
 * Words that were not understood, and names that were but found no use, are marked in `spans`; what was taken for
 * granted is listed in `assumed`. Pure, and linear in the length of the text (which is cut off) times the names.
 */
export function understand(text: string, table: AskedTable): Understanding {
  const vocabulary = vocabularyOf(table)
  const reading = new Reading(piecesOf(text, tokensOf(text), vocabulary), vocabulary)
  const question = compose(reading)
  return { text, question, spans: spansOf(reading), assumed: [...reading.assumed] }
}

/** The table a question fits best, of several: the one that understands most of its words; the first of equals. */
export function understandIn(text: string, tables: readonly AskedTable[]): Understanding | null {
  const all = tables.map((table) => understand(text, table))
  const best = all.reduce<Understanding | null>(
    (first, one) => (first === null || closeness(one) > closeness(first) ? one : first),
    null,
  )
  if (best === null || best.question === null || tables.length < 2) return best
  const rivals = all.filter((one) => one.question !== null && closeness(one) === closeness(best))
  return rivals.length > 1 ? { ...best, assumed: [...best.assumed, 'table'] } : best
}

function closeness({ question, spans, assumed }: Understanding): number {
  const letters = (as: Span['as']): number =>
    spans.reduce((sum, span) => sum + (span.as === as ? span.end - span.start : 0), 0)
  return (
    (question === null ? -100 : 0) +
    letters('understood') -
    2 * letters('unknown') -
    letters('left out') -
    0.5 * assumed.length
  )
}

function spansOf(reading: Reading): Span[] {
  return reading.pieces.map(({ start, end, sense }, index): Span => {
    const at = { start, end }
    if (sense.is === 'unknown') return { ...at, as: reading.isTaken(index) ? 'understood' : 'unknown' }
    if (sense.is === 'light') return { ...at, as: 'light' }
    const isName =
      sense.is === 'column' ||
      sense.is === 'value' ||
      sense.is === 'number' ||
      sense.is === 'date' ||
      sense.is === 'quoted'
    return { ...at, as: isName && !reading.isTaken(index) ? 'left out' : 'understood' }
  })
}
