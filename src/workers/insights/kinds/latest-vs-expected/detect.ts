/**
 * latest_vs_expected: the last complete period lies outside the 95 % interval of the forecast that the periods before it
 * give. A finding. One test a series; at least 25 periods.
 */
import type { Followed } from '../../../analysis/artefacts.ts'
import { floorOf, isRatio } from '../../../analysis/schema.ts'
import { moments } from '../../../analysis/statistics/moments.ts'
import { type LatestAgainstExpected, latestAgainstExpected, leastKnown } from '../../../analysis/time/outlook.ts'
import type { SeasonalityTest } from '../../../analysis/time/seasonality.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived, seriesFamily } from '../../over-time.ts'
import { seriesCount } from '../../work.ts'
import { names } from './names.ts'

/** Series looked at, those of the whole table first, and values in all of them: a forecast costs some 10 ms. */
const mostSeries = 24
const mostValues = 6_000

/** Of what is expected; of measures without a true zero, of the spread of all values. Less is exact, and no news. */
const leastShare = 0.01
const leastSpread = 0.1

function matters({ residual, expected }: LatestAgainstExpected, { measure, series }: Followed): boolean {
  if (measure === null || isRatio(measure)) return Math.abs(residual) >= leastShare * Math.abs(expected)
  const sd = moments(series.values)?.sd ?? 0
  return Math.abs(residual) >= leastSpread * sd
}

/** A season that is too weak to be told of, and is there all the same: a forecast without it would err at its ends. */
function sureSeason(tests: readonly SeasonalityTest[]): number | null {
  return tests.find(({ source, p }) => source === 'calendar' && p < 0.01)?.period ?? null
}

export const detectLatest: Detector<typeof names> = {
  family: seriesFamily('latest_vs_expected'),
  appliesTo: (schema) => schema.time !== null && schema.time.periods > leastKnown,
  expectedWork: (schema) => ({
    work: 5 + Math.min(mostSeries, seriesCount(schema)) * (schema.time?.periods ?? 0) * 0.05,
  }),
  async run({ schema, artefacts, context }) {
    const { time } = schema
    const outcomes: Outcome<typeof names>[] = []
    if (time === null) return outcomes
    let values = 0
    for (const followed of (await artefacts.followed()).slice(0, mostSeries)) {
      const { series } = followed
      values += series.values.length
      if (values > mostValues) break
      const { found: seasonal, swings, tests } = await artefacts.season(followed)
      // A forecast that knows nothing of the swings would call each of their tops unexpected.
      if (swings !== null) {
        outcomes.push(gatedOut(null))
        continue
      }
      const season = seasonal?.period ?? sureSeason(tests)
      const floor = floorOf(followed.measure)
      const found = latestAgainstExpected(series.values, season, floor)
      await context.yieldToEventLoop()
      if (found === null || (found.value >= found.low && found.value <= found.high) || !matters(found, followed)) {
        outcomes.push(gatedOut(found?.p ?? null))
        continue
      }
      const { columns, subspace, n, caveats, details, readability } = about(followed, time)
      outcomes.push({
        p: found.p,
        statement: {
          type: 'latest_vs_expected',
          class: 'finding',
          columns,
          ...(subspace === undefined ? {} : { subspace }),
          direction: found.residual > 0 ? 'up' : 'down',
          location: String(series.starts.at(-1)),
          effect: { name: 'residual', value: 'residual' },
          testName: 'forecast error against those before',
          n,
          evidence: {
            sql: [followed.sql],
            derived: seriesDerived('latest_vs_expected', Object.keys(names.values), followed, time, {
              season,
              ...(found.cut ? { floor } : {}),
            }),
          },
          details: { ...details, cut: found.cut },
          caveats,
          score: {
            impact: 0.8 * impactOf(followed, schema),
            effect: between(Math.abs(found.z), 2, 8),
            surprise: 1,
            readability,
          },
        },
      })
    }
    return outcomes
  },
}
