/** missing: columns with empty cells, from one in a hundred on. A note on quality. */
import { between, type Detector } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

const leastShare = 0.01

export const detectMissing: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows > 0,
  expectedWork: littleWork,
  async run({ schema }) {
    const { dialect } = schema
    return schema.columns
      .filter(({ column }) => column.nulls >= leastShare * schema.rows && column.nulls > 0)
      .map(({ column }) => {
        const share = column.nulls / schema.rows
        const name = dialect.identifier(column.name)
        return {
          p: null,
          statement: {
            type: 'missing' as const,
            class: 'quality' as const,
            columns: [column.name],
            direction: 'none' as const,
            effect: { name: 'share', value: 'share' },
            n: schema.rows,
            evidence: {
              sql: [
                `SELECT count(*) - count(${name}) AS missing, ${dialect.ratio(`(count(*) - count(${name}))`, 'count(*)')} AS share, count(*) AS n FROM ${schema.relation}`,
              ],
              derived: {},
            },
            details: { column: column.name },
            caveats: column.unreadable.count > 0 ? [{ caveat: 'unreadable' }] : [],
            score: { impact: Math.sqrt(share), effect: between(share, 0, 0.5), surprise: 0.6, readability: 1 },
          },
        }
      })
  },
}
