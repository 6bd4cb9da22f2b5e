/** time_outlier: single periods far from what trend and season let one expect. A finding. */

import type { TimeGrain } from '../../../analysis/artefacts.ts'
import { shapesOf } from '../../../analysis/shapes.ts'
import { moments } from '../../../analysis/statistics/moments.ts'
import type { SeriesShape } from '../../../analysis/time/shape.ts'
import { lightTailLevel, type TimeOutlier, timeOutliers } from '../../../analysis/time/time-outliers.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived, seriesFamily } from '../../over-time.ts'
import { seriesCount } from '../../work.ts'
import { names } from './names.ts'

/** Outliers told of one series. */
const most = 3
/** Periods on each side of a step that are its edge. */
const edge = 3
/** Robust standard deviations. */
const farBeyond = 3.5
/** Excess kurtosis of the other periods beyond which the test's normal distribution does not hold. */
const heavyTailed = 1.5

export const detectTimeOutlier = detectorAt('time')
/** The same at the finest grain of a table that is read at a coarser one; a family of its own. */
export const detectTimeOutlierFine = detectorAt('fine')

function detectorAt(at: TimeGrain): Detector<typeof names> {
  return {
    family: seriesFamily('time_outlier', at),
    appliesTo: (schema) => schema[at] !== null,
    expectedWork: (schema) =>
      at === 'time'
        ? { work: seriesCount(schema) * (3 + (schema.time?.periods ?? 0) * 0.1) }
        : { work: schema.measures.length * (5 + (schema.fine?.periods ?? 0) * 0.05) },
    async run({ schema, artefacts, context }) {
      const time = schema[at]
      const outcomes: Outcome<typeof names>[] = []
      if (time === null) return outcomes
      for (const followed of await artefacts.followed(at)) {
        const season = (await artefacts.season(followed, at)).found?.period ?? null
        const { outliers: all, p, residualSd } = timeOutliers(followed.series, season)
        await context.yieldToEventLoop()
        const shape = at === 'time' ? (await shapesOf(artefacts, context)).get(followed) : null
        // Of a period that nobody measured, nothing stood out.
        const measured = all.filter(({ index }) => !followed.series.bridged.has(index))
        const outliers = measured.filter((outlier) => !isOfStep(outlier, shape ?? null, residualSd))
        if (outliers.length === 0) {
          outcomes.push(gatedOut(p))
          continue
        }
        const { columns, subspace, n, caveats, details, readability } = about(followed, time)
        const among = new Set(outliers.map((outlier) => outlier.index))
        const others = followed.series.values.filter((_value, index) => !among.has(index))
        const tails = moments(others)?.kurtosis ?? 0
        for (const outlier of outliers.slice(0, most)) {
          const start = String(followed.series.starts[outlier.index])
          outcomes.push({
            p: outlier.p,
            statement: {
              type: 'time_outlier',
              // Where extremes are the rule, one more is worth a look and no more.
              class: tails > heavyTailed || outliers.length > most ? 'lead' : 'finding',
              columns,
              ...(subspace === undefined ? {} : { subspace }),
              direction: outlier.residual > 0 ? 'up' : 'down',
              location: start,
              effect: { name: 'residual', value: 'residual' },
              testName: 'generalized ESD',
              n,
              evidence: {
                sql: [followed.sql],
                derived: seriesDerived('time_outlier', Object.keys(names.values), followed, time, {
                  season,
                  at: start,
                }),
              },
              details,
              caveats,
              leadP: lightTailLevel,
              score: {
                impact: 0.6 * impactOf(followed, schema),
                effect: between(Math.abs(outlier.z), 3, 12),
                surprise: 0.9,
                readability,
              },
            },
          })
        }
      }
      return outcomes
    },
  }
}

/**
 * At the edge of a step, a smooth course is between the levels, and what is on either of them looks out of line. What
 * lies far beyond both of them is out of line.
 */
function isOfStep({ index, value, residual }: TimeOutlier, shape: SeriesShape | null, sd: number): boolean {
  if (shape?.kind !== 'steps') return false
  const place = shape.places.find((step) => Math.abs(index + 0.5 - step) <= edge)
  if (place === undefined) return false
  const levels = [shape.fitted[place - 1] ?? value, shape.fitted[place] ?? value]
  return levels.some((level) => (value - level) * Math.sign(residual) < farBeyond * sd)
}
