/** duplicates: rows that repeat an earlier row in every column. A note on quality. */
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { between, type Detector } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

/** Columns that go together repeat each other's combinations a few times as often as columns that do not. */
const byChance = 3

/**
 * Rows that must repeat others because there are only so many combinations of the columns' values: people by sex, class
 * and age are not entered twice. Expected number, were every combination equally common.
 */
export function repeatsByChance(rows: number, columns: readonly Pick<ColumnProfile, 'column'>[]): number {
  const combinations = columns.reduce(
    (product, { column }) => product * (column.distinct + Number(column.nulls > 0)),
    1,
  )
  if (combinations <= 1) return 0
  return rows + combinations * Math.expm1(rows * Math.log1p(-1 / combinations))
}

export const detectDuplicates: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= 2 && schema.columns.length >= 2,
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const { dialect, rows, relation, columns } = schema
    // A column in which all differ, missing ones included, proves that no row repeats another.
    if (columns.some(({ column }) => column.distinct === rows)) return [{ p: null, statement: null }]
    const hashed = columns.map(({ column }) => dialect.identifier(column.name))
    const { hashes } = await artefacts.once('duplicates', () =>
      artefacts.source.row<{ hashes: number }>(
        `SELECT count(DISTINCT ${dialect.rowHash(hashed)}) AS hashes FROM ${relation}`,
      ),
    )
    // Equal rows have equal hashes, so as many hashes as rows proves that all differ; fewer is confirmed on the values.
    if (hashes === rows) return [{ p: null, statement: null }]
    const repeated = rows - hashes
    if (repeated <= byChance * repeatsByChance(rows, columns)) return [{ p: null, statement: null }]
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
  ${dialect.ratio(`(count(*) - (SELECT count(*) FROM (SELECT DISTINCT * FROM ${relation})))`, 'count(*)')} AS share, count(*) AS n FROM ${relation}`,
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
