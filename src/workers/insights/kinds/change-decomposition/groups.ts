/** Which group of which dimension there is to name for a change, and why. */
import {
  directions,
  type GroupChange,
  groupChanges,
  mixOf,
  type PeriodTable,
} from '../../../analysis/derive/period-change.ts'
import { calendarWords, has, nameWords, yearWords } from '../../../analysis/profile/name-words.ts'
import { outcomeOf } from '../../../analysis/profile/outcome.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import type { PeriodAxis } from '../../../analysis/series/periods.ts'
import type { Comparison } from './choose.ts'
import type { Compared } from './query.ts'

/** What is said of the groups of a dimension. */
export type Account =
  /** One group accounts for far more of the change of a sum than it holds of the sum. */
  | { readonly says: 'contribution'; readonly best: string; readonly worth: number }
  /** A good part of the change of an average is a change of how many rows each group has. */
  | { readonly says: 'mix'; readonly worth: number }
  /** Nearly all groups went the same way; those that did not, the one furthest first. */
  | { readonly says: 'directions'; readonly against: readonly string[]; readonly worth: number }

export interface Accounted {
  readonly dimension: ColumnProfile
  readonly account: Account
}

const mostDimensions = 6
/** On tables this long, only so many dimensions are looked at. */
const manyRows = 300_000
const mostDimensionsOfMany = 3
const mostEntities = 500
const leastContribution = 0.3
/** By how much a group's part of the change must exceed its part of the sum. */
const leastExcess = 0.1
const leastMix = 0.5
const fewestGroups = 4
/** Part of the groups that must go the same way for the others to be exceptions. */
const leastAgreement = 0.8
const mostNamed = 3

/** Dimensions whose groups may account for a change: none that is a part of the calendar, which both periods have alike. */
export function accountable(schema: TableSchema, periods: PeriodAxis): ColumnProfile[] {
  const most = schema.rows > manyRows ? mostDimensionsOfMany : mostDimensions
  const [entity] = periods.entity.length === 1 ? periods.entity : []
  const named = schema.dimensions.filter(({ column }) => {
    const words = nameWords(column.name)
    // A yes accounts for nothing: it is what became of the rows, not who they are.
    if (outcomeOf(column)?.strength === 'named') return false
    return column.role === 'dimension' && !has(words, calendarWords) && !has(words, yearWords)
  })
  const entities = entity === undefined || entity.column.distinct > mostEntities ? [] : [entity]
  return [...new Set([...entities, ...named])].slice(0, most)
}

/** The account of a change that is most worth telling; null where no group stands out. */
export function accountOf(
  comparison: Comparison,
  compared: Compared,
  candidates: readonly { readonly dimension: ColumnProfile; readonly table: PeriodTable }[],
  periods: PeriodAxis,
): Accounted | null {
  const { from, to } = comparison
  const found = candidates.flatMap(({ dimension, table }): Accounted[] => {
    if (dimension.column.name === compared.measure?.column.name) return []
    const changes = groupChanges(table, from, to, compared.form)
    const account =
      compared.form === 'average'
        ? (mixAccount(comparison, compared, table) ?? directionsAccount(comparison, changes, dimension, periods))
        : contributionAccount(comparison, changes)
    return account === null ? [] : [{ dimension, account }]
  })
  return found.reduce<Accounted | null>(
    (best, one) => (best === null || one.account.worth > best.account.worth ? one : best),
    null,
  )
}

function contributionAccount({ first, change }: Comparison, changes: readonly GroupChange[]): Account | null {
  if (changes.length < 2 || change === 0) return null
  const parts = changes.map(({ group, first: start, last: end }) => {
    const part = ((end ?? 0) - (start ?? 0)) / change
    return { group, part, excess: part - (first > 0 ? (start ?? 0) / first : 0) }
  })
  const best = parts.reduce((most, one) => (one.part > most.part ? one : most))
  if (best.part < leastContribution || best.excess < leastExcess) return null
  // Parts beyond the whole only say how much the others went the other way.
  return { says: 'contribution', best: best.group, worth: Math.min(1, best.excess) }
}

function mixAccount({ from, to, change }: Comparison, { rate, measure }: Compared, table: PeriodTable): Account | null {
  if (change === 0 || (rate === null && measure === null)) return null
  const mix = mixOf(table, from, to)
  if (mix === null || (table.get(from)?.size ?? 0) < 2) return null
  const part = mix.mix / change
  return part >= leastMix ? { says: 'mix', worth: Math.min(1, part) } : null
}

/**
 * Of things followed over time each change is what it is; of groups of rows, one against the others must be beyond what
 * its rows would make by chance, which is not known here: those are left to the comparison of groups.
 */
function directionsAccount(
  { change }: Comparison,
  changes: readonly GroupChange[],
  dimension: ColumnProfile,
  { kind }: PeriodAxis,
): Account | null {
  if (kind !== 'panel' || changes.length < fewestGroups) return null
  const { up, down, entities } = directions(changes)
  const agreeing = change > 0 ? up : down
  if (entities < fewestGroups || agreeing < leastAgreement * entities) return null
  const against = changes
    .flatMap(({ group, first, last }) => (first === null || last === null ? [] : [{ group, moved: last - first }]))
    .filter(({ moved }) => moved * change < 0)
    .sort((left, right) => Math.abs(right.moved) - Math.abs(left.moved) || (left.group < right.group ? -1 : 1))
  if (against.length > mostNamed && agreeing < entities) return null
  // Things of which the table has many say more together than a handful of groups.
  const worth = 0.5 + 0.1 * Math.min(1, dimension.column.distinct / 50) + (against.length > 0 ? 0.2 : 0)
  return { says: 'directions', against: against.map(({ group }) => group), worth }
}
