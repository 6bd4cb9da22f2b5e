/**
 * group_difference: a measure differs between the groups of a dimension, and one group stands out. A finding.
 *
 * Welch's F (Kruskal–Wallis where the measure is skewed), ω² ≥ .02, and the named group at least .3 standard deviations
 * from the rest. In a series or panel, neighbouring rows repeat each other, so that only a share of them counts.
 */

import type { Artefacts } from '../../../analysis/artefacts.ts'
import {
  differenceInterval,
  extremes,
  type NamedGroup,
  rankTestP,
  shareBetween,
  thinned,
} from '../../../analysis/derive/groups.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { groupText, type Measure, type TableSchema } from '../../../analysis/schema.ts'
import { welchAnova } from '../../../analysis/statistics/welch-anova.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import { quoteText } from '../../../runtime/duckdb/database.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy } from '../../evidence-recipe.ts'
import type { names } from './names.ts'

export const leastGroupRows = 5
const leastOmegaSquared = 0.02
const leastG = 0.3
const skewed = 1.5
const heavyTailed = 6

export const detectGroupDifference: Detector<typeof names> = {
  family: (schema) => (schema.order?.kind === 'panel' ? 'group_difference × panel' : 'group_difference × rows'),
  appliesTo: (schema) => schema.measures.length > 0 && schema.dimensions.length > 0,
  expectedWork: ({ dimensions, measures }) => ({ work: dimensions.length * measures.length }),
  async run({ schema, artefacts, context }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const dimension of schema.dimensions) {
      for (const [index, measure] of schema.measures.entries()) {
        if (measure.column.name === dimension.column.name) continue
        outcomes.push(await compare(schema, artefacts, dimension, measure, index))
      }
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

async function compare(
  schema: TableSchema,
  artefacts: Artefacts,
  dimension: ColumnProfile,
  measure: Measure,
  index: number,
): Promise<Outcome<typeof names>> {
  const rows = await artefacts.groups(dimension)
  // The whole is not compared with its parts.
  const whole = totalGroup(rows, index)
  const all = rows.filter(({ group }) => group !== whole)
  const from: Compared = { schema, dimension, measure, whole }
  const groups = all.flatMap(({ group, summaries }): NamedGroup[] => {
    const summary = summaries[index]
    return summary === undefined || summary.n < leastGroupRows ? [] : [{ group, ...summary }]
  })
  const found = extremes(groups)
  if (found === null) return gatedOut(null)
  const { best, worst, difference } = found
  const omegaSquared = shareBetween(groups)
  const large = Math.min(Math.abs(difference.low), Math.abs(difference.high))
  const gate =
    omegaSquared >= leastOmegaSquared && Math.abs(difference.g) >= leastG && difference.low * difference.high > 0
  // A test whose gate is closed counts as one that says nothing, whatever its p would have been.
  if (!gate) return gatedOut(null)
  const share = await independentShare(artefacts, dimension, measure, best.group)
  const { low, high } = differenceInterval(best, found.rest, share)
  if (low * high <= 0) return gatedOut(null)
  const byRank =
    Math.abs(measure.numeric.skewness ?? 0) > skewed || Math.abs(measure.numeric.kurtosis ?? 0) > heavyTailed
  const ranked = byRank ? await rankP(artefacts, from, share) : null
  const p = byRank ? ranked : (welchAnova(thinned(groups, share))?.p ?? null)
  if (p === null) return gatedOut(null)
  const n = groups.reduce((sum, group) => sum + group.n, 0)
  const leftOut = all.filter(({ summaries }) => (summaries[index]?.n ?? 0) > 0).length - groups.length
  return {
    p,
    statement: {
      type: 'group_difference',
      class: 'finding',
      columns: [dimension.column.name, measure.column.name],
      direction: difference.g > 0 ? 'higher' : 'lower',
      location: best.group,
      effect: { name: 'difference of means', value: 'difference', low: 'difference_low', high: 'difference_high' },
      testName: byRank ? 'Kruskal–Wallis' : 'Welch ANOVA',
      n,
      evidence: evidenceOf(from, best.group, worst.group, share, byRank),
      details: {
        dimension: dimension.column.name,
        measure: measure.column.name,
        best: best.group,
        worst: worst.group,
        left_out: leftOut,
      },
      caveats: caveatsOf(leftOut, share, whole),
      score: {
        impact: Math.sqrt(n / schema.rows),
        // How far the named group is from the rest, and how much the groups tell in all.
        effect: 0.5 * between(large, 0.1, 1.5) + 0.5 * between(Math.sqrt(omegaSquared), 0.1, 0.8),
        surprise: 0.8,
        readability: 1,
      },
    },
  }
}

/** What is compared: rows with a group and a value, but for those of a group that is the whole. */
interface Compared {
  readonly schema: TableSchema
  readonly dimension: ColumnProfile
  readonly measure: Measure
  readonly whole: string | null
}

function filterOf({ dimension, measure, whole }: Compared): string {
  const filled = `${dimension.sql} IS NOT NULL AND ${measure.sql} IS NOT NULL`
  return whole === null ? filled : `${filled} AND ${groupText(dimension)} <> ${quoteText(whole)}`
}

function caveatsOf(leftOut: number, share: number, whole: string | null): string[] {
  const caveats: string[] = []
  if (whole !== null) caveats.push(`“${whole}” looks like the total of the others and was left out.`)
  if (leftOut > 0) caveats.push('Groups of fewer than five rows were left out.')
  if (share < 0.9) {
    caveats.push('Neighbouring rows resemble each other; the tests counted them as correspondingly fewer.')
  }
  return caveats
}

function evidenceOf(from: Compared, best: string, worst: string, share: number, byRank: boolean) {
  const { schema, dimension, measure } = from
  const names = [
    'best_mean',
    'worst_mean',
    'rest_mean',
    'overall_mean',
    'difference',
    'difference_low',
    'difference_high',
  ]
  const others = ['groups', 'best_n', 'n', 'omega_squared', 'hedges_g', ...(byRank ? [] : ['p'])]
  const derived = derivedBy(
    'group_difference',
    0,
    ['group', 'n', 'mean', 'variance'],
    Object.fromEntries([...names, ...others].map((name) => [name, name])),
    { best, worst, independent: share },
  )
  const sql = [
    `SELECT ${groupText(dimension)} AS "group", count(*) AS n, favg(${measure.sql}) AS mean, var_samp(${measure.sql}) AS variance
FROM ${schema.relation} WHERE ${filterOf(from)} GROUP BY 1 HAVING count(*) >= ${leastGroupRows} ORDER BY mean DESC, 1`,
  ]
  if (byRank) {
    sql.push(rankSql(from))
    Object.assign(derived, derivedBy('kruskal_wallis', 1, ['group', 'value'], { p: 'p' }, { independent: share }))
  }
  return { sql, derived }
}

function rankSql(from: Compared): string {
  const { schema, dimension, measure } = from
  const columns = [dimension, measure].map(({ column }) => `"${column.name.replaceAll('"', '""')}"`)
  return `SELECT ${groupText(dimension)} AS "group", ${measure.sql} AS value FROM ${schema.sample.sql(schema.relation, columns)}
WHERE ${filterOf(from)}`
}

function rankP(artefacts: Artefacts, from: Compared, share: number): Promise<number | null> {
  return artefacts.once(`rank test:${from.dimension.column.name}:${from.measure.column.name}`, async () => {
    const columns = await artefacts.database.columns(rankSql(from))
    return rankTestP(columns.group ?? [], columns.value ?? [], share)
  })
}

/**
 * Share of the rows that counts as independent: (1 − r·s)/(1 + r·s), with r the lag-1 autocorrelation, in the order of
 * time, of what the groups leave of the measure, and s that of being in the named group. 1 for rows that are events.
 *
 * Source: Bartlett, J. R. Statist. Soc. 98 (1935).
 */
async function independentShare(
  artefacts: Artefacts,
  dimension: ColumnProfile,
  measure: Measure,
  best: string,
): Promise<number> {
  const ordered = await artefacts.ordered()
  const values = ordered?.measures.get(measure.column.name)
  const groups = ordered?.groups.get(dimension.column.name)
  if (values === undefined || groups === undefined) return 1
  const sums = new Map<string | null, { sum: number; n: number }>()
  for (const [index, group] of groups.entries()) {
    const value = values[index] ?? Number.NaN
    if (Number.isNaN(value)) continue
    const entry = sums.get(group) ?? { sum: 0, n: 0 }
    entry.sum += value
    entry.n++
    sums.set(group, entry)
  }
  const rest: number[] = []
  const member: number[] = []
  for (const [index, group] of groups.entries()) {
    const value = values[index] ?? Number.NaN
    const entry = sums.get(group)
    if (Number.isNaN(value) || entry === undefined) continue
    rest.push(value - entry.sum / entry.n)
    member.push(group === best ? 1 : 0)
  }
  const product = Math.max(0, lag1(rest)) * Math.max(0, lag1(member))
  return Number(Math.max(0.001, (1 - product) / (1 + product)).toPrecision(6))
}

function lag1(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  let squares = 0
  let neighbours = 0
  for (const [index, value] of values.entries()) {
    squares += (value - mean) ** 2
    if (index > 0) neighbours += (value - mean) * ((values[index - 1] ?? mean) - mean)
  }
  return squares > 0 ? neighbours / squares : 0
}
