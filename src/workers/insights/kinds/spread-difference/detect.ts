/**
 * spread_difference: the values of a measure lie more widely in one group of a dimension than in the rest. A finding; 1.3
 * times as widely, the interval at least 1.1 from being alike. Every pair is screened on a sample of the rows, and the
 * strongest are computed on all of them.
 */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import { codedSample, noCode } from '../../../analysis/controls/coded-sample.ts'
import {
  keyedSpreadColumns,
  type SpreadDifference,
  type SpreadGroup,
  spreadColumns,
  spreadGroupsOf,
  widestSpread,
} from '../../../analysis/derive/spreads.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { isRangeOf } from '../../../analysis/relations/ranges.ts'
import { keyCandidates, keyOfDimension } from '../../../analysis/repeated-keys.ts'
import { isRatio, type Measure, type TableSchema } from '../../../analysis/schema.ts'
import { meanAndVariance } from '../../../analysis/statistics/moments.ts'
import { median } from '../../../analysis/statistics/quantiles.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import { between, type Detector, type DetectorRun, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { leastCertainContrast, type TestedContrast, withContrast } from '../../keyed-contrast.ts'
import { repeatedKeyCaveat } from '../../words/repeated-key.ts'
import { names } from './names.ts'
import { type SpreadQuery, spreadSql } from './query.ts'

const leastGroupRows = 10
const leastRatio = 1.3
const surely = 1.1
const large = 3
/** How much more the spreads must differ than the means, where a larger mean scatters more by itself. */
const beyondMeans = 1.2
/** Pairs computed on all rows, those that differ most in the sample. Each takes a median of every group. */
const mostPairs = 10

interface Pair {
  readonly dimension: ColumnProfile
  readonly measure: Measure
}

export const detectSpreadDifference: Detector<typeof names> = {
  family: () => 'spread_difference × rows',
  appliesTo: (schema) => schema.rows >= 2 * leastGroupRows && pairsOf(schema).length > 0,
  expectedWork: (schema) => ({ work: 5 + pairsOf(schema).length * (1 + Math.min(schema.rows, 10_000) * 1.5e-4) }),
  async run(run) {
    const pairs = pairsOf(run.schema)
    const outcomes = pairs.map((): Outcome<typeof names> => gatedOut(null))
    const isPlain = run.schema.order === null && keyCandidates(run.schema).length === 0
    const screened: { readonly index: number; readonly strength: number }[] = []
    for (const [index, pair] of pairs.entries()) {
      const found = await inSample(run, pair)
      if (found !== null && passes(pair, found, 0.85))
        screened.push({ index, strength: Math.abs(Math.log(found.ratio)) })
      // A spread that only goes with the level, or is too small to be told, is there all the same.
      else if (found !== null && isPlain) outcomes[index] = gatedOut(found.p)
      if (index % 10 === 9) await run.context.yieldToEventLoop()
    }
    screened.sort((left, right) => right.strength - left.strength || left.index - right.index)
    for (const { index } of screened.slice(0, mostPairs)) {
      const pair = pairs[index]
      if (pair !== undefined) outcomes[index] = await onAllRows(run.schema, run.artefacts, pair)
    }
    return outcomes
  },
}

/** Beyond, the widest of so many is hardly told from the next. */
const mostGroups = 24

/** A measure of so few values has hardly a spread of its own. */
const fewValues = 12

/** In a series rows repeat each other; in a panel only what is not its entity is compared. */
function pairsOf(schema: TableSchema): Pair[] {
  const { dimensions, measures, order } = schema
  if (order?.kind === 'series') return []
  const entity = new Set(order?.kind === 'panel' ? order.entity.map(({ column }) => column.name) : [])
  return dimensions
    .filter(({ column }) => !entity.has(column.name) && column.distinct <= mostGroups)
    .flatMap((dimension) =>
      measures
        .filter(({ column }) => column.name !== dimension.column.name && column.distinct > fewValues)
        // Ranges of a measure differ in width as they were cut.
        .filter(({ column }) => !isRangeOf(schema, dimension.column.name, column.name))
        .map((measure) => ({ dimension, measure })),
    )
}

async function inSample({ schema, artefacts }: DetectorRun, pair: Pair): Promise<SpreadDifference | null> {
  const sample = await codedSample(schema, artefacts)
  const codes = sample.dimensions.get(pair.dimension.column.name)
  const values = sample.numbers.get(pair.measure.column.name)
  if (codes === undefined || values === undefined) return null
  const byGroup = valuesByCode(values, codes.codes, codes.labels.length)
  return widestSpread(
    byGroup.flatMap((list, code) => (list.length < leastGroupRows ? [] : spreadOf(codes.labels[code] ?? '', list))),
  )
}

function valuesByCode(values: Float64Array, codes: Uint8Array, groups: number): Float64Array[] {
  const counts = new Uint32Array(groups)
  const codeAt = (index: number): number => (Number.isNaN(values[index]) ? noCode : (codes[index] ?? noCode))
  for (let index = 0; index < values.length; index++) {
    const code = codeAt(index)
    if (code < groups) counts[code] = (counts[code] ?? 0) + 1
  }
  const byGroup = Array.from(counts, (count) => new Float64Array(count))
  counts.fill(0)
  for (let index = 0; index < values.length; index++) {
    const code = codeAt(index)
    const list = byGroup[code]
    const place = counts[code]
    if (list === undefined || place === undefined) continue
    list[place] = values[index] ?? Number.NaN
    counts[code] = place + 1
  }
  return byGroup
}

