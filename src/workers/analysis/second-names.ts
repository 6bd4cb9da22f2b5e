/** Dimensions that name the same groups twice: a code beside a name, a Latin name beside a common one. */
import type { TableSource } from '../source/table-source.ts'
import { codeWords, has, identifierWords, nameWords } from './profile/name-words.ts'
import type { ColumnProfile, TableProfile } from './profile/profile.ts'
import { mostGroups } from './schema.ts'

const mostPairs = 40

/**
 * Names of the dimensions that stand in one-to-one correspondence with another that says it in plainer words: they
 * would only say everything twice. Exact, on all rows.
 */
export async function findSecondNames(source: TableSource, profile: TableProfile): Promise<ReadonlySet<string>> {
  const dimensions = profile.columns.filter(
    ({ column }) => column.role === 'dimension' && column.distinct >= 3 && column.distinct <= 100 * mostGroups,
  )
  const pairs = dimensions
    .flatMap((first, index) => dimensions.slice(index + 1).map((second) => [first, second] as const))
    .filter(([first, second]) => first.column.distinct === second.column.distinct && first.filled === second.filled)
    .slice(0, mostPairs)
  const dropped = new Set<string>()
  for (const [first, second] of pairs) {
    if (dropped.has(first.column.name) || dropped.has(second.column.name)) continue
    const { combinations } = await source.row<{ combinations: number }>(
      `SELECT count(*) AS combinations FROM (SELECT DISTINCT ${first.sql}, ${second.sql} FROM ${profile.relation}
       WHERE ${first.sql} IS NOT NULL AND ${second.sql} IS NOT NULL)`,
    )
    if (combinations !== first.column.distinct) continue
    dropped.add(plainness(second) > plainness(first) ? first.column.name : second.column.name)
  }
  return dropped
}

/** Names before codes, words before numbers. */
function plainness({ column }: ColumnProfile): number {
  const words = nameWords(column.name)
  const coded = has(words, identifierWords) || has(words, codeWords)
  return (coded ? 0 : 2) + (column.storage === 'VARCHAR' ? 1 : 0)
}
