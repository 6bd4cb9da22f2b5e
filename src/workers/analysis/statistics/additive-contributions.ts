/** Which parts account for the change of a sum? */
import { ExactSum } from './exact-sum.ts'

export interface Contribution {
  /** After less before, in the unit of the values. */
  readonly change: number
  /** Change of the part over the change of the whole; null where the whole did not change. The shares sum to 1. */
  readonly share: number | null
}

export interface Contributions {
  readonly before: number
  readonly after: number
  readonly change: number
  readonly parts: readonly Contribution[]
}

/**
 * Contributions of parts to the change of their sum; a part missing in one period is given as 0 there. Exact to one
 * rounding a number. O(k).
 */
export function additiveContributions(before: ArrayLike<number>, after: ArrayLike<number>): Contributions {
  const count = Math.max(before.length, after.length)
  const sumBefore = new ExactSum()
  const sumAfter = new ExactSum()
  const sumOfChanges = new ExactSum()
  const changes = Float64Array.from({ length: count }, (_, part) => (after[part] ?? 0) - (before[part] ?? 0))
  for (let part = 0; part < count; part++) {
    sumBefore.add(before[part] ?? 0)
    sumAfter.add(after[part] ?? 0)
    sumOfChanges.add(after[part] ?? 0)
    sumOfChanges.add(-(before[part] ?? 0))
  }
  const change = sumOfChanges.value
  const parts = Array.from(changes, (own) => ({ change: own, share: change === 0 ? null : own / change }))
  return { before: sumBefore.value, after: sumAfter.value, change, parts }
}
