/** Statements on rows that were declared to be the whole population: nothing is inferred, so there is no p and no interval. */
import type { Statement } from './detector.ts'
import type { EvidenceRecipe } from './evidence-recipe.ts'
import { kindOf } from './kinds/index.ts'

/** What any comparison may be given beside its own values when other columns are held the same. */
const heldIntervals = ['held_low', 'held_high']

/** The statement without its test, and without the values that say how far a sample may be from the whole. */
export function ofPopulation(statement: Statement): Statement {
  const { testName: _, ...rest } = statement
  return { ...rest, evidence: withoutValues(statement.evidence, inferredOf(statement)) }
}

/** Names of the values that say how far a sample may be from the whole. */
export function inferredOf({ type }: Pick<Statement, 'type'>): readonly string[] {
  return [...(kindOf(type).inferred ?? []), ...heldIntervals]
}

/** Without values of these names. Queries that gave nothing else go as well; the others keep their order. */
export function withoutValues({ sql, derived, known }: EvidenceRecipe, names: readonly string[]): EvidenceRecipe {
  const all = Object.values(derived)
  const left = Object.entries(derived).filter(([name]) => !names.includes(name))
  const unused = (index: number): boolean =>
    all.some(({ query }) => query === index) && !left.some(([, { query }]) => query === index)
  const places = new Map<number, number>()
  const kept = sql.filter((_, index) => {
    if (unused(index)) return false
    places.set(index, places.size)
    return true
  })
  return {
    sql: kept,
    derived: Object.fromEntries(
      left.map(([name, derivation]) => [name, { ...derivation, query: places.get(derivation.query) ?? 0 }]),
    ),
    ...(known === undefined ? {} : { known }),
  }
}
