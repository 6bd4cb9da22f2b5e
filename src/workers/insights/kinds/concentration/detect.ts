/** concentration: a few of many categories hold most of a measure that can be summed, or of the rows. A fact. */

import { gini } from '../../../analysis/derive/categories.ts'
import { groupText, type Measure } from '../../../analysis/schema.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { derivedBy } from '../../evidence-recipe.ts'
import type { names } from './names.ts'

const leastGroups = 10
/** Gini coefficient beyond what a random split of the rows over the categories would give. */
const leastExcess = 0.2

export const detectConcentration: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) =>
    [...schema.dimensions, ...schema.longDimensions].some(({ column }) => column.distinct >= leastGroups),
  expectedWork: ({ longDimensions, rows }) => ({ work: longDimensions.length * (5 + rows * 1e-4) }),
  async run({ schema, artefacts }) {
    const outcomes: Outcome<typeof names>[] = []
    const dimensions = [...schema.dimensions, ...schema.longDimensions].filter(
      ({ column }) => column.role === 'dimension' && column.type === 'category' && column.distinct >= leastGroups,
    )
    for (const dimension of dimensions) {
      const groups = await artefacts.groups(dimension)
      for (const measure of [
        null,
        ...schema.measures.filter((one) => spreadsOver(one, dimension.filled)).slice(0, 1),
      ]) {
        const index = measure === null ? -1 : schema.measures.indexOf(measure)
        const amounts = groups.map((group) => {
          const summary = group.summaries[index]
          return measure === null ? group.rows : summary && summary.n > 0 ? summary.n * summary.mean : 0
        })
        const own = gini(amounts)
        const whole = amounts.reduce((sum, part) => sum + part, 0)
        // One that holds half is dominant, which is another statement, or is the total of the others.
        const one = Math.max(...amounts) >= 0.49 * whole
        if (
          own === null ||
          one ||
          own - randomGini(effectiveRows(dimension.filled, measure), groups.length) < leastExcess
        ) {
          outcomes.push({ p: null, statement: null })
          continue
        }
        const largest = groups[amounts.indexOf(Math.max(...amounts))]
        if (largest === undefined) continue
        const amount = measure === null ? 'count(*)' : `fsum(${measure.sql})`
        const filter = measure === null ? '' : ` AND ${measure.sql} IS NOT NULL`
        const from = `FROM ${schema.relation} WHERE ${dimension.sql} IS NOT NULL${filter}`
        outcomes.push({
          p: null,
          statement: {
            type: 'concentration',
            class: 'fact',
            columns: measure === null ? [dimension.column.name] : [dimension.column.name, measure.column.name],
            direction: 'higher',
            location: largest.group,
            effect: { name: 'gini', value: 'gini' },
            n: dimension.filled,
            evidence: {
              sql: [
                `SELECT ${groupText(dimension)} AS category, ${amount} AS amount ${from} GROUP BY 1 ORDER BY amount DESC, 1`,
                `SELECT count(*) AS n ${from}`,
              ],
              derived: derivedBy('concentration', 0, ['amount'], {
                gini: 'gini',
                top_share: 'top_share',
                top_groups: 'top_groups',
                groups: 'groups',
                total: 'total',
              }),
            },
            details: { dimension: dimension.column.name, measure: measure?.column.name ?? null, best: largest.group },
            caveats: [],
            score: {
              impact: 0.7,
              effect: between(own, 0.2, 0.9),
              surprise: measure === null ? 0.35 : 0.5,
              readability: 1,
            },
          },
        })
      }
    }
    return outcomes
  },
}

/** A sum over nearly all rows: the parts of a measure that is mostly missing are the parts of what was filled in. */
function spreadsOver({ additivity, numeric }: Measure, rows: number): boolean {
  return additivity === 'flow' && numeric.negatives === 0 && numeric.n >= 0.8 * rows
}

/**
 * As many equal rows as scatter like these: a few rows that hold most of a sum make any grouping of it look concentrated.
 * Source: Kish, Survey Sampling (1965), section 8.2: n / (1 + cv²).
 */
function effectiveRows(rows: number, measure: Measure | null): number {
  if (measure === null || !(measure.numeric.mean > 0)) return rows
  return rows / (1 + (measure.numeric.sd / measure.numeric.mean) ** 2)
}

/** Expected Gini coefficient when `rows` equal rows fall on `groups` categories at random: Poisson counts, about 0.56/√mean. */
function randomGini(rows: number, groups: number): number {
  return Math.min(1, 0.5642 / Math.sqrt(rows / Math.max(1, groups)))
}
