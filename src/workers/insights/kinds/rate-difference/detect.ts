/**
 * rate_difference: something that happens or does not happens more often in one group of a dimension than in the rest. A
 * finding: 5 points or 1.25 times as often, and an interval without zero. Rates are compared as rates: half against two
 * thirds in ten thousand rows is news, though it is a weak association by any coefficient.
 */

import type { Artefacts } from '../../../analysis/artefacts.ts'
import { isApart } from '../../../analysis/declared.ts'
import { keyedGroupsOf } from '../../../analysis/derive/keyed-groups.ts'
import {
  extremeRates,
  keyedRateDifference,
  type RateDifference,
  type RateGroup,
  rateGroupOf,
  rateOf,
  shareDecided,
} from '../../../analysis/derive/rates.ts'
import { keyedGroupsSql } from '../../../analysis/keyed-sql.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { keyOfDimension } from '../../../analysis/repeated-keys.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import type { Dialect } from '../../../source/dialect.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, type EvidenceRecipe, sameNames } from '../../evidence-recipe.ts'
import { leastCertainContrast, type TestedContrast, withContrast } from '../../keyed-contrast.ts'
import type { Caveat } from '../../words/caveats.ts'
import { repeatedKeyCaveat } from '../../words/repeated-key.ts'
import { overTime } from '../correlation/detect.ts'
import { names } from './names.ts'
import { isMainOutcome, type RatePair, ratePairs } from './pairs.ts'

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
    const scans = new Set(pairsOf(schema).map(({ dimension }) => dimension)).size
    return { work: pairs + scans * schema.rows * 4e-5, parts: Math.max(1, pairs) }
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
  const key = await keyOfDimension(schema, artefacts, pair.dimension)
  const found =
    key === null ? await byRows(schema, artefacts, pair, whole) : await byKeys(schema, artefacts, pair, whole, key)
  if (found === null) return gatedOut(null)
  const { rates } = found
  const large = Math.abs(rates.difference) >= leastPoints || rates.ratio >= leastRatio
  if (!large || !isApart(schema.declared, rates)) return gatedOut(rates.p)
  const contrast = key === null ? await byContrast(schema, artefacts, pair, whole, found) : null
  if (contrast !== null && contrast.low * contrast.high <= 0) return gatedOut(contrast.p)
  const leftOut = Math.max(0, rows.length - found.groups - (whole === null ? 0 : 1))
  const caveats: Caveat[] = [
    ...(whole === null ? [] : [{ caveat: 'totalLeftOut', value: whole } as const]),
    ...(leftOut > 0 ? [{ caveat: 'smallGroupsLeftOut' } as const] : []),
    ...[key ?? contrast?.key ?? []].flat().map(repeatedKeyCaveat),
  ]
  const told = contrast === null ? found : lessSure(found, contrast)
  return { p: told.rates.p, statement: statementOf(schema, pair, told, leftOut, caveats) }
}

/** Rows of one key that resemble each other make a comparison less sure than as many rows of their own would. */
async function byContrast(
  schema: TableSchema,
  artefacts: Artefacts,
  pair: RatePair,
  whole: string | null,
  { rates, groups }: Found,
): Promise<TestedContrast | null> {
  const { dialect } = schema
  const { dimension, outcome, of } = pair
  const contrast = await leastCertainContrast(
    schema,
    artefacts,
    {
      member: `(${dimension.text} = ${dialect.text(rates.best.group)})`,
      value: dialect.indicator(`${outcome.text} = ${dialect.text(of.value)}`),
      filter: filterOf(dialect, pair, whole),
    },
    groups > 2 ? groups : 1,
    [dimension.column.name, outcome.column.name],
  )
  return contrast !== null && contrast.p > rates.p ? contrast : null
}

function lessSure({ rates, groups, evidence }: Found, contrast: TestedContrast): Found {
  const { low, high, p } = contrast
  const smaller = Math.min(rateOf(rates.best), rateOf(rates.rest))
  const sure = Math.min(Math.abs(low), Math.abs(high))
  const surelyTimes = smaller > 0 ? Math.min(rates.surelyTimes, 1 + sure / smaller) : rates.surelyTimes
  return { rates: { ...rates, low, high, p, surelyTimes }, groups, evidence: withContrast(evidence, contrast) }
}

interface Found {
  readonly rates: RateDifference
  readonly groups: number
  readonly evidence: EvidenceRecipe
}

async function byRows(
  schema: TableSchema,
  artefacts: Artefacts,
  pair: RatePair,
  whole: string | null,
): Promise<Found | null> {
  const counts = await countsOf(schema, artefacts, pair.dimension)
  const groups = (counts.get(pair.outcome.column.name) ?? []).filter(
    ({ group, n }) => group !== whole && n >= leastGroupRows,
  )
  const rates = extremeRates(groups)
  if (rates === null || shareDecided(groups) >= functional) return null
  const ends = { best: rates.best.group, worst: rates.worst.group }
  const derived = derivedBy('rate_difference', 0, ['group', 'rows', 'hits'], sameNames(names), ends)
  return { rates, groups: groups.length, evidence: { sql: [sqlOf(schema, pair, whole)], derived } }
}

