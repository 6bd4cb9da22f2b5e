/** A group difference as a statement, however it was tested. */
import { type Extremes, type NamedGroup, nextAfter, shareBetween } from '../../../analysis/derive/groups.ts'
import { has, keyWords, nameWords } from '../../../analysis/profile/name-words.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { between, type Statement } from '../../detector.ts'
import type { EvidenceRecipe } from '../../evidence-recipe.ts'
import type { Caveat } from '../../words/caveats.ts'
import { courseOf } from './course.ts'
import type { names } from './names.ts'

export const leastGroupRows = 5
/** The same where groups are compared within blocks: what the blocks differ by is taken out, and the error is of all rows. */
export const leastBlockedRows = 3
export const leastOmegaSquared = 0.02
export const leastG = 0.3

export interface Found extends Extremes {
  readonly groups: readonly NamedGroup[]
  /** Absent where nothing is tested. */
  readonly testName?: string
  readonly evidence: EvidenceRecipe
  readonly leftOut: number
  readonly caveats: readonly Caveat[]
  /** Columns whose values are held the same, if any. */
  readonly within?: readonly ColumnProfile[]
  /** Part of the variance that the groups account for, where it is not that between the groups over all rows. */
  readonly omegaSquared?: number
  /** Part of the difference that its interval leaves, where that is not the one over all rows. */
  readonly sure?: number
}

export function statementOf(
  { schema, dimension, measure, whole, nested }: Compared,
  { groups, best, worst, difference, testName, evidence, leftOut, caveats, within = [], omegaSquared, sure }: Found,
): Statement<typeof names> {
  const n = groups.reduce((sum, group) => sum + group.n, 0)
  const large =
    sure === undefined ? Math.min(Math.abs(difference.low), Math.abs(difference.high)) : sure * Math.abs(difference.g)
  return {
    type: 'group_difference',
    class: 'finding',
    columns: [dimension.column.name, measure.column.name],
    direction: difference.g > 0 ? 'higher' : 'lower',
    location: best.group,
    effect: { name: 'difference of means', value: 'difference', low: 'difference_low', high: 'difference_high' },
    ...(testName === undefined ? {} : { testName }),
    n,
    evidence,
    details: {
      dimension: dimension.column.name,
      measure: measure.column.name,
      best: best.group,
      worst: worst.group,
      next: nextAfter(groups, best)?.group ?? null,
      left_out: leftOut,
      course: courseOf(dimension, groups),
      within: within.length === 0 ? null : within.map(({ column }) => column.name).join(' and '),
    },
    caveats: [...wholeAndLeftOut(leftOut, whole), ...caveats],
    score: {
      impact: Math.sqrt(n / schema.rows),
      // How far the named group is from the rest, and how much the groups tell in all.
      effect: 0.5 * between(large, 0.1, 1.5) + 0.5 * between(Math.sqrt(omegaSquared ?? shareBetween(groups)), 0.1, 0.8),
      // What lies within a coarser dimension is told of that one first; that one person differs from another is no news.
      surprise: nested ? 0.2 : isWhoOrWhat(dimension) ? 0.4 : 0.8,
      readability: 1,
    },
  }
}

/** Fewer are compared with each other by name. */
const fewestKeys = 8

/** Whether the groups are those that a row is about: patients, subjects, plots. */
function isWhoOrWhat({ column: { name, distinct } }: ColumnProfile): boolean {
  return distinct >= fewestKeys && has(nameWords(name), keyWords)
}

/** What is compared: rows with a group and a value, but for those of a group that is the whole. */
export interface Compared {
  readonly schema: TableSchema
  readonly dimension: ColumnProfile
  readonly measure: Measure
  readonly whole: string | null
  /** Whether each group has one value of a coarser dimension. */
  readonly nested: boolean
}

export function filterOf({ schema, dimension, measure, whole }: Compared): string {
  const filled = `${dimension.sql} IS NOT NULL AND ${measure.sql} IS NOT NULL`
  return whole === null ? filled : `${filled} AND ${dimension.text} <> ${schema.dialect.text(whole)}`
}

function wholeAndLeftOut(leftOut: number, whole: string | null): Caveat[] {
  const caveats: Caveat[] = []
  if (whole !== null) caveats.push({ caveat: 'totalLeftOut', value: whole })
  if (leftOut > 0) caveats.push({ caveat: 'smallGroupsLeftOut' })
  return caveats
}

/** Size, mean and variance of each group. */
export function summariesSql(from: Compared, leastRows = leastGroupRows): string {
  const { schema, dimension, measure } = from
  const { dialect } = schema
  return `SELECT ${dimension.text} AS "group", count(*) AS n, ${dialect.mean(measure.sql)} AS mean, var_samp(${measure.sql}) AS variance
FROM ${schema.relation} WHERE ${filterOf(from)} GROUP BY 1 HAVING count(*) >= ${leastRows} ORDER BY mean DESC, 1`
}
