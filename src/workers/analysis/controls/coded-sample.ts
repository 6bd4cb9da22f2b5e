/** A bounded, deterministic part of a table's rows in memory, with the groups of each dimension as small codes. */

import type { Artefacts } from '../artefacts.ts'
import { placeSql } from '../category-sql.ts'
import type { ColumnProfile } from '../profile/profile.ts'
import { fastRanks } from '../ranks.ts'
import type { TableSchema } from '../schema.ts'

/** Code of a row without a group. */
export const noCode = 255

/** Rows kept: enough to see whatever passes a gate, few enough to look at thousands of comparisons. */
const mostRows = 10_000

export interface CodedColumn {
  readonly profile: ColumnProfile
  /** Groups by code, the most frequent first. */
  readonly labels: readonly string[]
  /** One a row of the sample; `noCode` where the row has none. */
  readonly codes: Uint8Array
}

export interface CodedSample {
  readonly rows: number
  /** By column name: the dimensions of the schema, and measures of a few values that recur (doses, sizes). */
  readonly dimensions: ReadonlyMap<string, CodedColumn>
  /** By column name: measures, NaN for none. */
  readonly numbers: ReadonlyMap<string, Float64Array>
  /** By column name: the average ranks of the same, among all values of the measure. */
  readonly ranks: ReadonlyMap<string, Float64Array>
}

/** The sample of a table, made once. O(rows · columns). */
export function codedSample(schema: TableSchema, artefacts: Artefacts): Promise<CodedSample> {
  const { dialect } = schema
  return artefacts.once('coded sample', async () => {
    const { sample, relation } = schema
    const rows = Math.min(sample.rows, mostRows)
    const thinned = (values: Float64Array): Float64Array => codedRows(schema, values)
    const coded = [...schema.dimensions, ...fewValued(schema)].map((profile) => ({
      profile,
      labels: (profile.column.stats.top ?? []).map(({ value }) => value),
    }))
    const expressions = coded.map(({ profile, labels }) => placeSql(dialect, labels, profile.text))
    const names = coded.map(({ profile }) => dialect.identifier(profile.column.name))
    const arrays =
      coded.length === 0 ? [] : await artefacts.source.numbers(sample.sql(relation, names), expressions, sample.rows)
    const numbers = new Map(
      schema.measures.flatMap(({ column }) => {
        const values = sample.columns.get(column.name)
        return values === undefined ? [] : [[column.name, thinned(values)] as const]
      }),
    )
    return {
      rows,
      dimensions: new Map(
        coded.map(({ profile, labels }, index) => [
          profile.column.name,
          { profile, labels, codes: codesOf(thinned(arrays[index] ?? new Float64Array(sample.rows))) },
        ]),
      ),
      numbers,
      ranks: new Map([...numbers].map(([name, values]) => [name, fastRanks(values)])),
    }
  })
}

/** Of values of the schema's sample, those of the rows of the coded sample. */
export function codedRows({ sample }: TableSchema, values: Float64Array): Float64Array {
  const step = Math.max(1, sample.rows / mostRows)
  if (step === 1) return values
  const taken = new Float64Array(mostRows)
  for (let row = 0; row < mostRows; row++) taken[row] = values[Math.floor(row * step)] ?? Number.NaN
  return taken
}

const fewValues = 12
const rowsPerValue = 5

function fewValued({ measures, dimensions }: TableSchema): ColumnProfile[] {
  return measures.filter(
    (measure) =>
      measure.column.distinct <= fewValues &&
      measure.filled >= rowsPerValue * measure.column.distinct &&
      !dimensions.some(({ column }) => column.name === measure.column.name),
  )
}

function codesOf(positions: Float64Array): Uint8Array {
  const codes = new Uint8Array(positions.length)
  for (let row = 0; row < positions.length; row++) {
    const position = positions[row] ?? Number.NaN
    codes[row] = position >= 0 && position < noCode ? position : noCode
  }
  return codes
}
