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
      .map(({ column }) => ({
        p: null,
        statement: {
          type: 'identifier' as const,
          class: 'quality' as const,
          columns: [column.name],
          direction: 'none' as const,
          effect: { name: 'distinct', value: 'distinct' },
          n: schema.rows,
          evidence: {
            sql: [
              `SELECT count(DISTINCT ${dialect.identifier(column.name)}) AS "distinct", count(${dialect.identifier(column.name)}) AS n FROM ${schema.relation}`,
            ],
            derived: {},
          },
          details: { column: column.name },
          caveats: [],
          score: { impact: 0.3, effect: 0.3, surprise: 0.2, readability: 1 },
        },
      }))
  },
}
