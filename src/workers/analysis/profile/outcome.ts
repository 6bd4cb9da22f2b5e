/** Which of two values of a column is "it happened": a column of yes and no, won and lost, 0 and 1. */
import type { ProfiledColumn } from '../../../shared/story/table.ts'
import { has, nameWords } from './name-words.ts'
import { endNames, endWords, groupNames, noWords, stateNames, yesWords } from './outcome-words.ts'

/**
 * How surely a column of two values tells how something ended: `named` by its values or its name; `open` where neither
 * says; `group` where its name says that it only tells groups apart.
 */
export type OutcomeStrength = 'named' | 'open' | 'group'

export interface Outcome {
  /** The value that means "it happened", as it is told. */
  readonly value: string
  readonly other: string
  readonly strength: OutcomeStrength
}

/** Shorter names are abbreviations that say nothing by themselves. */
const shortestName = 3

const ranks = { named: 2, open: 1, group: 0 } as const satisfies Record<OutcomeStrength, number>

export function rankOf({ strength }: Outcome): number {
  return ranks[strength]
}

/** Null for a column that does not have exactly two values, each more than once in all. */
export function outcomeOf({
  name,
  role,
  distinct,
  stats,
}: Pick<ProfiledColumn, 'name' | 'role' | 'distinct' | 'stats'>): Outcome | null {
  const [common, rare, ...more] = stats.top ?? []
  if (role !== 'dimension' || distinct !== 2 || common === undefined || rare === undefined || more.length > 0)
    return null
  const [first, second] = [common.value, rare.value]
  const words = nameWords(name)
  const grouping = has(words, groupNames)
  const end = ended(first, second)
  if (end !== null) return { ...end, strength: 'named' }
  const answer = answered(first, second)
  // Of `am` and `vs`, a 1 says no more than of any other code.
  const code = /^[01]/u.test(first) && name.trim().length < shortestName
  if (answer !== null) return { ...answer, strength: grouping ? 'group' : code ? 'open' : 'named' }
  const chosen = sorted(first, second)
  if (chosen === null) return null
  const named = has(words, endNames) || words.some((word) => /.{2}ed$/u.test(word))
  return { ...chosen, strength: grouping ? 'group' : named ? 'named' : 'open' }
}

/**
 * Of two sorts: the larger code, or the rarer name, but never one that would be read as a yes where its other is no no
 * (1 of 1 and 2, t of c and t). Null where both would.
 */
function sorted(common: string, rare: string): Chosen | null {
  const [one, two] = [Number(common), Number(rare)]
  const value = Number.isFinite(one) && Number.isFinite(two) ? (one > two ? common : rare) : rare
  const other = value === rare ? common : rare
  if (!isYes(value)) return { value, other }
  return isYes(other) ? null : { value: other, other: value }
}

/** Whether its name or its values say that a column tells how something ended, and not only what is so. */
export function tellsAnEnd({ name, stats }: Pick<ProfiledColumn, 'name' | 'stats'>): boolean {
  const [first, second] = stats.top ?? []
  const words = nameWords(name)
  if (has(words, endNames) || words.some((word) => /.{2}ed$/u.test(word) && !stateNames.has(word))) return true
  return first !== undefined && second !== undefined && ended(first.value, second.value) !== null
}

interface Chosen {
  readonly value: string
  readonly other: string
}

const plain = (value: string): string => value.trim().toLowerCase()

/** Whether a value only says that what the column's name says is so. */
export function isYes(value: string): boolean {
  return yesWords.has(plain(value))
}

function answered(first: string, second: string): Chosen | null {
  if (isYes(first) && noWords.has(plain(second))) return { value: first, other: second }
  if (isYes(second) && noWords.has(plain(first))) return { value: second, other: first }
  return null
}

/** By words of an end: the earlier in their list, or the one of which the other is the denial. */
function ended(first: string, second: string): Chosen | null {
  if (denies(first, second)) return { value: second, other: first }
  if (denies(second, first)) return { value: first, other: second }
  const [one, two] = [endPlace(first), endPlace(second)]
  if (one === null && two === null) return null
  return (one ?? Number.POSITIVE_INFINITY) <= (two ?? Number.POSITIVE_INFINITY)
    ? { value: first, other: second }
    : { value: second, other: first }
}

/** `not recovered` denies `recovered`; `no show` denies `show`; `unpaid` and `non-smoker` likewise. */
function denies(denial: string, value: string): boolean {
  const [long, short] = [plain(denial), plain(value)]
  return ['not ', 'no ', 'non-', 'non ', 'un', 'not_', 'no_', 'never ', 'nicht '].some(
    (word) => long === `${word}${short}`,
  )
}

/** Place in the list of the first of its words; null where none is in it. */
function endPlace(value: string): number | null {
  const words = nameWords(value)
  // A sentence is no name of an end.
  if (words.length > 3) return null
  const places = words.map((word) => endWords.indexOf(word)).filter((place) => place >= 0)
  return places.length === 0 ? null : Math.min(...places)
}
