/** trend: a series rises or falls over its whole length. A finding; see `time/trend.ts` for the test and its gate. */

import { isRatio } from '../../../analysis/schema.ts'
import { shapesOf } from '../../../analysis/shapes.ts'
import { shiftBesideCourse } from '../../../analysis/time/level-shift.ts'
import { trend as testTrend } from '../../../analysis/time/trend.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived, seriesFamily } from '../../over-time.ts'
import { seriesCount } from '../../work.ts'
import { names } from './names.ts'

export const detectTrend: Detector<typeof names> = {
  family: seriesFamily('trend'),
  appliesTo: (schema) => schema.time !== null,
  expectedWork: (schema) => ({ work: seriesCount(schema) * 2 }),
  async run({ schema, artefacts, context }) {
    const { time } = schema
    const outcomes: Outcome<typeof names>[] = []
    if (time === null) return outcomes
    for (const [followed, shape] of await shapesOf(artefacts, context)) {
      const season = (await artefacts.season(followed)).found?.period ?? null
      const proportional = shape?.proportional ?? false
      const result = testTrend(followed.series, season, proportional)
      await context.yieldToEventLoop()
      const shift = shiftBesideCourse(followed.series, shape)
      // What steps or bends is no line, unless one describes it about as well; and both ends of the slope's interval must
      // agree with its sign.
      const broken = (shape?.kind === 'steps' && shift === null) || shape?.kind === 'bends'
      if (broken || !result.gate || result.slopeLow * result.slopeHigh <= 0) {
        outcomes.push(gatedOut(result.p))
        continue
      }
      const sure = Math.min(Math.abs(result.slopeLow), Math.abs(result.slopeHigh)) * (result.n - 1)
      const trueZero = followed.measure === null || isRatio(followed.measure)
      const derived = seriesDerived('trend', Object.keys(names.values), followed, time, {
        season,
        true_zero: trueZero,
        proportional,
        ...(shift === null ? {} : { or_steps: true }),
      })
      const { columns, subspace, n, caveats, details, readability } = about(followed, time)
      outcomes.push({
        p: result.p,
        statement: {
          type: 'trend',
          class: 'finding',
          columns,
          ...(subspace === undefined ? {} : { subspace }),
          direction: result.direction,
          effect: { name: 'change', value: 'change' },
          testName: 'Mann–Kendall',
          n,
          evidence: { sql: [followed.sql], derived },
          details: {
            ...details,
            course: shape?.kind === 'course' ? shape.course : 'steady',
            step_at: shift === null ? null : String(followed.series.starts[shift.place]),
          },
          caveats,
          score: {
            impact: impactOf(followed, schema),
            effect: between(sure / Math.max(1e-300, result.residualSd), 0.5, 6),
            surprise: 0.9,
            readability,
          },
        },
      })
    }
    return outcomes
  },
}
