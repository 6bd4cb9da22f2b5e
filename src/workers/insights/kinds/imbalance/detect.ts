/** imbalance: of the two values of a column, one is in a twentieth of the rows at most. A fact. */
import { outcomeOf } from '../../../analysis/profile/outcome.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

const leastRows = 100
const mostShare = 0.05
/** From here on the column is as good as constant, which is another statement. */
const leastShare = 0.005

export const detectImbalance: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= leastRows && twoValued(schema).length > 0,
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const dimension of twoValued(schema)) {
      const [common, rare] = await artefacts.groups(dimension)
      const n = (common?.rows ?? 0) + (rare?.rows ?? 0)
      const share = (rare?.rows ?? 0) / n
      if (common === undefined || rare === undefined || n < leastRows || share > mostShare || share < leastShare) {
        outcomes.push({ p: null, statement: null })
        continue
      }
      outcomes.push({ p: null, statement: statementOf(schema, dimension, rare.group, common.group, n, share) })
    }
    return outcomes
  },
}

function twoValued(schema: TableSchema): ColumnProfile[] {
  return schema.dimensions.filter(({ column }) => column.role === 'dimension' && column.distinct === 2)
}

function statementOf(
  schema: TableSchema,
  dimension: ColumnProfile,
  rare: string,
  common: string,
  n: number,
  share: number,
): Outcome<typeof names>['statement'] {
  const { dialect } = schema
  const outcome = outcomeOf(dimension.column)
  const text = dimension.text
  const rows = (group: string): string => dialect.countIf(`${text} = ${dialect.text(group)}`)
  const sql = `SELECT ${rows(rare)} AS rare, ${dialect.ratio(rows(rare), 'count(*)')} AS share,
  ${rows(common)} AS common, count(*) AS n FROM ${schema.relation} WHERE ${dimension.sql} IS NOT NULL`
  return {
    type: 'imbalance',
    class: 'fact',
    columns: [dimension.column.name],
    direction: 'none',
    location: rare,
    effect: { name: 'share', value: 'share' },
    n,
    evidence: { sql: [sql], derived: {} },
    details: {
      dimension: dimension.column.name,
      rare_value: rare,
      common_value: common,
      outcome: outcome?.strength === 'named' && outcome.value === rare,
    },
    caveats: [],
    score: {
      impact: Math.sqrt(n / schema.rows),
      effect: 0.3 + 0.4 * between(-Math.log(share), -Math.log(mostShare), -Math.log(leastShare)),
      surprise: outcome?.strength === 'named' ? 0.4 : 0.25,
      readability: 1,
    },
  }
}
