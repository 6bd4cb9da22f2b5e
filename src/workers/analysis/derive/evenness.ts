/** How equal the shares of categories are. */
import { evennessEquivalence } from '../statistics/evenness-equivalence.ts'
import type { Columns, Numbers } from './derived-function.ts'

export function evennessNumbers(columns: Columns): Numbers {
  const counts = (columns[0] ?? []).map(Number)
  const test = evennessEquivalence(counts)
  return {
    least_share: test?.least ?? null,
    largest_share: test?.largest ?? null,
    groups: counts.length,
    n: counts.reduce((sum, count) => sum + count, 0),
    equivalence_p: test?.p ?? null,
  }
}
