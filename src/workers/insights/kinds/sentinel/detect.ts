/**
 * sentinel: a value such as −999 or 99.9 that stands for "missing": the lowest or highest of its column, written in
 * nines, there more than once, and far from every other value. A note on quality; values are counted as they stand.
 */

import type { Measure } from '../../../analysis/schema.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

/** Codes of nines: −99, 999, −99.9, 9999.99. */
const nines = /^-?9{2,}(?:\.9+)?$/
/** Distance from the nearest other value, in distances between the quartiles. */
const leastDistance = 1
const leastTimes = 2
const mostShare = 0.5

export const detectSentinel: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.measures.some((measure) => candidate(measure) !== null),
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const measure of schema.measures) {
      const code = candidate(measure)
      if (code === null) continue
      const { sql, column } = measure
      const query = `SELECT count_if(${sql} = ${code}) AS count, count_if(${sql} = ${code}) / count(${sql}) AS share,
  ${code < measure.numeric.median ? 'min' : 'max'}(${sql}) FILTER (${sql} <> ${code}) AS nearest, count(${sql}) AS n FROM ${schema.relation}`
      const row = await artefacts.once(`sentinel:${column.name}`, () =>
        artefacts.database.row<{ count: number; share: number; nearest: number | null }>(query),
      )
      const spread = measure.numeric.q3 - measure.numeric.q1
      const distance = row.nearest === null ? 0 : Math.abs(code - row.nearest)
      const told = row.count >= leastTimes && row.share <= mostShare && spread > 0 && distance >= leastDistance * spread
      outcomes.push({
        p: null,
        statement: !told
          ? null
          : {
              type: 'sentinel',
              class: 'quality',
              columns: [column.name],
              direction: 'none',
              location: code,
              effect: { name: 'share', value: 'share' },
              n: measure.numeric.n,
              evidence: { sql: [query], derived: {} },
              details: { column: column.name, code: String(code) },
              caveats: [],
              score: {
                impact: Math.sqrt(row.share),
                effect: between(distance / spread, 0, 10),
                surprise: 0.9,
                readability: 1,
              },
            },
      })
    }
    return outcomes
  },
}

/** The end of the column's range that looks like a code; null where neither does. */
function candidate({ numeric }: Measure): number | null {
  return [numeric.min, numeric.max].find((end) => nines.test(String(end))) ?? null
}
