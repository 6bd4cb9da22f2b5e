/** What is compared: two sides of a measure or of a rate, or two measures; on the sample in memory, and as SQL. */
import type { Dialect } from '../../source/dialect.ts'
import type { HeldFunction } from '../derive/held.ts'
import type { ColumnProfile } from '../profile/profile.ts'
import type { Measure, TableSchema } from '../schema.ts'
import type { GroupSummary } from '../statistics/welch-anova.ts'
import type { Proportion } from '../statistics/wilson-interval.ts'
import { type CodedSample, noCode } from './coded-sample.ts'
import type { Control } from './control.ts'
import { type Held, type Level, meansHeld, noLevel, notPaired, rankedHeld, ratesHeld } from './held.ts'

export type Comparison =
  | {
      readonly kind: 'means'
      readonly dimension: ColumnProfile
      /** The group that is compared with all other rows. */
      readonly group: string
      readonly measure: Measure
    }
  | {
      readonly kind: 'rates'
      readonly dimension: ColumnProfile
      readonly group: string
      /** A column with two values, and the one whose share is compared. */
      readonly outcome: ColumnProfile
      readonly value: string
    }
  | { readonly kind: 'ranks'; readonly first: Measure; readonly second: Measure }

export function columnsOf(comparison: Comparison): readonly [string, string] {
  switch (comparison.kind) {
    case 'means':
      return [comparison.dimension.column.name, comparison.measure.column.name]
    case 'rates':
      return [comparison.dimension.column.name, comparison.outcome.column.name]
    case 'ranks':
      return [comparison.first.column.name, comparison.second.column.name]
  }
}

/** The comparison on the sample, over all its rows and within the levels of the control; null where either cannot be made. */
export function heldInSample(sample: CodedSample, comparison: Comparison, control: Control): Held | null {
  switch (comparison.kind) {
    case 'means': {
      const group = sample.dimensions.get(comparison.dimension.column.name)
      const values = sample.numbers.get(comparison.measure.column.name)
      if (group === undefined || values === undefined) return null
      const own = group.labels.indexOf(comparison.group)
      return meansHeld(meansByLevel(group.codes, own, values, control))
    }
    case 'rates': {
      const group = sample.dimensions.get(comparison.dimension.column.name)
      const outcome = sample.dimensions.get(comparison.outcome.column.name)
      if (group === undefined || outcome === undefined) return null
      const [own, hit] = [group.labels.indexOf(comparison.group), outcome.labels.indexOf(comparison.value)]
      return ratesHeld(ratesByLevel(group.codes, own, outcome.codes, hit, control))
    }
    case 'ranks': {
      const x = sample.ranks.get(comparison.first.column.name)
      const y = sample.ranks.get(comparison.second.column.name)
      return x === undefined || y === undefined ? null : rankedHeld(x, y, strataOf(x, y, control))
    }
  }
}

/** Evidence of a comparison with a control: one query, the function of its rows, and the columns that it takes. */
export interface HeldEvidence {
  readonly sql: string
  readonly function: HeldFunction
  readonly columns: readonly string[]
}

export function heldEvidence(schema: TableSchema, comparison: Comparison, control: Control): HeldEvidence {
  const { dialect } = schema
  const level = `${control.sql} AS level`
  const from = schema.relation
  switch (comparison.kind) {
    case 'means': {
      const { dimension, measure } = comparison
      const [own, other] = sidesOf(dialect, dimension, comparison.group)
      const side = (name: string, filter: string): string =>
        `count(*)${filter} AS ${name}_n, ${dialect.mean(measure.sql)}${filter} AS ${name}_mean, var_samp(${measure.sql})${filter} AS ${name}_variance`
      return {
        sql: `SELECT ${level}, ${side('own', own)}, ${side('other', other)}
FROM ${from} WHERE ${dimension.sql} IS NOT NULL AND ${measure.sql} IS NOT NULL GROUP BY 1 ORDER BY 1`,
        function: 'means_held',
        columns: ['level', 'own_n', 'own_mean', 'own_variance', 'other_n', 'other_mean', 'other_variance'],
      }
    }
    case 'rates': {
      const { dimension, outcome } = comparison
      const [own, other] = sidesOf(dialect, dimension, comparison.group)
      const hit = `${outcome.text} = ${dialect.text(comparison.value)}`
      const side = (name: string, filter: string): string =>
        `count(*)${filter} AS ${name}_n, count(CASE WHEN ${hit} THEN true END)${filter} AS ${name}_hits`
      return {
        sql: `SELECT ${level}, ${side('own', own)}, ${side('other', other)}
FROM ${from} WHERE ${dimension.sql} IS NOT NULL AND ${outcome.sql} IS NOT NULL GROUP BY 1 ORDER BY 1`,
        function: 'rates_held',
        columns: ['level', 'own_n', 'own_hits', 'other_n', 'other_hits'],
      }
    }
    case 'ranks': {
      const { first, second } = comparison
      const names = [first, second, control.profile].map(({ column }) => dialect.identifier(column.name))
      return {
        sql: `SELECT ${first.sql} AS x, ${second.sql} AS y, ${level} FROM ${schema.sample.sql(from, [...new Set(names)])}
WHERE ${first.sql} IS NOT NULL AND ${second.sql} IS NOT NULL`,
        function: 'ranks_held',
        columns: ['x', 'y', 'level'],
      }
    }
  }
}

