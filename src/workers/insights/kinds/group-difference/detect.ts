/**
 * group_difference: a measure differs between the groups of a dimension, and one group stands out. A finding.
 *
 * Welch's F (Kruskal–Wallis where the measure is skewed), ω² ≥ .02, and the named group at least .3 standard deviations
 * from the rest. In a series or panel, neighbouring rows repeat each other, so that only a share of them counts.
 */

import type { Artefacts } from '../../../analysis/artefacts.ts'
import {
  differenceInterval,
  type Extremes,
  extremes,
  type NamedGroup,
  rankTestP,
  shareBetween,
  thinned,
} from '../../../analysis/derive/groups.ts'
import { keyedGroupsOf, keyedTest } from '../../../analysis/derive/keyed-groups.ts'
import { keyedGroupsSql } from '../../../analysis/keyed-sql.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { keyOfDimension } from '../../../analysis/repeated-keys.ts'
import { groupText, type Measure, type TableSchema } from '../../../analysis/schema.ts'
import { welchAnova } from '../../../analysis/statistics/welch-anova.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import { quoteText } from '../../../runtime/duckdb/database.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, type EvidenceRecipe, sameNames } from '../../evidence-recipe.ts'
import { repeatedKeyCaveat } from '../../words/repeated-key.ts'
import { independentShare } from './independent-share.ts'
import { names } from './names.ts'

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
  const gate =
    omegaSquared >= leastOmegaSquared && Math.abs(difference.g) >= leastG && difference.low * difference.high > 0
  // A test whose gate is closed counts as one that says nothing, whatever its p would have been.
  if (!gate) return gatedOut(null)
  const key = await keyOfDimension(schema, artefacts, dimension)
  if (key !== null) return compareKeys(artefacts, from, key)
  const share = await independentShare(artefacts, dimension, measure, best.group)
  const { low, high } = differenceInterval(best, found.rest, share)
  if (low * high <= 0) return gatedOut(null)
  const byRank =
    Math.abs(measure.numeric.skewness ?? 0) > skewed || Math.abs(measure.numeric.kurtosis ?? 0) > heavyTailed
  const ranked = byRank ? await rankP(artefacts, from, share) : null
  const p = byRank ? ranked : (welchAnova(thinned(groups, share))?.p ?? null)
  if (p === null) return gatedOut(null)
  return {
    p,
    statement: statementOf(from, {
      ...found,
      groups,
      testName: byRank ? 'Kruskal–Wallis' : 'Welch ANOVA',
      evidence: evidenceOf(from, best.group, worst.group, share, byRank),
      leftOut: all.filter(({ summaries }) => (summaries[index]?.n ?? 0) > 0).length - groups.length,
      caveats: share < 0.9 ? [neighboursAlike] : [],
    }),
  }
}

const neighboursAlike = 'Neighbouring rows resemble each other; the tests counted them as correspondingly fewer.'

/** Where the groups are fixed by a key that repeats, keys are compared, not rows. */
async function compareKeys(artefacts: Artefacts, from: Compared, key: ColumnProfile): Promise<Outcome<typeof names>> {
  const { schema, dimension, measure } = from
  const sql = keyedGroupsSql({
    relation: schema.relation,
    group: groupText(dimension),
    value: measure.sql,
    filter: filterOf(from),
    key: key.sql,
    leastRows: leastGroupRows,
  })
  const groups = keyedGroupsOf(await artefacts.database.columns(sql))
  const found = extremes(groups)
  const tested = found === null ? null : keyedTest(groups, found.best.group)
  if (found === null || tested === null || tested.low * tested.high <= 0) return gatedOut(tested?.p ?? null)
  const derived = derivedBy(
    'keyed_group_difference',
    0,
    ['group', 'n', 'mean', 'variance', 'keys', 'mean_variance'],
    sameNames(names),
    { best: found.best.group, worst: found.worst.group },
  )
  const rows = await artefacts.groups(dimension)
  return {
    p: tested.p,
    statement: statementOf(from, {
      ...found,
      groups,
      testName: 'Welch ANOVA of keys',
      evidence: { sql: [sql], derived },
      leftOut: Math.max(0, rows.length - groups.length - (from.whole === null ? 0 : 1)),
      caveats: [repeatedKeyCaveat(key)],
    }),
  }
}

interface Found extends Extremes {
  readonly groups: readonly NamedGroup[]
  readonly testName: string
  readonly evidence: EvidenceRecipe
  readonly leftOut: number
  readonly caveats: readonly string[]
}

function statementOf(
  { schema, dimension, measure, whole }: Compared,
  { groups, best, worst, difference, testName, evidence, leftOut, caveats }: Found,
): Outcome<typeof names>['statement'] {
  const n = groups.reduce((sum, group) => sum + group.n, 0)
  const large = Math.min(Math.abs(difference.low), Math.abs(difference.high))
  return {
    type: 'group_difference',
    class: 'finding',
    columns: [dimension.column.name, measure.column.name],
    direction: difference.g > 0 ? 'higher' : 'lower',
    location: best.group,
    effect: { name: 'difference of means', value: 'difference', low: 'difference_low', high: 'difference_high' },
    testName,
    n,
    evidence,
    details: {
      dimension: dimension.column.name,
      measure: measure.column.name,
      best: best.group,
      worst: worst.group,
      left_out: leftOut,
    },
    caveats: [...wholeAndLeftOut(leftOut, whole), ...caveats],
    score: {
      impact: Math.sqrt(n / schema.rows),
      // How far the named group is from the rest, and how much the groups tell in all.
      effect: 0.5 * between(large, 0.1, 1.5) + 0.5 * between(Math.sqrt(shareBetween(groups)), 0.1, 0.8),
      surprise: 0.8,
      readability: 1,
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

function wholeAndLeftOut(leftOut: number, whole: string | null): string[] {
  const caveats: string[] = []
  if (whole !== null) caveats.push(`“${whole}” looks like the total of the others and was left out.`)
  if (leftOut > 0) caveats.push('Groups of fewer than five rows were left out.')
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
