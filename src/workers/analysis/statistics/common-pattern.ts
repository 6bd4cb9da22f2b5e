/** Do most siblings (regions, products, years) show the same pattern, and which do not? */

/** What one sibling shows: the name of a pattern, or null for none. */
export interface SiblingPattern {
  readonly name: string
  readonly pattern: string | null
  /** Share of the whole that the sibling makes up; the weightiest exceptions come first. */
  readonly weight: number
}

export interface CommonPattern {
  readonly pattern: string
  readonly members: readonly string[]
  /** Share of the siblings that show it, above one half. */
  readonly share: number
  /** Siblings that show another pattern, then those that show none. */
  readonly exceptions: readonly { readonly name: string; readonly pattern: string | null }[]
  /** 1 where all agree, nearer to 0 the more kinds there are and the more evenly they are spread. */
  readonly conciseness: number
}

/**
 * The pattern that more than half of the siblings show; null where none does or fewer than `leastSiblings` are there.
 * O(k log k).
 *
 * Source: Ma, Ding, Han & Zhang, "MetaInsight", SIGMOD (2021): commonness above one half, exceptions by kind, entropy
 * for conciseness.
 */
export function commonPattern(siblings: readonly SiblingPattern[], leastSiblings = 4): CommonPattern | null {
  const counts = new Map<string | null, number>()
  for (const { pattern } of siblings) counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  const k = siblings.length
  const found = [...counts].find(([pattern, count]) => pattern !== null && count > k / 2)
  const pattern = found?.[0] ?? null
  if (found === undefined || pattern === null || k < leastSiblings) return null
  const exceptions = siblings
    .filter((sibling) => sibling.pattern !== pattern)
    .sort((left, right) => Number(left.pattern === null) - Number(right.pattern === null) || right.weight - left.weight)
    .map(({ name, pattern: shown }) => ({ name, pattern: shown }))
  const entropy = [...counts.values()].reduce((sum, count) => sum - (count / k) * Math.log(count / k), 0)
  return {
    pattern,
    members: siblings.filter((sibling) => sibling.pattern === pattern).map(({ name }) => name),
    share: found[1] / k,
    exceptions,
    conciseness: 1 - entropy / Math.log(k),
  }
}
