/** Who has the most and who the least, in a table of one row a named thing: states, cities, islands, mammals. */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'

/** Names of the rows with the one highest and the one lowest value; null where several rows share it. */
export interface NamedEnds {
  readonly highest: string | null
  readonly lowest: string | null
}

/** More things than this are not known by name. */
const mostNamed = 2_000
const longestName = 40

/** By measure; empty where rows have no names, or follow each other in time. One query. */
export async function namedEnds(
  schema: TableSchema,
  artefacts: Artefacts,
  measures: readonly Measure[],
): Promise<ReadonlyMap<Measure, NamedEnds>> {
  const label = labelOf(schema)
  if (label === null || measures.length === 0) return new Map()
  const { dialect, relation } = schema
  const values = measures.map(({ sql }, index) => `${dialect.double(sql)} AS value_${index}`)
  const columns = await artefacts.source.columns(`SELECT ${label.text} AS label, ${values.join(', ')} FROM ${relation}`)
  const names = (columns.label ?? []).map(String)
  if (names.some((name) => name.length > longestName)) return new Map()
  return new Map(
    measures.map((measure, index) => [
      measure,
      endsOf(
        names,
        (columns[`value_${index}`] ?? []).map((value) => (typeof value === 'number' ? value : Number.NaN)),
        measure,
      ),
    ]),
  )
}

function endsOf(names: readonly string[], values: readonly number[], { numeric }: Measure): NamedEnds {
  const only = (end: number): string | null => {
    const at = values.indexOf(end)
    return at >= 0 && at === values.lastIndexOf(end) ? (names[at] ?? null) : null
  }
  return { highest: only(numeric.max), lowest: only(numeric.min) }
}

/** A text that tells all rows apart, and says who they are: not a code with digits in it. */
function labelOf({ columns, rows, order }: TableSchema): ColumnProfile | null {
  if (rows > mostNamed || order !== null) return null
  return columns.find((column) => isName(column, rows)) ?? null
}

function isName({ column }: ColumnProfile, rows: number): boolean {
  const { storage, distinct, nulls, stats, role } = column
  if (storage !== 'VARCHAR' || role === 'time' || distinct !== rows || nulls > 0) return false
  const shown = (stats.top ?? []).map(({ value }) => value)
  return shown.every((value) => !/\d/u.test(value))
}
