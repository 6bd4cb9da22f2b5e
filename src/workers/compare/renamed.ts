/** Columns that have another name now, known by their values in the rows that both versions hold. */
import { type ColumnPair, type PairedColumns, withoutPairs, withPairs } from './pair-columns.ts'
import type { TablePair } from './pair-tables.ts'
import { joined } from './row-changes.ts'
import type { Asked } from './sides.ts'

/** Part of the kept rows in which both must have the same value. */
const leastEqual = 0.9
/** Columns of few values agree by chance. */
const leastEqualOfFew = 0.98
const fewValues = 3
/** With fewer kept rows than this, all must agree; with fewer still, nothing is said. */
const enoughRows = 10
const fewestRows = 3
/** Part of the kept rows in which a pair that the statistics suggest must agree not to be given up. */
const leastEqualOfSuggested = 0.5
const mostTried = 60

export async function withRenamed(
  asked: Asked,
  tables: TablePair,
  columns: PairedColumns,
  key: readonly ColumnPair[],
): Promise<PairedColumns> {
  const suggested = columns.pairs.filter(({ by }) => by === 'statistics')
  const possible = columns.added
    .flatMap((after) => columns.gone.map((before): ColumnPair => ({ before, after, by: 'values' })))
    .filter(({ before, after }) => before.storage === after.storage && before.distinct > 1 && after.distinct > 1)
    .slice(0, mostTried)
  const tried = [...suggested, ...possible]
  if (tried.length === 0) return columns
  const from = joined(asked, tables, [...key, ...tried], key.length)
  const counted = tried.flatMap((_pair, at) => {
    const [was, is] = [`b.c${key.length + at}`, `a.c${key.length + at}`]
    return [
      `count(*) FILTER (WHERE ${was} = ${is}) AS equal${at}`,
      `count(*) FILTER (WHERE ${was} IS NOT NULL AND ${is} IS NOT NULL) AS filled${at}`,
    ]
  })
  const found = await asked.columns(`SELECT ${counted.join(', ')} FROM ${from} WHERE b.there = 1 AND a.there = 1`)
  const agreement = tried.map((pair, at) => ({
    pair,
    equal: Number(found[`equal${at}`]?.[0] ?? 0),
    filled: Number(found[`filled${at}`]?.[0] ?? 0),
  }))
  // What the statistics suggest is settled one way or the other where there are rows to look at.
  const settled = agreement.filter(
    ({ pair, equal, filled }) =>
      pair.by === 'statistics' &&
      (isSame(pair, { equal, filled }) || (filled >= enoughRows && equal < leastEqualOfSuggested * filled)),
  )
  const proved = agreement.filter(({ pair, ...counts }) => isSame(pair, counts))
  const best: ColumnPair[] = []
  for (const { pair } of proved.toSorted((one, other) => other.equal / other.filled - one.equal / one.filled)) {
    if (best.some(({ before, after }) => before === pair.before || after === pair.after)) continue
    best.push({ ...pair, by: 'values' })
  }
  const kept = withoutPairs(tables.after, columns, new Set(settled.map(({ pair }) => pair)))
  return withPairs(tables.after, kept, best)
}

function isSame({ before, after }: ColumnPair, { equal, filled }: { equal: number; filled: number }): boolean {
  if (filled < fewestRows) return false
  if (filled < enoughRows) return equal === filled
  const few = Math.min(before.distinct, after.distinct) <= fewValues
  return equal >= (few ? leastEqualOfFew : leastEqual) * filled
}
