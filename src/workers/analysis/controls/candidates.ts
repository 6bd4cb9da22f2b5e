/** The comparisons of a table that are made with controls held the same, and which of them show a difference at all. */
import { extremes, type NamedGroup } from '../derive/groups.ts'
import type { ColumnProfile } from '../profile/profile.ts'
import type { TableSchema } from '../schema.ts'
import { mantelHaenszelDifference } from '../statistics/stratified-difference.ts'
import type { Proportion } from '../statistics/wilson-interval.ts'
import { type CodedColumn, type CodedSample, noCode } from './coded-sample.ts'
import type { Comparison } from './comparison.ts'
import { correlationOfRanks } from './held.ts'

/** Measures that are compared, in the order of the columns. Bounds the work on wide tables. */
const mostMeasures = 12
const leastGroupRows = 5
/** Below, nothing is seen that could turn round or vanish: a correlation, a difference in standard deviations. */
const leastRho = 0.15
const leastG = 0.15

/** Two columns that are compared, whatever comes of it. */
export type Pair =
  | { readonly kind: 'means'; readonly dimension: ColumnProfile; readonly measure: TableSchema['measures'][number] }
  | {
      readonly kind: 'rates'
      readonly dimension: ColumnProfile
      readonly outcome: ColumnProfile
      readonly value: string
    }
  | Extract<Comparison, { kind: 'ranks' }>

/** What is compared by rates: a column with two values, and the one that is counted. */
export interface RatePair {
  readonly dimension: ColumnProfile
  readonly outcome: ColumnProfile
  readonly value: string
}

/** From the schema alone, so that it is known before any test how many there are. */
export function pairsOf(schema: TableSchema, rates: readonly RatePair[]): Pair[] {
  const { dimensions } = schema
  const measures = schema.measures.filter(({ column }) => column.distinct > 2).slice(0, mostMeasures)
  const means = dimensions.flatMap((dimension) =>
    measures
      .filter(({ column }) => column.name !== dimension.column.name)
      .map((measure): Pair => ({ kind: 'means', dimension, measure })),
  )
  const ranks = measures.flatMap((first, index) =>
    measures.slice(index + 1).map((second): Pair => ({ kind: 'ranks', first, second })),
  )
  return [...means, ...rates.map((rate): Pair => ({ kind: 'rates', ...rate })), ...ranks]
}

/** The comparison as it is told: of the group that stands out; null where no group does on the sample. */
export function comparisonOf(sample: CodedSample, pair: Pair): Comparison | null {
  switch (pair.kind) {
    case 'ranks': {
      const x = sample.ranks.get(pair.first.column.name)
      const y = sample.ranks.get(pair.second.column.name)
      const rho = x === undefined || y === undefined ? null : correlationOfRanks(x, y)
      return rho === null || Math.abs(rho) < leastRho ? null : pair
    }
    case 'means': {
      const groups = sample.dimensions.get(pair.dimension.column.name)
      const values = sample.numbers.get(pair.measure.column.name)
      const found = groups === undefined || values === undefined ? null : extremes(groupsOf(groups, values))
      return found === null || Math.abs(found.difference.g) < leastG ? null : { ...pair, group: found.best.group }
    }
    case 'rates': {
      const groups = sample.dimensions.get(pair.dimension.column.name)
      const outcomes = sample.dimensions.get(pair.outcome.column.name)
      if (groups === undefined || outcomes === undefined) return null
      const group = surestGroup(groups, outcomes, outcomes.labels.indexOf(pair.value))
      return group === null ? null : { ...pair, group }
    }
  }
}

function groupsOf({ labels, codes }: CodedColumn, values: Float64Array): NamedGroup[] {
  const [n, means, squares] = [0, 1, 2].map(() => new Float64Array(noCode + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? noCode
    const value = values[row] ?? Number.NaN
    if (Number.isNaN(value)) continue
    n[code] = (n[code] ?? 0) + 1
    means[code] = (means[code] ?? 0) + value
  }
  for (let code = 0; code < labels.length; code++) means[code] = (means[code] ?? 0) / (n[code] ?? 0)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? noCode
    const off = (values[row] ?? Number.NaN) - (means[code] ?? 0)
    if (!Number.isNaN(off)) squares[code] = (squares[code] ?? 0) + off * off
  }
  return labels.flatMap((group, code) => {
    const count = n[code] ?? 0
    const variance = (squares[code] ?? 0) / (count - 1)
    return count < leastGroupRows ? [] : [{ group, n: count, mean: means[code] ?? 0, variance }]
  })
}

/** The group whose rate is most surely another than that of all other rows; of two groups, the one with the higher rate. */
function surestGroup(groups: CodedColumn, outcomes: CodedColumn, hit: number): string | null {
  const sizes = new Float64Array(groups.labels.length)
  const hits = new Float64Array(groups.labels.length)
  for (let row = 0; row < groups.codes.length; row++) {
    const code = groups.codes[row] ?? noCode
    const outcome = outcomes.codes[row] ?? noCode
    if (code === noCode || outcome === noCode) continue
    sizes[code] = (sizes[code] ?? 0) + 1
    if (outcome === hit) hits[code] = (hits[code] ?? 0) + 1
  }
  const [n, successes] = [sizes, hits].map((counts) => counts.reduce((sum, count) => sum + count, 0))
  let best: { group: string; surely: number } | null = null
  for (const [code, group] of groups.labels.entries()) {
    const left: Proportion = { successes: hits[code] ?? 0, n: sizes[code] ?? 0 }
    const right: Proportion = { successes: (successes ?? 0) - left.successes, n: (n ?? 0) - left.n }
    if (left.n < leastGroupRows || right.n < leastGroupRows) continue
    const found = mantelHaenszelDifference([{ left, right }])
    if (found === null || (groups.labels.length === 2 && found.difference < 0)) continue
    const surely = found.difference > 0 ? found.low : -found.high
    if (surely > 0 && (best === null || surely > best.surely)) best = { group, surely }
  }
  return best?.group ?? null
}
