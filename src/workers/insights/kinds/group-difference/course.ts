/** Whether a measure rises or falls from group to group, where the groups are numbers in an order: doses, days, cylinders. */
import type { NamedGroup } from '../../../analysis/derive/groups.ts'
import { calendarWords, has, nameWords, sequenceWords } from '../../../analysis/profile/name-words.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'

/** Two groups are a pair, whichever comes first. */
const fewestGroups = 3
/** Up to so many groups each must go on where the one before ended. */
const fewGroups = 5
/** Of more groups, part of the pairs that must stand in the order of their numbers. */
const leastInOrder = 0.9

export type Course = 'rises' | 'falls'

/** Null where groups are names or in no order, or the ends of their numbers are not the highest and the lowest. */
export function courseOf(dimension: ColumnProfile, groups: readonly NamedGroup[]): Course | null {
  if (groups.length < fewestGroups || !isQuantity(dimension)) return null
  const numbered = groups.map(({ group, mean }) => ({ at: numberOf(group), mean }))
  if (numbered.some(({ at }) => Number.isNaN(at))) return null
  const means = numbered.toSorted((left, right) => left.at - right.at).map(({ mean }) => mean)
  const [first = 0, last = 0] = [means[0], means.at(-1)]
  const [low, high] = [Math.min(...means), Math.max(...means)]
  const rises = first === low && last === high
  if (!rises && !(first === high && last === low)) return null
  return shareInOrder(means, rises) >= (groups.length <= fewGroups ? 1 : leastInOrder)
    ? rises
      ? 'rises'
      : 'falls'
    : null
}

/** The number that a group's name is; NaN for none. */
export function numberOf(group: string): number {
  return /^-?\d+(?:\.\d+)?$/u.test(group.trim()) ? Number(group) : Number.NaN
}

/** An amount, or what is counted up (day 0 to 9): numbers of diets and shops are names. */
function isQuantity({ column: { name, role } }: ColumnProfile): boolean {
  if (role === 'measure') return true
  const words = nameWords(name).flatMap((word) => [word, word.replace(/s$/u, '')])
  return role === 'dimension' && (has(words, sequenceWords) || has(words, calendarWords))
}

function shareInOrder(means: readonly number[], rises: boolean): number {
  let [pairs, inOrder] = [0, 0]
  for (const [index, before] of means.entries()) {
    for (const after of means.slice(index + 1)) {
      pairs++
      if (rises ? after > before : after < before) inOrder++
    }
  }
  return inOrder / pairs
}
