/** Which half of the rows a row is in, by what stands in it: whatever order the rows have, the halves are the same. */
import { codedRows } from '../../../analysis/controls/coded-sample.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { repeatedKeys } from '../../../analysis/repeated-keys.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import type { DetectorRun } from '../../detector.ts'

/** Columns whose values tell rows apart, those of most values first; more add nothing. */
const mostColumns = 4
/** The same where rows are much alike, so that like ones are counted off. */
const mostOfAlike = 12
/** Rows a value from which on no column tells rows apart. */
const manyAlike = 10
/** Keys fewer than these would make halves of unequal kinds. */
const fewestKeys = 40

export interface Halves {
  /** SQL of whether a row of `relation` is in the half that is searched. */
  readonly sql: string
  /** The rows (on long tables, the sample of them) with these columns and those that `sql` takes. */
  relation(columns: readonly string[]): string
  /** 1 for each row of the coded sample that is searched. */
  readonly inFirst: Uint8Array
}

/**
 * By a digest of the row's values, or of its key: all rows of one customer or patient are in one half, else what is found
 * of them would be confirmed by themselves. Where rows are alike in everything, like ones are numbered and spread.
 */
export function halvesOf({ schema, artefacts }: DetectorRun): Promise<Halves> {
  return artefacts.once('halves', async () => {
    const keys = (await repeatedKeys(schema, artefacts)).filter(({ profile }) => profile.column.distinct >= fewestKeys)
    const { relation, sql } = keys[0] === undefined ? byRows(schema) : digested(schema, [keys[0].profile])
    const inOrder = `(SELECT ${sql} AS half FROM ${relation([])} ORDER BY "row number")`
    const half = schema.dialect.double(schema.dialect.indicator('half'))
    const [first] = await artefacts.source.numbers(inOrder, [half], schema.sample.rows)
    return { sql, relation, inFirst: Uint8Array.from(codedRows(schema, first ?? new Float64Array())) }
  })
}

type Rule = Pick<Halves, 'sql' | 'relation'>

function byRows(schema: TableSchema): Rule {
  const columns = schema.columns
    .filter(({ column }) => column.distinct > 1)
    .toSorted((left, right) => right.column.distinct - left.column.distinct)
  const alike = (columns[0]?.column.distinct ?? 0) * manyAlike < schema.rows
  return alike ? digested(schema, columns.slice(0, mostOfAlike), true) : digested(schema, columns.slice(0, mostColumns))
}

function digested(schema: TableSchema, profiles: readonly ColumnProfile[], alike = false): Rule {
  const { dialect } = schema
  const own = profiles.map(({ column }) => dialect.identifier(column.name))
  const texts = own.map(dialect.asText)
  if (alike) texts.push(dialect.asText('"copy"'))
  const copies = alike ? `, row_number() OVER (PARTITION BY ${own.join(', ')}) AS "copy"` : ''
  return {
    // The first hexadecimal digit of a digest: half of all are below 8, whatever the values are like.
    sql: `${dialect.digest(texts)} < '8'`,
    relation: (columns) => {
      const list = [...new Set([...own, ...columns.map(dialect.identifier)])]
      const sample = schema.sample.sql(schema.relation, list)
      return `(SELECT *${copies} FROM (SELECT ${list.join(', ')}, row_number() OVER () AS "row number" FROM ${sample}))`
    },
  }
}
