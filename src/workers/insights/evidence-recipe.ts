/** What the numbers of a statement rest on, before they are computed: queries, and functions of their rows. */
import type { Derivation, Scalar } from '../../shared/story/insight.ts'
import type { Names } from './names.ts'

export interface EvidenceRecipe {
  readonly sql: readonly string[]
  /** Name in `values` to how it follows; all other values are columns of one-row queries. */
  readonly derived: Readonly<Record<string, Derivation>>
  /**
   * By the text of a one-row query, its columns, where the profile of the table has computed the same from all rows: it is
   * not asked while the statement is made, only when its numbers are verified.
   */
  readonly known?: Readonly<Record<string, Readonly<Record<string, Scalar>>>>
}

/** `derived` entries for several results of one function over one query. */
export function derivedBy(
  function_: string,
  query: number,
  columns: readonly string[],
  results: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, Scalar>> = {},
): Record<string, Derivation> {
  return Object.fromEntries(
    Object.entries(results).map(([name, result]) => [
      name,
      { function: function_, query, columns: [...columns], parameters: { ...parameters }, result },
    ]),
  )
}

/**
 * The recipe with the values in `results` following from a further query, by `deriveFrom` given its place. A query from
 * which nothing follows any more is left out: it would be taken for one that gives its values itself, in one row.
 */
export function followingFrom(
  { sql, derived, known }: EvidenceRecipe,
  further: string,
  results: readonly string[],
  deriveFrom: (query: number) => EvidenceRecipe['derived'],
): EvidenceRecipe {
  const kept = Object.entries(derived).filter(([name]) => !results.includes(name))
  const needed = new Set(kept.map(([, { query }]) => query))
  const isIdle = (query: number): boolean =>
    !needed.has(query) && Object.values(derived).some((derivation) => derivation.query === query)
  const places = sql.flatMap((_, query) => (isIdle(query) ? [] : [query]))
  const moved = kept.map(([name, derivation]) => [name, { ...derivation, query: places.indexOf(derivation.query) }])
  return {
    sql: [...places.flatMap((query) => sql[query] ?? []), further],
    derived: { ...Object.fromEntries(moved), ...deriveFrom(places.length) },
    ...(known === undefined ? {} : { known }),
  }
}

/** All values of a kind, each a result of the same name. */
export function sameNames(names: Names): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(names.values).map((name) => [name, name]))
}
