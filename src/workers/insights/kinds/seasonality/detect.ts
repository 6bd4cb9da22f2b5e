/** seasonality: a series repeats itself with the calendar. A finding; strength ≥ .3 and three cycles. */

import type { Followed, TimeGrain } from '../../../analysis/artefacts.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import type { TimeAxis } from '../../../analysis/series/axis.ts'
import type { GridSeries } from '../../../analysis/series/grid.ts'
import { cycleName } from '../../../analysis/time/cycle-name.ts'
import { roundingStep } from '../../../analysis/time/rounding-step.ts'
import type { Season, Swings } from '../../../analysis/time/seasonality.ts'
import type { SeriesUnit } from '../../../analysis/time/series.ts'
import { isWeekendRhythm } from '../../../analysis/time/weekend.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived, seriesFamily } from '../../over-time.ts'
import { littleWork } from '../../work.ts'
import { names } from './names.ts'

/** Least distance of the highest phase from the lowest, in steps to which the values are rounded: a ramp in whole numbers has a rhythm of its own. */
const leastSteps = 2
/** The same, as a share of all the series does: below, a season is a wobble of the trend (2 % of the rise of CO2 since 1958 would still be told). */
const leastOfRange = 0.02
const tellingTrend = 0.1

export const detectSeasonality = detectorAt('time')
/** The same at the finest grain of a table that is read at a coarser one; a family of its own. */
export const detectSeasonalityFine = detectorAt('fine')

function detectorAt(at: TimeGrain): Detector<typeof names> {
  return {
    family: seriesFamily('seasonality', at),
    appliesTo: (schema) => schema[at] !== null,
    expectedWork: (schema) => {
      if (at === 'time') return littleWork(schema)
      return { work: schema.measures.length * (2 + (schema.fine?.periods ?? 0) * 0.012) }
    },
    async run({ schema, artefacts }) {
      const time = schema[at]
      const outcomes: Outcome<typeof names>[] = []
      if (time === null) return outcomes
      for (const followed of await artefacts.followed(at)) {
        const { found, swings, p } = await artefacts.season(followed, at)
        if (swings !== null) {
          outcomes.push(swingsOf(schema, followed, time, swings))
          continue
        }
        if (found === null || found.amplitude < leastAmplitude(followed.series)) {
          outcomes.push(gatedOut(p))
          continue
        }
        const { columns, subspace, n, caveats, details, readability } = about(followed, time)
        const phase = (index: number): string =>
          phaseName(String(followed.series.starts[index] ?? ''), found.period, time.unit, index)
        const peak = phase(found.peakIndex)
        outcomes.push({
          p: found.p,
          statement: {
            type: 'seasonality',
            class: 'finding',
            columns,
            ...(subspace === undefined ? {} : { subspace }),
            direction: 'none',
            location: peak,
            effect: { name: 'seasonal strength', value: 'strength' },
            testName: 'pre-whitened F test',
            n,
            evidence: {
              sql: [followed.sql],
              derived: seriesDerived('seasonality', Object.keys(names.values), followed, time, {
                period: found.period,
              }),
            },
            details: {
              ...details,
              cycle: cycleName(found.period, time.unit),
              swing: null,
              peak,
              trough: phase(found.troughIndex),
              parted: isWeekendRhythm(followed.series, found.profile) ? 'weekend' : null,
            },
            caveats: matters(found) ? [...caveats, { caveat: 'trendTakenOut' }] : caveats,
            score: {
              impact: impactOf(followed, schema),
              effect: between(found.strength, 0.2, 0.9),
              surprise: 0.7,
              readability,
            },
          },
        })
      }
      return outcomes
    },
  }
}

function swingsOf(
  schema: TableSchema,
  followed: Followed,
  time: TimeAxis,
  { p, period, together }: Swings,
): Outcome<typeof names> {
  const { columns, subspace, n, caveats, details, readability } = about(followed, time)
  return {
    p,
    statement: {
      type: 'seasonality',
      class: 'finding',
      columns,
      ...(subspace === undefined ? {} : { subspace }),
      direction: 'none',
      effect: { name: 'autocorrelation', value: 'strength' },
      testName: 'pre-whitened F test',
      n,
      evidence: {
        sql: [followed.sql],
        derived: seriesDerived('swings', Object.keys(names.values), followed, time),
      },
      details: { ...details, cycle: 'swings', swing: period, peak: null, trough: null, parted: null },
      caveats,
      score: {
        impact: impactOf(followed, schema),
        effect: between(together, 0.2, 0.7),
        surprise: 0.8,
        readability,
      },
    },
  }
}

function leastAmplitude({ raw }: GridSeries): number {
  return Math.max(leastSteps * roundingStep(raw), leastOfRange * (Math.max(...raw) - Math.min(...raw)))
}

/** Whether the trend within a cycle is large enough beside the season to have been taken out of what is stated. */
function matters({ trendInCycle, amplitude }: Season): boolean {
  return Math.abs(trendInCycle) > tellingTrend * amplitude
}

/** What a person calls a phase: July, Friday, 14:00, Q2; its number from 1 where the cycle has no calendar name. */
function phaseName(start: string, period: number, unit: SeriesUnit, index: number): string {
  const date = new Date(start)
  const named = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(date)
  if (unit === 'month' && period === 12) return named({ month: 'long' })
  if (unit === 'day' && period === 7) return named({ weekday: 'long' })
  if (unit === 'hour' && period === 24) return start.slice(11, 16)
  if (unit === 'hour' && period === 168) return `${named({ weekday: 'long' })} ${start.slice(11, 16)}`
  if (unit === 'quarter' && period === 4) return `Q${Math.floor(date.getUTCMonth() / 3) + 1}`
  if (unit === 'half-year' && period === 2) return date.getUTCMonth() < 6 ? 'H1' : 'H2'
  if (unit === 'week' && period === 52) return `${partOfMonth(date)}${named({ month: 'long' })}`
  return String(index + 1)
}

function partOfMonth(date: Date): string {
  const day = date.getUTCDate()
  return day <= 10 ? 'early ' : day <= 20 ? 'mid-' : 'late '
}
