/**
 * rate_difference: something that happens or does not happens more often in one group of a dimension than in the rest. A
 * finding: 5 points or 1.25 times as often, and an interval without zero. Rates are compared as rates: half against two
 * thirds in ten thousand rows is news, though it is a weak association by any coefficient.
 */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import { extremeRates, type RateDifference, type RateGroup, shareDecided } from '../../../analysis/derive/rates.ts'
import { groupText, type TableSchema } from '../../../analysis/schema.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import { quoteText } from '../../../runtime/duckdb/database.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { overTime } from '../correlation/detect.ts'
import { names } from './names.ts'
import { type RatePair, ratePairs } from './pairs.ts'

const leastRows = 20
export const leastGroupRows = 5
const leastPoints = 0.05
const leastRatio = 1.25
/** From here on the groups decide the outcome: two names of one thing, not a finding. */
const functional = 0.96

export const detectRateDifference: Detector<typeof names> = {
  family: () => 'rate_difference × rows',
  appliesTo: (schema) => schema.rows >= leastRows && pairsOf(schema).length > 0,
  expectedWork: (schema) => {
    const pairs = pairsOf(schema).length
    return { work: pairs * (1 + schema.rows * 3e-5), parts: Math.max(1, pairs) }
  },
  async run({ schema, artefacts, context }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const pair of pairsOf(schema)) {
      outcomes.push(await compare(schema, artefacts, pair))
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

/** Rows of a series or panel repeat each other: no test there. */
function pairsOf(schema: TableSchema): RatePair[] {
  return overTime(schema) ? [] : ratePairs(schema)
}

async function compare(schema: TableSchema, artefacts: Artefacts, pair: RatePair): Promise<Outcome<typeof names>> {
  const rows = await artefacts.groups(pair.dimension)
  // The whole is not compared with its parts.
  const whole =
    schema.measures.map((_measure, index) => totalGroup(rows, index)).find((group) => group !== null) ?? null
  const sql = sqlOf(schema, pair, whole)
  const found = await artefacts.once(`rates:${sql}`, () =>
    artefacts.database.rows<{ group: string; rows: number; hits: number }>(sql),
  )
  const groups = found.map(({ group, rows: n, hits }): RateGroup => ({ group, n, successes: hits }))
  const rates = extremeRates(groups)
  if (rates === null || shareDecided(groups) >= functional) return gatedOut(null)
  const large = Math.abs(rates.difference) >= leastPoints || rates.ratio >= leastRatio
  if (!large || rates.low * rates.high <= 0) return gatedOut(rates.p)
  const leftOut = rows.length - groups.length - (whole === null ? 0 : 1)
  return { p: rates.p, statement: statementOf(schema, pair, rates, sql, Math.max(0, leftOut), whole) }
}

function sqlOf(schema: TableSchema, { dimension, outcome, of }: RatePair, whole: string | null): string {
  const group = groupText(dimension)
  const filled = `${dimension.sql} IS NOT NULL AND ${outcome.sql} IS NOT NULL`
  const filter = whole === null ? filled : `${filled} AND ${group} <> ${quoteText(whole)}`
  return `SELECT ${group} AS "group", count(*) AS rows, count_if(${groupText(outcome)} = ${quoteText(of.value)}) AS hits
FROM ${schema.relation} WHERE ${filter} GROUP BY 1 HAVING count(*) >= ${leastGroupRows} ORDER BY hits / rows DESC, 1`
}

function statementOf(
  schema: TableSchema,
  { dimension, outcome, of }: RatePair,
  rates: RateDifference,
  sql: string,
  leftOut: number,
  whole: string | null,
): Outcome<typeof names>['statement'] {
  const { best, worst, all } = rates
  const points = between(Math.min(Math.abs(rates.low), Math.abs(rates.high)), 0, 0.3)
  const times = between(Math.log(rates.surelyTimes), 0, Math.log(3))
  return {
    type: 'rate_difference',
    class: 'finding',
    columns: [dimension.column.name, outcome.column.name],
    direction: rates.difference > 0 ? 'higher' : 'lower',
    location: best.group,
    effect: { name: 'difference of shares', value: 'difference', low: 'difference_low', high: 'difference_high' },
    testName: 'test of two proportions',
    n: all.n,
    evidence: {
      sql: [sql],
      derived: derivedBy('rate_difference', 0, ['group', 'rows', 'hits'], sameNames(names), {
        best: best.group,
        worst: worst.group,
      }),
    },
    details: {
      dimension: dimension.column.name,
      outcome: outcome.column.name,
      outcome_value: of.value,
      best: best.group,
      worst: worst.group,
      left_out: leftOut,
    },
    caveats: caveatsOf(leftOut, whole),
    score: {
      impact: Math.sqrt(all.n / schema.rows),
      effect: of.strength === 'named' ? Math.max(points, times) : points,
      // What is called an outcome is what the table was made to tell; how two categories mix is less.
      surprise: of.strength === 'named' ? 0.9 : 0.3,
      readability: 1,
    },
  }
}

function caveatsOf(leftOut: number, whole: string | null): string[] {
  return [
    ...(whole === null ? [] : [`“${whole}” looks like the total of the others and was left out.`]),
    ...(leftOut > 0 ? ['Groups of fewer than five rows were left out.'] : []),
  ]
}
