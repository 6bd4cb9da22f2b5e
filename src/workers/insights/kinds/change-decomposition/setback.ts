/**
 * change_decomposition between any two periods: the largest fall of a series from a peak to a low within it. A fact.
 *
 * Of a series that ends where it began, or higher, the fall in between is what a reader remembers: employment after 2008.
 */
import type { Followed } from '../../../analysis/artefacts.ts'
import { relationsOf } from '../../../analysis/relations/find-relations.ts'
import { partsByWhole } from '../../../analysis/relations/parts.ts'
import { isRatio, type TableSchema } from '../../../analysis/schema.ts'
import type { TimeAxis } from '../../../analysis/series/axis.ts'
import { type Fall, largestFall, typicalStep } from '../../../analysis/time/largest-fall.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived } from '../../over-time.ts'
import { littleWork } from '../../work.ts'
import { names, noOtherDetails } from './names.ts'

const leastPeriods = 24
/** Periods from the peak to the low: less is a single bad month. */
const leastLength = 3
/** A fall in root mean square steps; independent values around one level reach about 3.5, a seasonal swing 6. */
const leastSteps = 8
/** Of all the way from the lowest to the highest value. */
const leastOfRange = 0.3
/** Of the value it fell from. */
const leastShare = 0.05
/** Part of the series that is told as a rise or fall of the whole. */
const nearlyAll = 0.9

/** A part that fell with its whole is told where it fell so many times as far. */
const leastBeyondWhole = 2

export const detectSetback: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.time !== null,
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const { time } = schema
    if (time === null) return []
    const setbacks: Setback[] = []
    for (const followed of await artefacts.followed()) {
      if (followed.subspace !== null || followed.series.raw.length < leastPeriods) continue
      const season = (await artefacts.season(followed)).found?.period ?? 0
      const fall = setbackOf(followed, season)
      if (fall !== null) setbacks.push({ followed, fall })
    }
    const parts = partsByWhole(relationsOf(schema).exact)
    return setbacks
      .filter((one) => !setbacks.some((whole) => fellWith(one, whole, parts)))
      .map(({ followed, fall }) => ({ p: null, statement: statementOf(schema, time, followed, fall) }))
  },
}

interface Setback {
  readonly followed: Followed
  readonly fall: Fall
}

function setbackOf({ measure, series: { raw } }: Followed, season: number): Fall | null {
  if (measure !== null && !isRatio(measure)) return null
  const fall = largestFall(raw)
  if (fall === null) return null
  const [length, size] = [fall.trough - fall.peak, sizeOf(raw, fall)]
  // The way down from summer to winter comes back every year.
  if (length < Math.max(leastLength, season + 1) || length >= nearlyAll * (raw.length - 1)) return null
  if (size < leastSteps * typicalStep(raw) || size < leastOfRange * rangeOf(raw)) return null
  return size < leastShare * (raw[fall.peak] ?? 0) ? null : fall
}

/** Whether `part` is a part of `whole` that fell at the same time and not much further. */
function fellWith(part: Setback, whole: Setback, parts: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [own, sum] = [part, whole].map(({ followed }) => followed.measure?.column.name)
  if (own === undefined || sum === undefined || parts.get(sum)?.has(own) !== true) return false
  const apart = part.fall.trough < whole.fall.peak || whole.fall.trough < part.fall.peak
  return !apart && shareOf(part) < leastBeyondWhole * shareOf(whole)
}

function shareOf({ followed: { series }, fall }: Setback): number {
  return sizeOf(series.raw, fall) / (series.raw[fall.peak] ?? 1)
}

function sizeOf(raw: Float64Array, { peak, trough }: Fall): number {
  return (raw[peak] ?? 0) - (raw[trough] ?? 0)
}

function rangeOf(raw: Float64Array): number {
  return Math.max(...raw) - Math.min(...raw)
}

function statementOf(
  schema: TableSchema,
  time: TimeAxis,
  followed: Followed,
  fall: Fall,
): Outcome<typeof names>['statement'] {
  const { columns, n, caveats, details } = about(followed, time)
  const { raw, starts } = followed.series
  const [from, to] = [String(starts[fall.peak]), String(starts[fall.trough])]
  return {
    type: 'change_decomposition',
    class: 'fact',
    columns,
    direction: 'down',
    location: to,
    effect: { name: 'change', value: 'change' },
    n,
    evidence: {
      sql: [followed.sql],
      derived: seriesDerived('setback', Object.keys(names.values), followed, time, {
        peak_period: from,
        low_period: to,
      }),
    },
    details: {
      ...noOtherDetails,
      ...details,
      form: 'setback',
      peak_period: from,
      low_period: to,
    },
    // Told as it was: nothing is evened out.
    caveats: followed.evenLengths ? about({ ...followed, evenLengths: false }, time).caveats : caveats,
    score: {
      impact: 0.9 * impactOf(followed, schema),
      effect: between(sizeOf(raw, fall) / rangeOf(raw), 0.2, 0.6),
      surprise: 0.75,
      readability: 1,
    },
  }
}
