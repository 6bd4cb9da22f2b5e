/** What may be held the same while two other columns are compared: the groups of a dimension, or bins of a measure. */
import type { Dialect } from '../../source/dialect.ts'
import type { ColumnProfile } from '../profile/profile.ts'
import type { TableSchema } from '../schema.ts'
import { ascendingOf } from '../statistics/quantiles.ts'
import { type CodedSample, noCode } from './coded-sample.ts'

export interface Control {
  readonly profile: ColumnProfile
  /** Whether its levels are ranges of numbers rather than values. */
  readonly binned: boolean
  /** Level of each row of the sample, `noCode` for none. */
  readonly codes: Uint8Array
  /** SQL of a row's level, as text; null for none. */
  readonly sql: string
  /** Names of the levels by code; of ranges, their numbers from 1. */
  readonly labels: readonly string[]
}

/** Beyond, a level has few rows of its own and a reader no picture of it. */
export const mostLevels = 20
const mostBins = 10
/** Rows that a bin has at least. */
const rowsPerBin = 8
/** Measures that are held, in the order of the columns. Bounds the work. */
const mostBinned = 8

const made = new WeakMap<CodedSample, readonly Control[]>()

/** Chosen from the schema alone, and made once for its sample. */
export function controlsOf(schema: TableSchema, sample: CodedSample): readonly Control[] {
  const known = made.get(sample)
  if (known !== undefined) return known
  const controls = controlsIn(schema, sample)
  made.set(sample, controls)
  return controls
}

function controlsIn(schema: TableSchema, sample: CodedSample): Control[] {
  const leveled = [...sample.dimensions.values()].flatMap(({ profile, labels, codes }): Control[] =>
    profile.column.distinct > mostLevels || labels.length < profile.column.distinct
      ? []
      : [{ profile, binned: false, codes, sql: profile.text, labels }],
  )
  const taken = new Set(sample.dimensions.keys())
  const binned = schema.measures
    .filter(({ column }) => !taken.has(column.name) && column.distinct > mostLevels)
    .slice(0, mostBinned)
    .flatMap((profile): Control[] => {
      const control = binnedControl(schema.dialect, profile, sample.numbers.get(profile.column.name))
      return control === null ? [] : [control]
    })
  return [...leveled, ...binned]
}

function binnedControl(dialect: Dialect, profile: ColumnProfile, values: Float64Array | undefined): Control | null {
  if (values === undefined) return null
  const inOrder = ascendingOf(values)
  let filled = inOrder.length
  while (filled > 0 && Number.isNaN(inOrder[filled - 1])) filled--
  const ordered = inOrder.subarray(0, filled)
  const bins = Math.min(mostBins, Math.floor(ordered.length / rowsPerBin))
  if (bins < 3) return null
  const limits = [
    ...new Set(Array.from({ length: bins - 1 }, (_, bin) => ordered[Math.floor(((bin + 1) * ordered.length) / bins)])),
  ].filter((limit): limit is number => limit !== undefined)
  const codes = new Uint8Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN
    let bin = 0
    while (bin < limits.length && value >= (limits[bin] ?? 0)) bin++
    codes[row] = Number.isNaN(value) ? noCode : bin
  }
  const cases = limits.map((limit, bin) => `WHEN ${profile.sql} < ${dialect.double(String(limit))} THEN '${bin + 1}'`)
  const sql = `CASE WHEN ${profile.sql} IS NULL THEN NULL ${cases.join(' ')} ELSE '${limits.length + 1}' END`
  return {
    profile,
    binned: true,
    codes,
    sql,
    labels: Array.from({ length: limits.length + 1 }, (_, bin) => `${bin + 1}`),
  }
}
