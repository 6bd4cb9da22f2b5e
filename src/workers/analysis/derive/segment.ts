/** Rows that meet two conditions at once, beside those that meet one of them or neither. */
import { hedgesG } from '../statistics/hedges-g.ts'
import { newcombeInterval } from '../statistics/newcombe-interval.ts'
import { normalLowerP } from '../statistics/normal-distribution.ts'
import { studentTTwoSidedP } from '../statistics/student-t-distribution.ts'
import { twoProportionTest } from '../statistics/two-proportion-test.ts'
import type { GroupSummary } from '../statistics/welch-anova.ts'
import type { Proportion } from '../statistics/wilson-interval.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { combined, differenceInterval } from './groups.ts'

/** Columns of the queries below: whether a row meets either condition, and the rows that do. */
export const cornerColumns = ['first', 'second', 'n', 'mean', 'variance'] as const

/** The four parts into which two conditions cut the rows; of yes and no, the mean is the share of yes. */
export interface Corners {
  readonly both: GroupSummary
  readonly firstOnly: GroupSummary
  readonly secondOnly: GroupSummary
  readonly neither: GroupSummary
}

export interface SegmentTest {
  /** Mean or share of those that meet both conditions less that of all others, with its 95 % interval. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** The same in standard deviations (Hedges' g). */
  readonly g: number
  /** The least distance, in the direction of the difference, from those that meet one condition only. */
  readonly beyondOne: number
  /** One-sided, that all of it is so: away from the rest, from either condition alone, and from both added together. */
  readonly p: number
}

/** Null where a part has no rows. */
export function cornersFrom([
  first = [],
  second = [],
  sizes = [],
  means = [],
  variances = [],
]: Columns): Corners | null {
  const part = (one: boolean, other: boolean): GroupSummary | null => {
    const row = first.findIndex((value, index) => value === one && second[index] === other)
    return row < 0 ? null : { n: Number(sizes[row]), mean: Number(means[row]), variance: Number(variances[row] ?? 0) }
  }
  const [both, firstOnly, secondOnly, neither] = [
    part(true, true),
    part(true, false),
    part(false, true),
    part(false, false),
  ]
  return both === null || firstOnly === null || secondOnly === null || neither === null
    ? null
    : { both, firstOnly, secondOnly, neither }
}

/** All rows that do not meet both conditions. */
export function restOf({ firstOnly, secondOnly, neither }: Corners): GroupSummary {
  return combined([firstOnly, secondOnly, neither]) ?? neither
}

/**
 * Whether those that meet both conditions differ from all others by more than either condition tells, or both added
 * together: an intersection–union test, whose p is the largest of its parts. `sign` is the direction, given beforehand:
 * found on other rows. As if only `share` of the rows were independent. Of yes and no (`rate`) what adds up are the
 * log-odds. Null where a comparison cannot be made.
 *
 * Source: Berger, Technometrics 24 (1982); Haldane (1956) for the half added to each count of the odds. O(1).
 */
export function segmentTest(corners: Corners, sign: 1 | -1, rate: boolean, share = 1): SegmentTest | null {
  const { both, firstOnly, secondOnly } = corners
  const rest = restOf(corners)
  const effect = hedgesG(both, rest)
  const others = [rest, firstOnly, secondOnly]
  const parts = others.map((other) => (rate ? rateP(both, other, sign) : meanP(both, other, sign, share)))
  const beyond = rate ? beyondOdds(corners, sign) : beyondSum(corners, sign, share)
  if (effect === null || beyond === null) return null
  const tests = [...parts, beyond].filter((p) => p !== null)
  const interval = rate ? newcombeInterval(hits(both), hits(rest)) : differenceInterval(both, rest, share)
  if (tests.length < parts.length + 1 || interval === null) return null
  return {
    difference: interval.difference,
    low: interval.low,
    high: interval.high,
    g: effect.g,
    beyondOne: Math.min(...[firstOnly, secondOnly].map(({ mean }) => sign * (both.mean - mean))),
    p: Math.max(...tests),
  }
}

function hits({ n, mean }: GroupSummary): Proportion {
  return { n, successes: Math.round(n * mean) }
}

