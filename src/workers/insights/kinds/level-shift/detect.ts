/** level_shift: the level of a series changes at once. A finding; at least one standard deviation, 24 periods. */

import { isRatio } from '../../../analysis/schema.ts'
import { shapesOf } from '../../../analysis/shapes.ts'
import { largestShift, leastShiftInSd } from '../../../analysis/time/level-shift.ts'
import { type TrendResult, trend } from '../../../analysis/time/trend.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived, seriesFamily } from '../../over-time.ts'
import { seriesCount } from '../../work.ts'
import { names } from './names.ts'

export const detectLevelShift: Detector<typeof names> = {
  family: seriesFamily('level_shift'),
  appliesTo: (schema) => schema.time !== null,
  // The first to ask for the shapes, so they are its work.
  expectedWork: (schema) => ({ work: seriesCount(schema) * (3 + (schema.time?.periods ?? 0) * 0.08) }),
  async run({ schema, artefacts, context }) {
    const { time } = schema
    const outcomes: Outcome<typeof names>[] = []
    if (time === null) return outcomes
    for (const [followed, shape] of await shapesOf(artefacts, context)) {
      const shift = largestShift(followed.series, shape)
      if (shift === null || shape?.kind !== 'steps' || shift.sizeInSd < leastShiftInSd) {
        outcomes.push(gatedOut(shape?.kind === 'steps' ? shape.p : null))
        continue
      }
      const season = (await artefacts.season(followed)).found?.period ?? null
      const isTrendToo = shape.orCourse && isTold(trend(followed.series, season, shape.proportional))
      const trueZero = followed.measure === null || isRatio(followed.measure)
      const { columns, subspace, n, caveats, details, readability } = about(followed, time)
      const start = (index: number): string => String(followed.series.starts[index])
      const at = start(shift.place)
      outcomes.push({
        p: shape.p,
        statement: {
          type: 'level_shift',
          // What is sure of it is told as a trend.
          class: isTrendToo ? 'lead' : 'finding',
          columns,
          ...(subspace === undefined ? {} : { subspace }),
          direction: shift.change > 0 ? 'up' : 'down',
          location: at,
          effect: { name: 'change', value: 'change' },
          testName: 'sup-F',
          n,
          evidence: {
            sql: [followed.sql],
            derived: seriesDerived('level_shift', Object.keys(names.values), followed, time, {
              season,
              true_zero: trueZero,
            }),
          },
          details: {
            ...details,
            from_before: start(shift.place - shift.periodsBefore),
            to_before: start(shift.place - 1),
            to_after: start(shift.place + shift.periodsAfter - 1),
            or_trend: isTrendToo,
          },
          caveats,
          score: {
            impact: impactOf(followed, schema),
            effect: between(shift.sizeInSd, 0.5, 4),
            surprise: 1,
            readability,
          },
        },
      })
    }
    return outcomes
  },
}

/** Far enough below the level of the control that it is kept beside other families. */
const surelyTold = 0.01

function isTold({ gate, p }: TrendResult): boolean {
  return gate && p <= surelyTold
}
