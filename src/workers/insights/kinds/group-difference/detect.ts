/**
 * group_difference: a measure differs between the groups of a dimension, and one group stands out. A finding.
 *
 * Welch's F (Kruskal–Wallis where the measure is skewed), ω² ≥ .02, and the named group at least .3 standard deviations
 * from the rest. In a series or panel, neighbouring rows repeat each other, so that only a share of them counts.
 */

import type { Artefacts } from '../../../analysis/artefacts.ts'
import { blocksOf } from '../../../analysis/blocks.ts'
import { isApart } from '../../../analysis/declared.ts'
import {
  differenceInterval,
  type Extremes,
  extremes,
  type NamedGroup,
  rankTestP,
  shareBetween,
  thinned,
} from '../../../analysis/derive/groups.ts'
import { liesWithin } from '../../../analysis/nesting.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { isRangeOf } from '../../../analysis/relations/ranges.ts'
import { keyCandidates, keyOfDimension } from '../../../analysis/repeated-keys.ts'
import { isHeavyTailed, type Measure, type TableSchema } from '../../../analysis/schema.ts'
import { welchAnova } from '../../../analysis/statistics/welch-anova.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import { type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy } from '../../evidence-recipe.ts'
import { leastCertainContrast, withContrast } from '../../keyed-contrast.ts'
import { repeatedKeyCaveat } from '../../words/repeated-key.ts'
import { canBlock, compareWithinBlocks } from './blocks.ts'
import { independentShare } from './independent-share.ts'
import { compareKeys } from './keys.ts'
import type { names } from './names.ts'
import {
  type Compared,
  filterOf,
  leastBlockedRows,
  leastG,
  leastGroupRows,
  leastOmegaSquared,
  statementOf,
  summariesSql,
} from './statement.ts'

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
  const { dialect, declared } = schema
  // That those with a high weight weigh more is no finding.
  if (isRangeOf(schema, dimension.column.name, measure.column.name)) return gatedOut(null)
  const rows = await artefacts.groups(dimension)
  // The whole is not compared with its parts.
  const whole = totalGroup(rows, index)
  const all = rows.filter(({ group }) => group !== whole)
  const nested = await liesWithin(schema, artefacts, dimension)
  const from: Compared = { schema, dimension, measure, whole, nested }
  const blocks = await blocksOf(schema, artefacts, dimension)
  const within = blocks !== null && !declared.population && canBlock(from, blocks) ? blocks : null
  const least = within === null ? leastGroupRows : leastBlockedRows
  const groups = all.flatMap(({ group, summaries }): NamedGroup[] => {
    const summary = summaries[index]
    return summary === undefined || summary.n < least ? [] : [{ group, ...summary }]
  })
  const found = extremes(groups)
  if (found === null) return gatedOut(null)
  const { best, worst, difference } = found
  const omegaSquared = shareBetween(groups)
  if (within !== null) {
    // A group left out leaves no balance.
    if (groups.length < rows.length) return gatedOut(null)
    return compareWithinBlocks(artefacts, from, within, groups, found)
  }
  const gate = omegaSquared >= leastOmegaSquared && Math.abs(difference.g) >= leastG && isApart(declared, difference)
  // Too small to be told is not the same as not there: the test counts as what it is, where rows are independent.
  if (!gate) return gatedOut(isPlain(schema, measure) ? (welchAnova(groups)?.p ?? null) : null)
  const leftOut = all.filter(({ summaries }) => (summaries[index]?.n ?? 0) > 0).length - groups.length
  if (declared.population) return ofPopulation(from, found, groups, leftOut)
  const key = await keyOfDimension(schema, artefacts, dimension)
  if (key !== null) return compareKeys(artefacts, from, key)
  const share = declared.independent ? 1 : await independentShare(artefacts, dimension, measure, best.group)
  const { low, high } = differenceInterval(best, found.rest, share)
  if (low * high <= 0) return gatedOut(null)
  const byRank = isHeavyTailed(measure)
  const ranked = byRank ? await rankP(artefacts, from, share) : null
  const p = byRank ? ranked : (welchAnova(thinned(groups, share))?.p ?? null)
  if (p === null) return gatedOut(null)
  const contrast = await leastCertainContrast(
    schema,
    artefacts,
    {
      member: `(${dimension.text} = ${dialect.text(best.group)})`,
      value: measure.sql,
      filter: filterOf(from),
    },
    groups.length > 2 ? groups.length : 1,
    [dimension.column.name, measure.column.name],
  )
  // Rows of one key that resemble each other make a comparison less sure than as many rows of their own would.
  const lessSure = contrast !== null && contrast.p > p ? contrast : null
  if (lessSure !== null && lessSure.low * lessSure.high <= 0) return gatedOut(lessSure.p)
  const evidence = evidenceOf(from, best.group, worst.group, share, byRank)
  return {
    p: lessSure?.p ?? p,
    statement: statementOf(from, {
      ...found,
      groups,
      testName: byRank ? 'Kruskal–Wallis' : 'Welch ANOVA',
      evidence: lessSure === null ? evidence : withContrast(evidence, lessSure),
      leftOut,
      caveats: [
        ...(share < 0.9 ? [{ caveat: 'neighboursAlike' } as const] : []),
        ...(lessSure === null ? [] : [repeatedKeyCaveat(lessSure.key)]),
      ],
    }),
  }
}

