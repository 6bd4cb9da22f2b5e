/** Groups that are fixed by a key that repeats: keys are compared, not rows. */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import { extremes } from '../../../analysis/derive/groups.ts'
import { keyedGroupsOf, keyedTest } from '../../../analysis/derive/keyed-groups.ts'
import { keyedGroupsSql } from '../../../analysis/keyed-sql.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { repeatedKeyCaveat } from '../../words/repeated-key.ts'
import { names } from './names.ts'
import { type Compared, filterOf, leastGroupRows, statementOf } from './statement.ts'

export async function compareKeys(
  artefacts: Artefacts,
  from: Compared,
  key: ColumnProfile,
): Promise<Outcome<typeof names>> {
  const { schema, dimension, measure } = from
  const sql = keyedGroupsSql({
    dialect: schema.dialect,
    relation: schema.relation,
    group: dimension.text,
    value: measure.sql,
    filter: filterOf(from),
    key: key.sql,
    leastRows: leastGroupRows,
  })
  const groups = keyedGroupsOf(await artefacts.source.columns(sql))
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
