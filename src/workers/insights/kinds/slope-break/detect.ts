/** slope_break: a series changes its course: it begins to rise or fall, stops, turns, or speeds up. A finding. */

import { shapesOf } from '../../../analysis/shapes.ts'
import { bendsOf, largestBend } from '../../../analysis/time/slope-break.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived, seriesFamily } from '../../over-time.ts'
import { littleWork } from '../../work.ts'
import { names } from './names.ts'

/** Least movement of the larger side, in standard deviations around the bent line. */
const leastInSd = 1.5

export const detectSlopeBreak: Detector<typeof names> = {
  family: seriesFamily('slope_break'),
  appliesTo: (schema) => schema.time !== null,
  expectedWork: littleWork,
  async run({ schema, artefacts, context }) {
    const { time } = schema
    const outcomes: Outcome<typeof names>[] = []
    if (time === null) return outcomes
    for (const [followed, shape] of await shapesOf(artefacts, context)) {
      const season = (await artefacts.season(followed)).found?.period ?? null
      const bends = bendsOf(shape)
      const bend = largestBend(followed.series, season, shape)
      if (bend === null || bends === null || bend.sizeInSd < leastInSd) {
        outcomes.push(gatedOut(bends?.p ?? null))
        continue
      }
      const { columns, subspace, n, caveats, details, readability } = about(followed, time)
      const start = (index: number): string => String(followed.series.starts[index])
      outcomes.push({
        p: bends.p,
        statement: {
          type: 'slope_break',
          // Where a curve describes it about as well, only the curve is sure.
          class: shape?.kind === 'course' ? 'lead' : 'finding',
          columns,
          ...(subspace === undefined ? {} : { subspace }),
          direction: bend.slopeAfter > bend.slopeBefore ? 'up' : 'down',
          location: start(bend.place),
          effect: { name: 'slope after', value: 'slope_after' },
          testName: 'sup-F',
          n,
          evidence: {
            sql: [followed.sql],
            derived: seriesDerived('slope_break', Object.keys(names.values), followed, time, { season }),
          },
          details: {
            ...details,
            from_before: start(bend.start),
            to_after: start(bend.end),
            move_before: bend.moveBefore,
            move_after: bend.moveAfter,
            or_course: shape?.kind === 'course' ? shape.course : null,
          },
          caveats,
          score: {
            impact: impactOf(followed, schema),
            effect: between(bend.sizeInSd, 0.5, 6),
            surprise: 1,
            readability,
          },
        },
      })
    }
    return outcomes
  },
}
