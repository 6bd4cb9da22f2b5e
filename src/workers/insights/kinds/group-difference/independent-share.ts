/** How many of the rows of a series or panel count as independent of each other. */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { Measure } from '../../../analysis/schema.ts'

/**
 * Share of the rows that counts as independent: (1 − r·s)/(1 + r·s), with r the lag-1 autocorrelation, in the order of
 * time, of what the groups leave of the measure, and s that of being in the named group. 1 for rows that are events.
 *
 * Source: Bartlett, J. R. Statist. Soc. 98 (1935).
 */
export async function independentShare(
  artefacts: Artefacts,
  dimension: ColumnProfile,
  measure: Measure,
  best: string,
): Promise<number> {
  const ordered = await artefacts.ordered()
  const values = ordered?.measures.get(measure.column.name)
  const groups = ordered?.groups.get(dimension.column.name)
  if (values === undefined || groups === undefined) return 1
  const sums = new Map<string | null, { sum: number; n: number }>()
  for (const [index, group] of groups.entries()) {
    const value = values[index] ?? Number.NaN
    if (Number.isNaN(value)) continue
    const entry = sums.get(group) ?? { sum: 0, n: 0 }
    entry.sum += value
    entry.n++
    sums.set(group, entry)
  }
  const rest: number[] = []
  const member: number[] = []
  for (const [index, group] of groups.entries()) {
    const value = values[index] ?? Number.NaN
    const entry = sums.get(group)
    if (Number.isNaN(value) || entry === undefined) continue
    rest.push(value - entry.sum / entry.n)
    member.push(group === best ? 1 : 0)
  }
  const product = Math.max(0, lag1(rest)) * Math.max(0, lag1(member))
  return Number(Math.max(0.001, (1 - product) / (1 + product)).toPrecision(6))
}

function lag1(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  let squares = 0
  let neighbours = 0
  for (const [index, value] of values.entries()) {
    squares += (value - mean) ** 2
    if (index > 0) neighbours += (value - mean) * ((values[index - 1] ?? mean) - mean)
  }
  return squares > 0 ? neighbours / squares : 0
}