function oneSided(twoSided: number, agrees: boolean): number {
  return agrees ? twoSided / 2 : 1 - twoSided / 2
}

function rateP(own: GroupSummary, other: GroupSummary, sign: number): number | null {
  const test = twoProportionTest(hits(own), hits(other))
  return test === null ? null : oneSided(test.p, sign * (own.mean - other.mean) > 0)
}

/** Welch's t. */
function meanP(own: GroupSummary, other: GroupSummary, sign: number, share: number): number | null {
  const [a, b] = [own.variance / (own.n * share), other.variance / (other.n * share)]
  const freedom = (a + b) ** 2 / (a ** 2 / (own.n * share - 1) + b ** 2 / (other.n * share - 1))
  if (!(a + b > 0) || !(own.n * share > 1) || !(other.n * share > 1)) return null
  const t = (own.mean - other.mean) / Math.sqrt(a + b)
  return oneSided(studentTTwoSidedP(t, freedom), sign * t > 0)
}

/** Of the four means, what the first is beyond the sum of the effects of either condition. */
function beyondSum({ both, firstOnly, secondOnly, neither }: Corners, sign: number, share: number): number | null {
  const parts = [both, firstOnly, secondOnly, neither]
  const beyond = both.mean - firstOnly.mean - secondOnly.mean + neither.mean
  const error = Math.sqrt(parts.reduce((sum, { n, variance }) => sum + variance / (n * share), 0))
  return error > 0 ? normalLowerP((-sign * beyond) / error) : null
}

function beyondOdds({ both, firstOnly, secondOnly, neither }: Corners, sign: number): number | null {
  const logOdds = [both, firstOnly, secondOnly, neither].map((part) => {
    const { successes, n } = hits(part)
    const [yes, no] = [successes + 0.5, n - successes + 0.5]
    return { value: Math.log(yes / no), variance: 1 / yes + 1 / no }
  })
  const signs = [1, -1, -1, 1]
  const beyond = logOdds.reduce((sum, { value }, part) => sum + (signs[part] ?? 0) * value, 0)
  return normalLowerP((-sign * beyond) / Math.sqrt(logOdds.reduce((sum, { variance }) => sum + variance, 0)))
}

/** Of all rows. Parameters: the ends of the ranges, where a condition is one (`first_from`, `first_below` and so on), and `rate`. */
export function segmentNumbers(columns: Columns, parameters: Parameters): Numbers {
  const corners = cornersFrom(columns)
  if (corners === null) throw new Error('A part of this statement has no rows in its query')
  const { both, firstOnly, secondOnly, neither } = corners
  const rest = restOf(corners)
  const rate = parameters.rate === true
  const limit = (name: string): number | null => {
    const value = parameters[name]
    return typeof value === 'number' ? value : null
  }
  return {
    inside: both.mean,
    inside_n: both.n,
    inside_hits: rate ? hits(both).successes : null,
    rest: rest.mean,
    rest_n: rest.n,
    rest_hits: rate ? hits(rest).successes : null,
    first_only: firstOnly.mean,
    second_only: secondOnly.mean,
    neither: neither.mean,
    overall: combined([both, rest])?.mean ?? null,
    n: both.n + rest.n,
    first_from: limit('first_from'),
    first_below: limit('first_below'),
    second_from: limit('second_from'),
    second_below: limit('second_below'),
  }
}

/** Of the half of the rows that the search did not see. Parameters: sign, rate, independent. */
export function segmentCheckNumbers(columns: Columns, parameters: Parameters): Numbers {
  const corners = cornersFrom(columns)
  const share = typeof parameters.independent === 'number' ? parameters.independent : 1
  const sign = parameters.sign === -1 ? -1 : 1
  const test = corners === null ? null : segmentTest(corners, sign, parameters.rate === true, share)
  if (corners === null || test === null) throw new Error('A part of this statement has no rows in its query')
  const rest = restOf(corners)
  return {
    checked_inside: corners.both.mean,
    checked_rest: rest.mean,
    checked_n: corners.both.n + rest.n,
    difference: test.difference,
    difference_low: test.low,
    difference_high: test.high,
    g: test.g,
    p: test.p,
  }
}
