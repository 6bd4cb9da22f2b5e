/** What is searched: outcomes and conditions, chosen by the schema alone, so that the number of tests is known before any. */

import type { CodedSample } from '../../../analysis/controls/coded-sample.ts'
import { shareBetween } from '../../../analysis/controls/strength.ts'
import { outcomeOf } from '../../../analysis/profile/outcome.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { PairSet } from '../../../analysis/redundancy.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { missingBin } from '../../../analysis/statistics/coded-groups.ts'
import type { Dialect } from '../../../source/dialect.ts'

/** Bounds on the work, in the order of the columns. */
const mostMeasures = 12
const mostRates = 4
const mostDimensions = 12
const mostRanges = 8
/** Categories of a dimension: more are too few rows each. */
const mostLevels = 12
/** Fewer values of a measure are told one by one elsewhere. */
const fewestForRanges = 12
/** Part of the values around a third within which the roundest number is taken to cut there. */
const slack = 0.04
/** Part of the variance from which on a range tells of the outcome by itself: that of a correlation of .3. */
export const mostShared = 0.09

export interface OutcomeColumn {
  readonly profile: ColumnProfile
  /** Null for a measure. */
  readonly value: string | null
}

/** Rows of one category, or within a range. */
export interface Bin {
  /** Null where it is a range. */
  readonly value: string | null
  readonly from: number | null
  readonly below: number | null
}

export interface Conditions {
  readonly profile: ColumnProfile
  /** By code. */
  readonly bins: readonly Bin[]
  /** Of each row of the sample; `missingBin` where none holds. */
  readonly codes: Uint8Array
}

export function outcomesOf({ measures, dimensions }: TableSchema): OutcomeColumn[] {
  const amounts = measures.filter(({ column }) => column.distinct > 2).slice(0, mostMeasures)
  const rates = dimensions.flatMap((profile) => {
    const outcome = outcomeOf(profile.column)
    return outcome?.strength === 'named' ? [{ profile, value: outcome.value }] : []
  })
  return [...amounts.map((profile) => ({ profile, value: null })), ...rates.slice(0, mostRates)]
}

/** Whether there can be two conditions and an outcome at all. */
export function canBeSearched(schema: TableSchema): boolean {
  const columns = new Set([...schema.dimensions, ...schema.measures].map(({ column }) => column.name))
  return columns.size >= 3 && outcomesOf(schema).length > 0
}

export function conditionsOf(schema: TableSchema, sample: CodedSample): Conditions[] {
  const categories = [...sample.dimensions.values()]
    .filter(({ profile, labels }) => profile.column.distinct <= mostLevels && labels.length === profile.column.distinct)
    .slice(0, mostDimensions)
    .map(({ profile, labels, codes }): Conditions => {
      return { profile, codes, bins: labels.map((value) => ({ value, from: null, below: null })) }
    })
  const ranges = schema.measures
    .filter(({ column }) => column.distinct > fewestForRanges && !sample.dimensions.has(column.name))
    .slice(0, mostRanges)
    .flatMap((measure) => rangesOf(measure, sample.numbers.get(measure.column.name)) ?? [])
  return [...categories, ...ranges]
}

/** Thirds of a measure, cut at round numbers. */
function rangesOf(profile: Measure, values: Float64Array | undefined): Conditions | null {
  const ordered = values?.filter((value) => !Number.isNaN(value)).sort() ?? new Float64Array()
  const at = (share: number): number => ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0
  const [lower, upper] = [1 / 3, 2 / 3].map((share) => roundestBetween(at(share - slack), at(share + slack)))
  if (values === undefined || lower === undefined || upper === undefined || !(lower < upper)) return null
  return {
    profile,
    bins: [
      { value: null, from: null, below: lower },
      { value: null, from: lower, below: upper },
      { value: null, from: upper, below: null },
    ],
    codes: codesOf(values, lower, upper),
  }
}

function codesOf(values: Float64Array, lower: number, upper: number): Uint8Array {
  const codes = new Uint8Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN
    codes[row] = Number.isNaN(value) ? missingBin : value < lower ? 0 : value < upper ? 1 : 2
  }
  return codes
}

/** The roundest number from `low` to `high`: a multiple of 10ᵏ or else of 5·10ᵏ⁻¹, for the largest k there is one for. */
export function roundestBetween(low: number, high: number): number {
  if (low <= 0 && high >= 0) return 0
  const largest = Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high))))
  for (let power = largest; power > largest - 12; power--) {
    // In tenths of 10ᵏ and by division for decimals: 30 / 100 is the double that is written 0.3.
    const scale = 10 ** Math.abs(power - 1)
    const inTenths = (value: number): number => (power > 0 ? value / scale : value * scale)
    const fromTenths = (count: number): number => (power > 0 ? count * scale : count / scale)
    for (const step of [10, 5]) {
      const value = fromTenths(step * Math.ceil(inTenths(low) / step))
      if (value <= high) return value
    }
  }
  return low
}

/** A range of what tells of the outcome by itself, in a line or a curve, or is made of it, adds nothing to that. */
export function mayCondition(
  derived: PairSet,
  { profile, bins, codes }: Conditions,
  outcome: OutcomeColumn,
  values: Float64Array,
): boolean {
  const [own, other] = [profile.column.name, outcome.profile.column.name]
  if (own === other || derived.has(own, other)) return false
  const isRange = bins.some(({ value }) => value === null)
  return !isRange || shareBetween({ profile, codes, labels: bins.map(wordOf) }, values) < mostShared
}

/** The range as it is told of the part of the table that a statement is about. */
export function wordOf({ value, from, below }: Bin): string {
  if (value !== null) return value
  return from === null ? `below ${below}` : below === null ? `${from} or more` : `${from} to below ${below}`
}

/** SQL of whether a row meets the condition; null where it has no value. */
export function binSql(dialect: Dialect, { sql, text }: ColumnProfile, { value, from, below }: Bin): string {
  if (value !== null) return `(${text} = ${dialect.text(value)})`
  const ends = [
    ...(from === null ? [] : [`${sql} >= ${dialect.double(String(from))}`]),
    ...(below === null ? [] : [`${sql} < ${dialect.double(String(below))}`]),
  ]
  return `(${ends.join(' AND ')})`
}
