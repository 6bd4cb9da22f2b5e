/** dominance: one category holds at least half of the rows, or of a measure that can be summed. A fact. */
import { outcomeOf } from '../../../analysis/profile/outcome.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import { shareOfConstant } from '../constant/detect.ts'
import type { names } from './names.ts'

/** Below, the share of an amount is that of the rows. */
const leastBeyondRows = 0.1
const leastShare = 0.5
const leastRatio = 2
const leastRows = 20

export const detectDominance: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= leastRows && grouping(schema).length > 0,
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const dimension of grouping(schema)) {
      const groups = await artefacts.groups(dimension)
      const rows = groups.map((group) => ({ group: group.group, amount: group.rows }))
      outcomes.push({ p: null, statement: say(schema, dimension, null, rows) })
      for (const [index, measure] of schema.measures.entries()) {
        if (measure.additivity !== 'flow' || measure.numeric.negatives > 0) continue
        const amounts = groups
          .map((group) => {
            const summary = group.summaries[index]
            return {
              group: group.group,
              rows: group.rows,
              amount: summary && summary.n > 0 ? summary.n * summary.mean : 0,
            }
          })
          .sort((left, right) => right.amount - left.amount)
        const held = totalGroup(groups, index) !== null
        outcomes.push({ p: null, statement: held ? null : say(schema, dimension, measure, amounts) })
      }
    }
    return outcomes
  },
}

/** Groups proper: a number of cylinders adds up to nothing, and what happened or not has a rate. */
function grouping(schema: TableSchema): ColumnProfile[] {
  return schema.dimensions.filter(
    ({ column }) => column.role === 'dimension' && outcomeOf(column)?.strength !== 'named',
  )
}

function say(
  schema: TableSchema,
  dimension: ColumnProfile,
  measure: Measure | null,
  amounts: readonly { readonly group: string; readonly rows?: number; readonly amount: number }[],
): Outcome<typeof names>['statement'] {
  const { dialect } = schema
  const [first, second] = amounts
  const whole = amounts.reduce((sum, { amount }) => sum + amount, 0)
  if (first === undefined || second === undefined || !(whole > 0)) return null
  const share = first.amount / whole
  const allRows = amounts.reduce((sum, group) => sum + (group.rows ?? 0), 0)
  // Who has most of the rows has most of everything: that is told of the rows.
  const asRows = measure !== null && allRows > 0 && share - (first.rows ?? 0) / allRows < leastBeyondRows
  if (share < leastShare || share > shareOfConstant || first.amount < leastRatio * second.amount) return null
  // Of two groups, one is bound to hold half: only a large majority is worth a word, and of rows it is told as typical.
  if (amounts.length === 2 && (share < 0.75 || measure === null)) return null
  const text = dimension.text
  const counted = measure === null ? 'count(*)' : dialect.sum(measure.sql)
  const rows = measure === null ? '*' : measure.sql
  const filter = measure === null ? '' : ` AND ${measure.sql} IS NOT NULL`
  const sql = `WITH parts AS (
  SELECT ${text} AS category, ${counted} AS amount, count(${rows}) AS rows FROM ${schema.relation}
  WHERE ${dimension.sql} IS NOT NULL${filter} GROUP BY 1
), ranked AS (SELECT *, row_number() OVER (ORDER BY amount DESC, category) AS place FROM parts)
SELECT max(amount) FILTER (WHERE place = 1) / ${dialect.sum('amount')} AS share, max(amount) FILTER (WHERE place = 1) AS top,
  max(amount) FILTER (WHERE place = 2) / ${dialect.sum('amount')} AS runner_up_share, ${dialect.sum('amount')} AS total,
  count(*) AS groups, CAST(sum(rows) AS BIGINT) AS n
FROM ranked`
  return {
    type: 'dominance',
    class: 'fact',
    columns: measure === null ? [dimension.column.name] : [dimension.column.name, measure.column.name],
    direction: 'higher',
    location: first.group,
    effect: { name: 'share', value: 'share' },
    n: measure === null ? dimension.filled : Math.min(dimension.filled, measure.numeric.n),
    evidence: { sql: [sql], derived: {} },
    details: {
      dimension: dimension.column.name,
      measure: measure?.column.name ?? null,
      best: first.group,
      runner_up: second.group,
    },
    caveats: [],
    score: {
      impact: Math.sqrt(share),
      effect: between(share, 0.4, 0.95),
      surprise: measure === null ? 0.4 : asRows ? 0.2 : 0.6,
      readability: 1,
    },
  }
}
