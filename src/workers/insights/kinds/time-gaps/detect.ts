/**
 * time_gaps: periods in a row without any rows, where rows are otherwise there in every period. A note on quality, at the
 * finest regular grain.
 */

import { longestGap } from '../../../analysis/derive/gaps.ts'
import { periodStart } from '../../../analysis/series/grid.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { littleWork } from '../../work.ts'
import { names } from './names.ts'

/** Fewer periods in a row are a holiday. */
const leastPeriods = 3
/** Rows a period, on average, below which an empty period is no surprise (e⁻⁶ = 0.002), for rows that just happen. */
const leastRows = 6

export const detectTimeGaps: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.time !== null,
  expectedWork: littleWork,
  async run({ schema, artefacts }): Promise<Outcome<typeof names>[]> {
    const nothing: Outcome<typeof names>[] = [{ p: null, statement: null }]
    const time = schema.fine ?? schema.time
    if (time === null) return nothing
    const sql = `SELECT ${time.periodSql} AS period, count(*) AS rows FROM ${schema.relation} WHERE ${time.condition} GROUP BY 1 ORDER BY 1`
    const columns = await artefacts.once('gaps', () => artefacts.source.columns(sql))
    const gap = longestGap(columns.period ?? [], time)
    if (gap === null || gap.length < leastPeriods) return nothing
    const rows = (columns.rows ?? []).reduce<number>((sum, count) => sum + Number(count), 0)
    if (time.kind === 'events' && rows < leastRows * (columns.rows ?? []).length) return nothing
    const from = periodStart(gap.first, time.grain)
    const share = gap.missing / gap.periods
    return [
      {
        p: null,
        statement: {
          type: 'time_gaps',
          class: 'quality',
          columns: [time.column.column.name],
          direction: 'none',
          location: from,
          effect: { name: 'missing periods', value: 'missing' },
          n: rows,
          evidence: {
            sql: [sql],
            derived: derivedBy('time_gaps', 0, ['period', 'rows'], sameNames(names), {
              grain: time.grain,
              step: time.step,
            }),
          },
          details: {
            time: time.column.column.name,
            grain: time.unit,
            from,
            to: periodStart(gap.first + (gap.length - 1) * time.step, time.grain),
          },
          caveats: [],
          score: { impact: Math.sqrt(share), effect: between(share, 0, 0.1), surprise: 0.9, readability: 1 },
        },
      },
    ]
  },
}
