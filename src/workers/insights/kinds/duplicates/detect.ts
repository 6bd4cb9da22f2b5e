/** duplicates: rows that repeat an earlier row in every column. A note on quality. */
import { quoteIdentifier } from '../../../runtime/duckdb/database.ts'
import { between, type Detector } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

export const detectDuplicates: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= 2 && schema.columns.length >= 2,
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const { rows, relation, columns } = schema
    // A column in which all differ, missing ones included, proves that no row repeats another.
    if (columns.some(({ column }) => column.distinct === rows)) return [{ p: null, statement: null }]
    const hashed = columns.map(({ column }) => quoteIdentifier(column.name)).join(', ')
    const { hashes } = await artefacts.once('duplicates', () =>
      artefacts.database.row<{ hashes: number }>(`SELECT count(DISTINCT hash(${hashed})) AS hashes FROM ${relation}`),
    )
    // Equal rows have equal hashes, so as many hashes as rows proves that all differ; fewer is confirmed on the values.
    if (hashes === rows) return [{ p: null, statement: null }]
    const repeated = rows - hashes
    const share = repeated / rows
    return [
      {
        p: null,
        statement: {
          type: 'duplicates',
          class: 'quality',
          columns: [],
          direction: 'none',
          effect: { name: 'share', value: 'share' },
          n: rows,
          evidence: {
            sql: [
              `SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT * FROM ${relation})) AS duplicates,
  (count(*) - (SELECT count(*) FROM (SELECT DISTINCT * FROM ${relation}))) / count(*) AS share, count(*) AS n FROM ${relation}`,
            ],
            derived: {},
          },
          details: {},
          caveats: [],
          score: { impact: Math.sqrt(share), effect: between(share, 0, 0.1), surprise: 0.8, readability: 1 },
        },
      },
    ]
  },
}
