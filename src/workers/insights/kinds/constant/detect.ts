/** constant: columns that hold one value, or all but one. A note on quality. */
import type { Detector, Outcome } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

/** Share of one value in a column from which on the column is as good as constant. */
export const shareOfConstant = 0.995

export const detectConstant: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= 2,
  expectedWork: littleWork,
  async run({ schema }) {
    const { dialect } = schema
    return schema.columns.map((profile): Outcome<typeof names> => {
      const { column, filled } = profile
      const top = column.stats.top?.[0]
      if (top === undefined || filled < 2 || top.count < shareOfConstant * filled) return { p: null, statement: null }
      const name = dialect.identifier(column.name)
      return {
        p: null,
        statement: {
          type: 'constant',
          class: 'quality',
          columns: [column.name],
          direction: 'none',
          location: top.value,
          effect: { name: 'share', value: 'share' },
          n: filled,
          evidence: {
            sql: [
              `SELECT max(rows) AS top_count, ${dialect.ratio('max(rows)', 'sum(rows)')} AS share, CAST(sum(rows) AS BIGINT) AS n
FROM (SELECT count(*) AS rows FROM ${schema.relation} WHERE ${profile.sql} IS NOT NULL GROUP BY ${name})`,
            ],
            derived: {},
          },
          details: { column: column.name, value: top.value },
          caveats: [],
          score: { impact: 0.5, effect: 0.5, surprise: 0.5, readability: 1 },
        },
      }
    })
  },
}