/** The level of each row by number, below 0 for none; NaN-free pairs only are in the sums, whatever their level. */
function strataOf(x: Float64Array, y: Float64Array, { codes }: Control): Int16Array {
  const strata = new Int16Array(codes.length)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? noCode
    const filled = !Number.isNaN((x[row] ?? Number.NaN) + (y[row] ?? Number.NaN))
    strata[row] = filled ? (code === noCode ? noLevel : code) : notPaired
  }
  return strata
}

/** Filters of the named group and of all others. */
function sidesOf(dialect: Dialect, dimension: ColumnProfile, group: string): readonly [string, string] {
  const text = dimension.text
  return [` FILTER (WHERE ${text} = ${dialect.text(group)})`, ` FILTER (WHERE ${text} <> ${dialect.text(group)})`]
}

/** Level names are codes: they are only told apart. */
function meansByLevel(
  groups: Uint8Array,
  own: number,
  values: Float64Array,
  control: Control,
): readonly Level<GroupSummary>[] {
  const [n, means, squares] = [0, 1, 2].map(() => new Float64Array(2 * (noCode + 1))) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let row = 0; row < groups.length; row++) {
    const value = values[row] ?? Number.NaN
    const group = groups[row] ?? noCode
    if (group === noCode || Number.isNaN(value)) continue
    const side = 2 * (control.codes[row] ?? noCode) + (group === own ? 0 : 1)
    n[side] = (n[side] ?? 0) + 1
    means[side] = (means[side] ?? 0) + value
  }
  for (let side = 0; side < n.length; side++) means[side] = (means[side] ?? 0) / Math.max(1, n[side] ?? 0)
  for (let row = 0; row < groups.length; row++) {
    const value = values[row] ?? Number.NaN
    const group = groups[row] ?? noCode
    if (group === noCode || Number.isNaN(value)) continue
    const side = 2 * (control.codes[row] ?? noCode) + (group === own ? 0 : 1)
    const off = value - (means[side] ?? 0)
    squares[side] = (squares[side] ?? 0) + off * off
  }
  return levelsOf((side) => {
    const count = n[side] ?? 0
    return { n: count, mean: means[side] ?? 0, variance: count > 1 ? (squares[side] ?? 0) / (count - 1) : 0 }
  })
}

function ratesByLevel(
  groups: Uint8Array,
  own: number,
  outcomes: Uint8Array,
  hit: number,
  control: Control,
): readonly Level<Proportion>[] {
  const [sizes, hits] = [new Float64Array(2 * (noCode + 1)), new Float64Array(2 * (noCode + 1))]
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? noCode
    const outcome = outcomes[row] ?? noCode
    if (group === noCode || outcome === noCode) continue
    const index = 2 * (control.codes[row] ?? noCode) + (group === own ? 0 : 1)
    sizes[index] = (sizes[index] ?? 0) + 1
    if (outcome === hit) hits[index] = (hits[index] ?? 0) + 1
  }
  return levelsOf((index) => ({ n: sizes[index] ?? 0, successes: hits[index] ?? 0 }))
}

/** `side` gives the summary at twice the level's code, and one further for the other rows. */
function levelsOf<Summary extends { readonly n: number }>(side: (index: number) => Summary): Level<Summary>[] {
  const levels: Level<Summary>[] = []
  for (let code = 0; code <= noCode; code++) {
    const left = side(2 * code)
    const right = side(2 * code + 1)
    if (left.n + right.n > 0) levels.push({ level: code === noCode ? null : String(code), left, right })
  }
  return levels
}