/** Writes over the values. */
function spreadOf(group: string, values: Float64Array): SpreadGroup[] {
  const middle = median(values)
  const own = meanAndVariance(values)
  if (middle === null || own === null) return []
  // The values are not needed any more.
  for (let index = 0; index < values.length; index++) values[index] = Math.abs((values[index] ?? 0) - middle)
  const distances = meanAndVariance(values)
  if (distances === null) return []
  const { n, mean, variance } = own
  return [
    {
      group,
      n,
      mean,
      median: middle,
      variance,
      distance: distances.mean,
      distanceVariance: distances.variance,
      keyed: null,
    },
  ]
}

/** `share` of the gate: a sample may fall a little short of what all rows show. */
function passes({ measure }: Pair, found: SpreadDifference, share: number): boolean {
  const [bySd, byDistance] = [Math.sqrt(found.best.variance) / found.restSd, found.ratio]
  const [least, sure] = [share * Math.log(leastRatio), share * Math.log(surely)]
  if (Math.log(byDistance) < least || Math.log(bySd) < least || Math.log(found.low) < sure) return false
  // Where amounts are larger they scatter more, which the means say already.
  const means = found.best.mean / found.worst.mean
  const spreads = Math.sqrt(found.best.variance / found.worst.variance)
  return !(isRatio(measure) && means > 1) || Math.log(spreads / means) >= share * Math.log(beyondMeans)
}

async function onAllRows(schema: TableSchema, artefacts: Artefacts, pair: Pair): Promise<Outcome<typeof names>> {
  const { dimension, measure } = pair
  // A total beside its parts lies far from all of them.
  const groups = await artefacts.groups(dimension)
  if (totalGroup(groups, schema.measures.indexOf(measure)) !== null) return gatedOut(null)
  const key = await keyOfDimension(schema, artefacts, dimension)
  // Rows of a panel follow each other in time: only those of one time, or of different keys, are independent.
  const { order } = schema
  if (order?.kind === 'panel' && key === null && order.column.column.name !== dimension.column.name)
    return gatedOut(null)
  const query: SpreadQuery = { schema, dimension, measure, key, leastRows: leastGroupRows }
  const sql = spreadSql(query)
  const found = widestSpread(spreadGroupsOf(await artefacts.source.columns(sql)))
  if (found === null) return gatedOut(null)
  if (!passes(pair, found, 1)) return gatedOut(found.p)
  const { best, worst } = found
  const contrast = key === null ? await byContrast(schema, artefacts, pair, best.group, found) : null
  if (contrast !== null && contrast.low * contrast.high <= 0) return gatedOut(contrast.p)
  const columns = key === null ? spreadColumns : keyedSpreadColumns
  const n = Math.min(dimension.filled, measure.numeric.n)
  const ends = { best: best.group, worst: worst.group }
  const evidence = { sql: [sql], derived: derivedBy('spread_difference', 0, [...columns], sameNames(names), ends) }
  return {
    p: contrast?.p ?? found.p,
    statement: {
      type: 'spread_difference',
      class: 'finding',
      columns: [dimension.column.name, measure.column.name],
      direction: 'higher',
      location: best.group,
      effect: { name: 'ratio of spreads', value: 'ratio', low: 'ratio_low', high: 'ratio_high' },
      testName: 'Brown–Forsythe',
      n,
      evidence: contrast === null ? evidence : withContrast(evidence, contrast, ['p']),
      details: {
        dimension: dimension.column.name,
        measure: measure.column.name,
        best: best.group,
        worst: worst.group,
      },
      caveats: [key ?? contrast?.key ?? []].flat().map(repeatedKeyCaveat),
      score: {
        impact: Math.sqrt(n / schema.rows),
        effect: between(Math.log(found.low), 0, Math.log(large)),
        surprise: 0.45,
        readability: 0.9,
      },
    },
  }
}

/** Rows of one key that resemble each other make a comparison less sure than as many rows of their own would. */
async function byContrast(
  schema: TableSchema,
  artefacts: Artefacts,
  { dimension, measure }: Pair,
  best: string,
  found: SpreadDifference,
): Promise<TestedContrast | null> {
  const { dialect } = schema
  const distance = dialect.identifier('distance from the median')
  const value = dialect.double(measure.sql)
  const filter = `${dimension.sql} IS NOT NULL AND ${measure.sql} IS NOT NULL`
  const contrast = await leastCertainContrast(
    schema,
    artefacts,
    {
      relation: dialect.distancesFromMedian({
        relation: schema.relation,
        filter,
        value,
        group: dimension.sql,
        name: distance,
      }),
      member: `(${dimension.text} = ${dialect.text(best)})`,
      value: distance,
      filter,
    },
    found.groups > 2 ? found.groups : 1,
    [dimension.column.name, measure.column.name],
  )
  return contrast !== null && contrast.p > found.p ? contrast : null
}
