/** Rows that hold the total of the others: "All regions" in the column of regions. */
import type { GroupRow } from './group-row.ts'

const totalName = /^(all|total|totals|overall|grand total|sum|gesamt|insgesamt|summe|toutes?|tous|todos|todas)\b/iu

/**
 * The group of a dimension that holds the total of the others by measure number `index`, by its name and its amount
 * (within a tenth of the others' sum); null where there is none.
 */
export function totalGroup(groups: readonly GroupRow[], index: number): string | null {
  const amount = ({ summaries }: GroupRow): number => {
    const summary = summaries[index]
    return summary !== undefined && summary.n > 0 ? summary.n * summary.mean : 0
  }
  const all = groups.reduce((sum, group) => sum + amount(group), 0)
  const found = groups.find((group) => {
    const own = amount(group)
    return totalName.test(group.group.trim()) && own > 0 && Math.abs(own - (all - own)) <= 0.1 * own
  })
  return found?.group ?? null
}
