/**
 * evenness: the categories of a dimension are equally common for all practical purposes, none more than a quarter away
 * from an equal share, shown by a test of equivalence. A fact: "not significantly uneven" would not be "even".
 */

import { outcomeOf } from '../../../analysis/profile/outcome.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import { evennessEquivalence } from '../../../analysis/statistics/evenness-equivalence.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import type { Detector, Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { littleWork } from '../../work.ts'
import { overTime } from '../correlation/detect.ts'
import { names } from './names.ts'

const leastP = 0.01
/** Beyond, nobody asks whether all are alike. */
const mostGroups = 24

/** Commonest over rarest: nobody calls 60 and 40 of a hundred equal, however near to 50 each is. */
const mostRatio = 1.35

export const detectEvenness: Detector<typeof names> = {
  family: null,
  // In a series or panel the number of rows is that of its periods.
  appliesTo: (schema) => !overTime(schema) && grouping(schema).length > 0,
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const dimension of grouping(schema)) {
      const groups = await artefacts.groups(dimension)
      const test = evennessEquivalence(groups.map(({ rows }) => rows))
      const holdsTotal = schema.measures.some((_measure, index) => totalGroup(groups, index) !== null)
      const [commonest, rarest] = [groups[0], groups.at(-1)]
      const uneven = commonest !== undefined && rarest !== undefined && commonest.rows > mostRatio * rarest.rows
      if (
        test === null ||
        !(test.p < leastP) ||
        uneven ||
        holdsTotal ||
        commonest === undefined ||
        rarest === undefined
      ) {
        outcomes.push({ p: null, statement: null })
        continue
      }
      const n = groups.reduce((sum, { rows }) => sum + rows, 0)
      outcomes.push({
        p: null,
        statement: {
          type: 'evenness',
          class: 'fact',
          columns: [dimension.column.name],
          direction: 'none',
          effect: { name: 'largest share', value: 'largest_share', low: 'least_share' },
          n,
          evidence: evidenceOf(schema, dimension),
          details: { dimension: dimension.column.name, commonest: commonest.group, rarest: rarest.group },
          caveats: [],
          // Exactly as many of each are so by plan, and no news to whoever made it.
          score: {
            impact: Math.sqrt(n / schema.rows),
            effect: commonest.rows === rarest.rows ? 0.1 : 0.35,
            surprise: commonest.rows === rarest.rows ? 0.1 : 0.25,
            readability: 1,
          },
        },
      })
    }
    return outcomes
  },
}

function grouping(schema: TableSchema): ColumnProfile[] {
  return schema.dimensions.filter(
    ({ column }) =>
      column.role === 'dimension' && column.distinct <= mostGroups && outcomeOf(column)?.strength !== 'named',
  )
}

function evidenceOf(schema: TableSchema, dimension: ColumnProfile) {
  const sql = `SELECT ${dimension.text} AS category, count(*) AS rows FROM ${schema.relation}
WHERE ${dimension.sql} IS NOT NULL GROUP BY 1 ORDER BY rows DESC, 1`
  return { sql: [sql], derived: derivedBy('evenness', 0, ['rows'], sameNames(names)) }
}
