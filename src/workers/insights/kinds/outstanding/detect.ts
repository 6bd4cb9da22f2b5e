/**
 * outstanding: one category is first or last, by its rows or by a measure that can be summed, with a gap to the next that
 * chance does not account for. A fact: 1.2 times the next (of rows twice, at the lower end 1.5 times), and an interval of
 * the gap without zero.
 */
import { type Amount, type Standing, standingOf } from '../../../analysis/derive/standing.ts'
import type { GroupRow } from '../../../analysis/group-row.ts'
import { outcomeOf } from '../../../analysis/profile/outcome.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { littleWork } from '../../work.ts'
import { shareOfConstant } from '../constant/detect.ts'
import { overTime } from '../correlation/detect.ts'
import { names } from './names.ts'

const leastRows = 30
const leastGroups = 3
const leastRatio = { first: 1.2, last: 1.5 } as const
/** Of rows: below, it is only the most common, which is told as typical. */
const leastRatioOfRows = 2
/** A category of fewer rows is last by chance, or is hardly there. */
const fewestRowsOfLast = 20

export const detectOutstanding: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= leastRows && grouping(schema).length > 0,
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const dimension of grouping(schema)) {
      const groups = await artefacts.groups(dimension)
      const holdsTotal = schema.measures.some((_measure, index) => totalGroup(groups, index) !== null)
      if (holdsTotal) continue
      // In a series or panel the number of rows is that of its periods.
      if (!overTime(schema)) outcomes.push(standout(schema, dimension, null, groups.map(rowsOf)))
      for (const [index, measure] of schema.measures.entries()) {
        if (measure.additivity !== 'flow' || measure.numeric.negatives > 0) continue
        outcomes.push(
          standout(
            schema,
            dimension,
            measure,
            groups.map((group) => totalOf(group, index)),
          ),
        )
      }
    }
    return outcomes
  },
}

/** Groups proper, of which what happened or not is none: it has a rate. */
function grouping(schema: TableSchema): ColumnProfile[] {
  return schema.dimensions.filter(
    ({ column }) =>
      column.role === 'dimension' && column.distinct >= leastGroups && outcomeOf(column)?.strength !== 'named',
  )
}

function rowsOf({ group, rows }: GroupRow): Amount {
  return { category: group, amount: rows, squares: rows, rows }
}

function totalOf({ group, summaries }: GroupRow, index: number): Amount {
  const { n, mean, variance } = summaries[index] ?? { n: 0, mean: 0, variance: 0 }
  if (n === 0) return { category: group, amount: 0, squares: 0, rows: 0 }
  return { category: group, amount: n * mean, squares: (n > 1 ? (n - 1) * variance : 0) + n * mean * mean, rows: n }
}

function standout(
  schema: TableSchema,
  dimension: ColumnProfile,
  measure: Measure | null,
  amounts: readonly Amount[],
): Outcome<typeof names> {
  // That some category is the rarest is no news; that one brings in far less than all others may be.
  const ends = measure === null ? (['first'] as const) : (['first', 'last'] as const)
  const end =
    ends.find((one) => passes(standingOf(amounts, one), one, measure === null ? leastRatioOfRows : leastRatio[one])) ??
    null
  const found = end === null ? null : standingOf(amounts, end)
  const whole = amounts.reduce((sum, { amount }) => sum + amount, 0)
  if (end === null || found === null || found.best.amount > shareOfConstant * whole) return { p: null, statement: null }
  const [nearest] = [Math.abs(found.low), Math.abs(found.high)].sort((left, right) => left - right)
  // The ratio that the near end of the interval leaves.
  const surely = 1 + (nearest ?? 0) / Math.min(found.best.amount, found.next.amount)
  return {
    p: null,
    statement: {
      type: 'outstanding',
      class: 'fact',
      columns: measure === null ? [dimension.column.name] : [dimension.column.name, measure.column.name],
      direction: end === 'first' ? 'higher' : 'lower',
      location: found.best.category,
      effect: { name: 'gap to the next', value: 'gap', low: 'gap_low', high: 'gap_high' },
      n: amounts.reduce((sum, { rows }) => sum + rows, 0),
      evidence: evidenceOf(schema, dimension, measure, end),
      details: {
        dimension: dimension.column.name,
        measure: measure?.column.name ?? null,
        best: found.best.category,
        runner_up: found.next.category,
        end,
      },
      caveats: [],
      score: {
        impact: Math.sqrt(end === 'first' ? found.best.amount / whole : found.next.amount / whole),
        effect: between(Math.log(surely), 0, Math.log(3)),
        surprise: measure === null ? 0.35 : 0.5,
        readability: end === 'first' ? 1 : 0.85,
      },
    },
  }
}

function passes(found: Standing | null, end: 'first' | 'last', least: number): boolean {
  if (found === null || !(found.ratio >= least) || found.low * found.high <= 0) return false
  return end === 'first' ? found.next.amount > 0 : found.best.amount > 0 && found.best.rows >= fewestRowsOfLast
}

function evidenceOf(schema: TableSchema, dimension: ColumnProfile, measure: Measure | null, end: 'first' | 'last') {
  const { dialect } = schema
  const list =
    measure === null
      ? 'count(*) AS amount, count(*) AS squares, count(*) AS rows'
      : `${dialect.sum(measure.sql)} AS amount, ${dialect.sum(`power(${dialect.double(measure.sql)}, 2)`)} AS squares, count(*) AS rows`
  const filter = measure === null ? '' : ` AND ${measure.sql} IS NOT NULL`
  const sql = `SELECT ${dimension.text} AS category, ${list} FROM ${schema.relation}
WHERE ${dimension.sql} IS NOT NULL${filter} GROUP BY 1 ORDER BY amount DESC, 1`
  const columns = ['category', 'amount', 'squares', 'rows']
  return { sql: [sql], derived: derivedBy('standing', 0, columns, sameNames(names), { end }) }
}
