/** Rules by which one statement makes another superfluous that several kinds of insight share. */
import type { Ranked } from './ranked.ts'

export function sameColumns(own: Ranked, other: Ranked): boolean {
  return own.table === other.table && own.statement.columns.join('\u0000') === other.statement.columns.join('\u0000')
}

/** Part of the score of a statement that another has to have to stand in its place: below, it may not be told at all. */
export const leastRank = 0.7