/** By outcome, the groups of a dimension with their rows and hits: one scan for all that are compared by it. */
function countsOf(
  schema: TableSchema,
  artefacts: Artefacts,
  dimension: ColumnProfile,
): Promise<ReadonlyMap<string, readonly RateGroup[]>> {
  const { dialect } = schema
  return artefacts.once(`rates:${dimension.column.name}`, async () => {
    const pairs = ratePairs(schema).filter((pair) => pair.dimension === dimension)
    const list = pairs.map(({ outcome, of }, index) => {
      const hit = `${outcome.text} = ${dialect.text(of.value)}`
      return `count(${outcome.sql}) AS n${index}, ${dialect.countIf(hit)} AS h${index}`
    })
    const rows = await artefacts.source.rows<Record<string, number | string>>(
      `SELECT ${[`${dimension.text} AS "group"`, ...list].join(', ')} FROM ${schema.relation}
       WHERE ${dimension.sql} IS NOT NULL GROUP BY 1 ORDER BY 1`,
    )
    return new Map(
      pairs.map(({ outcome }, index) => [
        outcome.column.name,
        rows.map((row) => ({
          group: String(row.group),
          n: Number(row[`n${index}`]),
          successes: Number(row[`h${index}`]),
        })),
      ]),
    )
  })
}

/** Where the groups are fixed by a key that repeats, keys are compared, not rows. */
async function byKeys(
  schema: TableSchema,
  artefacts: Artefacts,
  pair: RatePair,
  whole: string | null,
  key: ColumnProfile,
): Promise<Found | null> {
  const { dialect } = schema
  const { dimension, outcome, of } = pair
  const sql = keyedGroupsSql({
    dialect,
    relation: schema.relation,
    group: dimension.text,
    value: dialect.indicator(`${outcome.text} = ${dialect.text(of.value)}`),
    filter: filterOf(dialect, pair, whole),
    key: key.sql,
    leastRows: leastGroupRows,
  })
  const groups = keyedGroupsOf(await artefacts.source.columns(sql))
  const rough = extremeRates(groups.map(rateGroupOf))
  if (rough === null || shareDecided(groups.map(rateGroupOf)) >= functional) return null
  const ends = { best: rough.best.group, worst: rough.worst.group }
  const rates = keyedRateDifference(groups, ends.best, ends.worst)
  if (rates === null) return null
  const columns = ['group', 'n', 'mean', 'variance', 'keys', 'mean_variance']
  const derived = derivedBy('keyed_rate_difference', 0, columns, sameNames(names), ends)
  return { rates, groups: groups.length, evidence: { sql: [sql], derived } }
}

function filterOf(dialect: Dialect, { dimension, outcome }: RatePair, whole: string | null): string {
  const filled = `${dimension.sql} IS NOT NULL AND ${outcome.sql} IS NOT NULL`
  return whole === null ? filled : `${filled} AND ${dimension.text} <> ${dialect.text(whole)}`
}

function sqlOf(schema: TableSchema, pair: RatePair, whole: string | null): string {
  const { dialect } = schema
  const { dimension, outcome, of } = pair
  const hits = dialect.countIf(`${outcome.text} = ${dialect.text(of.value)}`)
  return `SELECT ${dimension.text} AS "group", count(*) AS rows, ${hits} AS hits
FROM ${schema.relation} WHERE ${filterOf(dialect, pair, whole)} GROUP BY 1 HAVING count(*) >= ${leastGroupRows} ORDER BY ${dialect.ratio(hits, 'count(*)')} DESC, 1`
}

function statementOf(
  schema: TableSchema,
  { dimension, outcome, of }: RatePair,
  { rates, evidence }: Found,
  leftOut: number,
  caveats: readonly Caveat[],
): Outcome<typeof names>['statement'] {
  const { best, worst, all } = rates
  const sure = schema.declared.population
    ? Math.abs(rates.difference)
    : Math.min(Math.abs(rates.low), Math.abs(rates.high))
  const points = between(sure, 0, 0.3)
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
    evidence,
    details: {
      dimension: dimension.column.name,
      outcome: outcome.column.name,
      outcome_value: of.value,
      best: best.group,
      worst: worst.group,
      left_out: leftOut,
    },
    caveats,
    score: {
      impact: Math.sqrt(all.n / schema.rows),
      effect: of.strength === 'named' ? Math.max(points, times) : points,
      // What is called an outcome is what the table was made to tell; how two categories mix is less.
      surprise: of.strength === 'named' ? (isMainOutcome(schema, outcome) ? 0.9 : 0.3) : 0.3,
      readability: 1,
    },
  }
}
