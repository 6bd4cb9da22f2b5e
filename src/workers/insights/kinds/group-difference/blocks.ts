/** Groups that occur equally often in every block: they are compared within blocks, as both drugs in each patient. */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import { type Blocks, blockSql } from '../../../analysis/blocks.ts'
import { blockedDifference, cellsOfBlocks } from '../../../analysis/derive/blocked-groups.ts'
import type { Extremes, NamedGroup } from '../../../analysis/derive/groups.ts'
import { keyCandidates } from '../../../analysis/repeated-keys.ts'
import { gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy } from '../../evidence-recipe.ts'
import type { names } from './names.ts'
import {
  type Compared,
  filterOf,
  leastBlockedRows,
  leastG,
  leastOmegaSquared,
  statementOf,
  summariesSql,
} from './statement.ts'

/** Values of the groups over all rows, and those that only the comparison within blocks gives. */
const overAll = [
  ...(['best_mean', 'worst_mean', 'next_mean', 'rest_mean', 'overall_mean', 'difference'] as const),
  ...(['groups', 'best_n', 'n', 'hedges_g'] as const),
]
const withinBlocks = ['difference_low', 'difference_high', 'omega_squared', 'p', 'blocks', 'blocks_agreeing'] as const

export function canBlock({ schema, measure, whole }: Compared, { columns }: Blocks): boolean {
  return (
    whole === null &&
    measure.numeric.n === schema.rows &&
    columns.every(({ column }) => column.name !== measure.column.name)
  )
}

export async function compareWithinBlocks(
  artefacts: Artefacts,
  from: Compared,
  blocks: Blocks,
  groups: readonly NamedGroup[],
  found: Extremes,
): Promise<Outcome<typeof names>> {
  const { schema, dimension, measure } = from
  const { dialect } = schema
  const sql = `SELECT ${dimension.text} AS "group", ${blockSql(blocks)} AS block, count(*) AS n,
  ${dialect.mean(measure.sql)} AS mean, coalesce(var_samp(${measure.sql}), 0) AS variance
FROM ${schema.relation} WHERE ${filterOf(from)} GROUP BY 1, 2 ORDER BY 1, 2`
  const columns = ['group', 'block', 'n', 'mean', 'variance']
  const result = await artefacts.source.columns(sql)
  const keys = new Set(keyCandidates(schema).map(({ column }) => column.name))
  const repeated = blocks.rowsPerCell === 1 || blocks.columns.some(({ column }) => keys.has(column.name))
  const { best, worst, difference } = found
  const tested = blockedDifference(cellsOfBlocks(columns.map((name) => result[name] ?? [])), best.group, repeated)
  if (tested === null) return gatedOut(null)
  const large = tested.omegaSquared >= leastOmegaSquared && Math.abs(difference.g) >= leastG
  if (!large || tested.low * tested.high <= 0) return gatedOut(tested.p)
  const named = (list: readonly string[]) => Object.fromEntries(list.map((name) => [name, name]))
  const ends = { best: best.group, worst: worst.group, independent: 1 }
  return {
    p: tested.p,
    statement: statementOf(from, {
      ...found,
      groups,
      testName: groups.length === 2 && repeated ? 'paired t' : 'analysis of variance within blocks',
      evidence: {
        sql: [summariesSql(from, leastBlockedRows), sql],
        derived: {
          ...derivedBy('group_difference', 0, ['group', 'n', 'mean', 'variance'], named(overAll), ends),
          ...derivedBy('blocked_group_difference', 1, columns, named(withinBlocks), { best: best.group, repeated }),
        },
      },
      leftOut: 0,
      caveats: [],
      within: blocks.columns,
      omegaSquared: tested.omegaSquared,
      sure: Math.min(Math.abs(tested.low), Math.abs(tested.high)) / Math.abs(tested.difference),
    }),
  }
}
