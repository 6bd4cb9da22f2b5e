/**
 * What a person declares of how a table came about, which no table says of itself: it decides which tests can be made of
 * its rows and which words its statements allow.
 */
import { z } from 'zod'

export const declaredFactsSchema = z.object({
  /** `population`: these rows are all there are, so that nothing is inferred from them. A sample where nothing is said. */
  rows: z.enum(['population', 'sample']).optional(),
  /** The column of what several rows are of (patient, shop); null where each row stands for itself. */
  rowsOf: z.string().nullable().optional(),
  /** The column whose values were assigned in an experiment: what differs by it was caused by it. */
  assigned: z.string().optional(),
})
export type DeclaredFacts = z.infer<typeof declaredFactsSchema>

/** Names of the columns that are declared to be something. */
export function columnsDeclared({ rowsOf, assigned }: DeclaredFacts): readonly string[] {
  return [rowsOf, assigned].filter((name) => typeof name === 'string')
}

/** What of the facts is of a table with these columns; null where nothing is. */
export function factsOfTable(
  facts: DeclaredFacts | undefined,
  columns: readonly { readonly name: string }[],
): DeclaredFacts | null {
  if (facts === undefined) return null
  const has = (name: string): boolean => columns.some((column) => column.name === name)
  const { rows, rowsOf, assigned } = facts
  const own: DeclaredFacts = {
    ...(rows === undefined ? {} : { rows }),
    ...(rowsOf === null || (rowsOf !== undefined && has(rowsOf)) ? { rowsOf } : {}),
    ...(assigned !== undefined && has(assigned) ? { assigned } : {}),
  }
  return Object.keys(own).length === 0 ? null : own
}
