/** total: the sum of a measure that can be summed. A fact. */

import type { NumericStats } from '../../../analysis/profile/numeric-stats.ts'
import type { Measure } from '../../../analysis/schema.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import type { Detector, Outcome } from '../../detector.ts'
import type { EvidenceRecipe } from '../../evidence-recipe.ts'
import type { names } from './names.ts'

export const detectTotal: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.measures.some((measure) => measure.additivity !== 'none'),
  expectedWork: ({ dimensions, measures, rows }) => ({
    // It is the first to ask for the groups of every dimension.
    work: dimensions.length * (5 + rows * 2e-5 * (measures.length + 1)),
    parts: Math.max(1, dimensions.length),
  }),
  async run({ schema, artefacts }) {
    const { dialect } = schema
    const groups = await Promise.all(schema.dimensions.map((dimension) => artefacts.groups(dimension)))
    const holdsTotal = (measure: Measure): boolean =>
      groups.some((rows) => totalGroup(rows, schema.measures.indexOf(measure)) !== null)
    return (
      schema.measures
        .filter(
          ({ additivity }) =>
            additivity === 'flow' ||
            (additivity === 'stock' && schema.columns.every(({ column }) => column.role !== 'time')),
        )
        // A column that is mostly empty has no total to speak of.
        .filter(({ filled }) => filled >= schema.rows / 2 && schema.rows > 1)
        .map((measure): Outcome<typeof names> => {
          // A sum over rows that hold their own total counts everything twice.
          if (holdsTotal(measure)) return { p: null, statement: null }
          const { sql, column, numeric } = measure
          const missing = schema.rows - numeric.n
          const query = `SELECT ${dialect.sum(sql)} AS total, ${dialect.mean(sql)} AS mean, ${dialect.median(sql)} AS median, count(${sql}) AS n FROM ${schema.relation}`
          return {
            p: null,
            statement: {
              type: 'total',
              class: 'fact',
              columns: [column.name],
              direction: 'none',
              effect: { name: 'total', value: 'total' },
              n: numeric.n,
              evidence: {
                sql: [query],
                derived: {},
                ...knownOf(query, numeric),
              },
              details: { measure: column.name },
              caveats: missing > 0 ? [{ caveat: 'rowsWithout', column: column.name }] : [],
              score: {
                impact: Math.sqrt(numeric.n / schema.rows),
                effect: 0.4,
                surprise: 0.3,
                readability: 1,
              },
            },
          }
        })
    )
  },
}

/** Sums of whole numbers up to here are whole to the last digit, also by way of their mean. */
const largestWhole = 2 ** 50

/** Not of values of either sign, whose sum may be small beside them and so have fewer digits than are verified. */
function knownOf(query: string, { mean, median, n, integers, negatives }: NumericStats): Pick<EvidenceRecipe, 'known'> {
  const sum = mean * n
  if (negatives > 0 || sum > largestWhole) return {}
  return { known: { [query]: { total: integers ? Math.round(sum) : sum, mean, median, n } } }
}
