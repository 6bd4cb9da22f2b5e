/**
 * sentinel: a value such as −999, 99.9, −1 or 0 that stands for “missing”. A note on quality; the profile of the table
 * found it and left it out of everything else that is said.
 */
import type { TableSchema } from '../../../analysis/schema.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

export const detectSentinel: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => coded(schema).length > 0,
  expectedWork: littleWork,
  async run({ schema }) {
    const { dialect } = schema
    return coded(schema).map(({ column, numeric, code }): Outcome<typeof names> => {
      const name = dialect.identifier(column.name)
      const present = `CASE WHEN ${dialect.isFinite(dialect.double(name))} THEN ${name} END`
      const low = code < numeric.median
      const nearest = low ? numeric.min : numeric.max
      const coded = dialect.countIf(`${name} = ${code}`)
      const query = `SELECT ${coded} AS count, ${dialect.ratio(coded, `count(${present})`)} AS share,
  ${low ? 'min' : 'max'}(${present}) FILTER (WHERE ${name} <> ${code}) AS nearest, count(${present}) AS n FROM ${schema.relation}`
      const share = 1 - numeric.n / Math.max(1, schema.rows - column.nulls)
      return {
        p: null,
        statement: {
          type: 'sentinel',
          class: 'quality',
          columns: [column.name],
          direction: 'none',
          location: code,
          effect: { name: 'share', value: 'share' },
          n: schema.rows - column.nulls,
          evidence: { sql: [query], derived: {} },
          details: { column: column.name, code: String(code) },
          caveats: [],
          score: {
            impact: Math.sqrt(share),
            effect: between(Math.abs(code - nearest) / (numeric.q3 - numeric.q1), 0, 10),
            surprise: 0.9,
            readability: 1,
          },
        },
      }
    })
  },
}

/** Every column with a code, also those that are groups without it: ratings from 1 to 5. */
function coded({ columns }: TableSchema) {
  return columns.flatMap(({ column, numeric }) =>
    column.missingCode === undefined || numeric === null ? [] : [{ column, numeric, code: column.missingCode }],
  )
}
