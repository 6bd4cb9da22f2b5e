/** Rows that hold the total of the others: "All regions" in the column of regions. */
import type { GroupRow } from './group-row.ts'

/** How the total of the others may be named. */
const totalName = /^(all|total|totals|overall|grand total|sum|gesamt|insgesamt|summe|toutes?|tous|todos|todas)\b/iu

/** Part of a total so named by which the others may miss it: what is not listed, or counted twice. */
const looseness = 0.1
/** The same under any other name ("World", "Both sexes"): rounding and no more, which chance seldom meets. */
const exactness = 1e-5
/** Least size of such a total in units of the last digit of the amounts: small whole numbers often add up by chance. */
const leastUnits = 10_000
const mostDecimals = 6
/** Of two groups that are equal neither is the total of the other. */
const fewestParts = 2

/** Whether a category is called a total. */
export function isNamedTotal(category: string): boolean {
  return totalName.test(category.trim())
}

/** Part of its amount by which a total of that name may miss the sum of the others. */
export function mayMiss(category: string): number {
  return isNamedTotal(category) ? looseness : exactness
}

interface Amount {
  readonly group: string
  readonly amount: number
}

/** The one that holds the sum of all others, by its name and its amount, or by its amount alone; null where none does. O(n). */
export function totalAmong(amounts: readonly Amount[]): string | null {
  const all = amounts.reduce((sum, { amount }) => sum + amount, 0)
  const misses = (own: number): number => Math.abs(own - (all - own)) / own
  const named = amounts.find(({ group, amount }) => isNamedTotal(group) && amount > 0 && misses(amount) <= looseness)
  if (named !== undefined) return named.group
  const parts = amounts.filter(({ amount }) => amount > 0).length - 1
  if (parts < fewestParts || amounts.some(({ amount }) => amount < 0)) return null
  const least = leastUnits * lastDigitOf(amounts)
  return amounts.find(({ amount }) => amount >= least && misses(amount) <= exactness)?.group ?? null
}

/** Unit of the last digit that any of the amounts has, from 1 down to a millionth. */
function lastDigitOf(amounts: readonly Amount[]): number {
  for (let decimals = 0; decimals < mostDecimals; decimals++) {
    const isWhole = ({ amount }: Amount): boolean => {
      const scaled = amount * 10 ** decimals
      return Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.max(1, scaled)
    }
    if (amounts.every(isWhole)) return 10 ** -decimals
  }
  return 10 ** -mostDecimals
}

/** The group of a dimension that holds the total of the others by measure number `index`; see `totalAmong`. */
export function totalGroup(groups: readonly GroupRow[], index: number): string | null {
  return totalAmong(
    groups.map(({ group, summaries }) => {
      const summary = summaries[index]
      return { group, amount: summary !== undefined && summary.n > 0 ? summary.n * summary.mean : 0 }
    }),
  )
}
