/**
 * forecast: what comes next, if it goes on as before. No test: shown only where such forecasts, made at earlier moments,
 * erred less than repeating the last season (or value) and plainly less than the mean, and their interval held what came.
 */
import { periodAfter } from '../../../analysis/derive/outlook.ts'
import { floorOf } from '../../../analysis/schema.ts'
import { leastKnown, type Outlook, outlook } from '../../../analysis/time/outlook.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived } from '../../over-time.ts'
import { names } from './names.ts'

/** Each series costs a dozen forecasts: those of the whole table only, and so many values of them. */
const mostSeries = 6
const mostValues = 1_200
const mostTold = 2
/** The error of repeating the last season is 1; walks without aim come to .9 by chance. */
const leastGain = 0.85
/** Of the error of the mean: more, and nothing is known but the usual level. */
const mostOfMean = 0.8
/** Of the method's own interval, before it is widened to what held. */
const leastCoverage = 0.6

export const detectForecast: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.time !== null && schema.time.periods >= leastKnown,
  expectedWork: (schema) => ({
    work:
      5 + Math.min(mostValues, Math.min(mostSeries, schema.measures.length + 1) * (schema.time?.periods ?? 0)) * 0.4,
  }),
  async run({ schema, artefacts, context }) {
    const { time } = schema
    const outcomes: Outcome<typeof names>[] = []
    if (time === null) return outcomes
    const whole = (await artefacts.followed()).filter(({ subspace }) => subspace === null)
    let values = 0
    for (const followed of whole.slice(0, mostSeries)) {
      const { series } = followed
      values += series.values.length
      if (values > mostValues) break
      const season = (await artefacts.season(followed)).found?.period ?? null
      const floor = floorOf(followed.measure)
      const found = outlook(series.values, season, floor)
      await context.yieldToEventLoop()
      if (found === null || !isGood(found)) {
        continue
      }
      const { columns, n, caveats, details, readability } = about(followed, time)
      const last = String(series.starts.at(-1))
      const rise = riseOf(found, series.values, season)
      outcomes.push({
        p: null,
        statement: {
          type: 'forecast',
          class: 'fact',
          columns,
          direction: rise > 0 ? 'up' : rise < 0 ? 'down' : 'none',
          effect: { name: 'forecast', value: 'next', low: 'next_low', high: 'next_high' },
          n,
          evidence: {
            sql: [followed.sql],
            derived: seriesDerived('forecast', Object.keys(names.values), followed, time, {
              season,
              ...(found.cut ? { floor } : {}),
            }),
          },
          details: {
            ...details,
            next_period: periodAfter(last, 1, time),
            later_period: periodAfter(last, found.horizon, time),
            season,
            cut: found.cut,
          },
          caveats,
          score: {
            impact: 0.7 * impactOf(followed, schema),
            effect: between(1 - found.accuracy.relativeError, 0, 0.7),
            surprise: 0.4,
            readability,
          },
        },
      })
    }
    // One or two forecasts are a look ahead; a list of them is a table.
    return outcomes
      .filter(({ statement }) => statement !== null)
      .sort((left, right) => (right.statement?.score.effect ?? 0) - (left.statement?.score.effect ?? 0))
      .slice(0, mostTold)
  },
}

function isGood({ accuracy, againstMean, ownCoverage }: Outlook): boolean {
  return accuracy.relativeError < leastGain && againstMean < mostOfMean && ownCoverage >= leastCoverage
}

/** Of the coming periods against the same ones a season before, or against as many of the last. */
function riseOf({ values, horizon }: Outlook, known: Float64Array, season: number | null): number {
  const start = known.length - (season ?? horizon)
  const before = known.subarray(start, start + horizon)
  const mean = (list: Float64Array): number => list.reduce((sum, value) => sum + value, 0) / list.length
  return mean(values) - mean(before)
}
