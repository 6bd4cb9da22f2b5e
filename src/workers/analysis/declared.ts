/** What a person declared of the rows of a table, as the tests take it. */
import type { DeclaredFacts } from '../../shared/story/declared-facts.ts'
import type { ColumnProfile } from './profile/profile.ts'

export interface Declared {
  /** The rows are all there are: what they show holds of them, and nothing is inferred. */
  readonly population: boolean
  /** Each row stands for itself, whatever its columns look like. */
  readonly independent: boolean
  /** The column of what several rows are of. */
  readonly unit: ColumnProfile | null
  /** Name of the column assigned in an experiment. */
  readonly assigned: string | null
}

export const nothingDeclared: Declared = { population: false, independent: false, unit: null, assigned: null }

/** `columns`: all of the table, those left out of the analysis as well, which may still be what rows are of. */
export function declaredOf(facts: DeclaredFacts | null, columns: readonly ColumnProfile[]): Declared {
  if (facts === null) return nothingDeclared
  return {
    population: facts.rows === 'population',
    independent: facts.rowsOf === null,
    unit: columns.find(({ column }) => column.name === facts.rowsOf) ?? null,
    assigned: facts.assigned ?? null,
  }
}

/** Whether a difference with this interval is told apart from none: of a whole population every difference is. */
export function isApart(
  { population }: Declared,
  { low, high }: { readonly low: number; readonly high: number },
): boolean {
  return population || low * high > 0
}
