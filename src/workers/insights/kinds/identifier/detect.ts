/** identifier: columns in which every row has a value of its own. A note on quality. */
import type { Detector } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

export const detectIdentifier: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= 2,
  expectedWork: littleWork,
  async run({ schema }) {
    const { dialect } = schema
    return schema.columns
      .filter(({ column }) => column.role === 'identifier' && column.distinct === schema.rows)
      .map(({ column }) => {
        const name = dialect.identifier(column.name)
        const query = `SELECT count(DISTINCT ${name}) AS "distinct", count(${name}) AS n FROM ${schema.relation}`
        return {
          p: null,
          statement: {
            type: 'identifier' as const,
            class: 'quality' as const,
            columns: [column.name],
            direction: 'none' as const,
            effect: { name: 'distinct', value: 'distinct' },
            n: schema.rows,
            evidence: {
              sql: [query],
              derived: {},
              // As the profile has counted them; they are asked of the table when it is verified.
              known: { [query]: { distinct: column.distinct, n: schema.rows } },
            },
            details: { column: column.name },
            caveats: [],
            score: { impact: 0.3, effect: 0.3, surprise: 0.2, readability: 1 },
          },
        }
      })
  },
}