/** What the groups of a whole population differ by, which no test has to bear out. */
function ofPopulation(
  from: Compared,
  found: Extremes,
  groups: readonly NamedGroup[],
  leftOut: number,
): Outcome<typeof names> {
  const evidence = evidenceOf(from, found.best.group, found.worst.group, 1, false)
  return { p: null, statement: statementOf(from, { ...found, groups, evidence, leftOut, caveats: [], sure: 1 }) }
}

/** Whether rows stand for themselves, and their means for them: no time, no keys that repeat, no heavy tails. */
function isPlain(schema: TableSchema, measure: Measure): boolean {
  return schema.order === null && keyCandidates(schema).length === 0 && !isHeavyTailed(measure)
}

function evidenceOf(from: Compared, best: string, worst: string, share: number, byRank: boolean) {
  const names = [
    'best_mean',
    'worst_mean',
    'next_mean',
    'rest_mean',
    'overall_mean',
    'difference',
    'difference_low',
    'difference_high',
  ]
  const others = [
    'groups',
    'best_n',
    'n',
    'omega_squared',
    'hedges_g',
    'blocks',
    'blocks_agreeing',
    ...(byRank ? [] : ['p']),
  ]
  const derived = derivedBy(
    'group_difference',
    0,
    ['group', 'n', 'mean', 'variance'],
    Object.fromEntries([...names, ...others].map((name) => [name, name])),
    { best, worst, independent: share },
  )
  const sql = [summariesSql(from)]
  if (byRank) {
    sql.push(rankSql(from))
    Object.assign(derived, derivedBy('kruskal_wallis', 1, ['group', 'value'], { p: 'p' }, { independent: share }))
  }
  return { sql, derived }
}

function rankSql(from: Compared): string {
  const { schema, dimension, measure } = from
  const columns = [dimension, measure].map(({ column }) => `"${column.name.replaceAll('"', '""')}"`)
  return `SELECT ${dimension.text} AS "group", ${measure.sql} AS value FROM ${schema.sample.sql(schema.relation, columns)}
WHERE ${filterOf(from)}`
}

function rankP(artefacts: Artefacts, from: Compared, share: number): Promise<number | null> {
  return artefacts.once(`rank test:${from.dimension.column.name}:${from.measure.column.name}`, async () => {
    const columns = await artefacts.source.columns(rankSql(from))
    return rankTestP(columns.group ?? [], columns.value ?? [], share)
  })
}
