/** What a story was meant to hold and does not, because Storyglass could not stand by it. */
import { z } from 'zod'
import { listIn } from '../format/words.ts'
import type { Texts } from '../texts/texts.ts'

/** Why something of a table's story was left out. A document's story counts by what was left out: `quotation`, `date`. */
export const dropReasons = {
  /** A kind of pattern could not be looked for in a table. No statement is counted: nobody knows how many there were. */
  search: 'search',
  /** The queries of a statement gave no numbers for it. */
  evidence: 'evidence',
  /** Recomputed from the stored tables, a number of the statement came out otherwise. */
  recomputed: 'recomputed',
  /** The statement could not be put into words. */
  words: 'words',
  /** Its numbers are right, and the sentence made of them is not so: see `insights/claims.ts`. */
  claim: 'claim',
  /** A number in the statement's text could not be traced to its evidence. */
  text: 'text',
  /** With the rows in another order the statement is not so. */
  order: 'order',
  /** Not left out but told as worth checking: without one row in twenty it is not so. No statement is counted. */
  fragile: 'fragile',
  /** A chart could not be drawn; its statement stays. */
  chart: 'chart',
} as const

export const droppedSchema = z.object({
  /** Statements that could not be proved. */
  statements: z.int().nonnegative(),
  /** How many of what was left out, by why; searches and charts among them. */
  reasons: z.record(z.string(), z.int().positive()),
})
export type Dropped = z.infer<typeof droppedSchema>

export const nothingDropped: Dropped = { statements: 0, reasons: {} }

/** Adds up what the stages left out. */
export function sumDropped(parts: readonly (Dropped | undefined)[]): Dropped {
  const reasons: Record<string, number> = {}
  for (const part of parts) {
    for (const [reason, count] of Object.entries(part?.reasons ?? {})) reasons[reason] = (reasons[reason] ?? 0) + count
  }
  return { statements: parts.reduce((sum, part) => sum + (part?.statements ?? 0), 0), reasons }
}

const ofNoStatement: ReadonlySet<string> = new Set([dropReasons.search, dropReasons.chart, dropReasons.fragile])

/** One for each of `reasons`, which are reasons to leave out a statement unless they are of a search or a chart. */
export function countDropped(reasons: readonly string[]): Dropped {
  return sumDropped(
    reasons.map((reason) => ({
      statements: ofNoStatement.has(reason) ? 0 : 1,
      reasons: { [reason]: 1 },
    })),
  )
}

/** One sentence for the reader; null where nothing was left out. */
export function droppedSentence(
  { dropped: words, locale }: Pick<Texts, 'dropped' | 'locale'>,
  dropped: Dropped | undefined,
): string | null {
  const { statements, reasons } = dropped ?? nothingDropped
  const searches = reasons[dropReasons.search] ?? 0
  const charts = reasons[dropReasons.chart] ?? 0
  const parts = [
    ...(statements > 0 ? [words.statements({ count: statements })] : []),
    ...(searches > 0 ? [words.searches({ count: searches })] : []),
    ...(charts > 0 ? [words.charts({ count: charts })] : []),
  ]
  const fragile = reasons[dropReasons.fragile] ?? 0
  const sentences = [
    ...(parts.length > 0 ? [words.leftOut({ list: listIn(locale, parts) })] : []),
    ...(fragile > 0 ? [words.fragile({ count: fragile })] : []),
  ]
  return sentences.length === 0 ? null : sentences.join(' ')
}
