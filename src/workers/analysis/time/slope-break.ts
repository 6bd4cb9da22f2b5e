/** The bend of a series that matters most, in what was observed before, at and after it. */
import { mean } from '../statistics/mean.ts'
import { moments } from '../statistics/moments.ts'
import { medianSlope } from '../statistics/theil-sen-slope.ts'
import { windowOf } from './end-levels.ts'
import type { RegularSeries } from './series.ts'
import type { SeriesShape } from './shape.ts'

export type Move = 'rose' | 'fell' | 'held'

export interface SlopeBreak {
  /** Index at which the slope changes, and those of the bends (or ends) before and after. */
  readonly place: number
  readonly start: number
  readonly end: number
  /** Means of the observed values over `window` periods at the start, around the place, and at the end. */
  readonly from: number
  readonly at: number
  readonly to: number
  readonly window: number
  /** Mean of the observed values before the place, and from it on. */
  readonly before: number
  readonly after: number
  /** Sen's slope of the deseasonalised values on each side, in their unit a period. */
  readonly slopeBefore: number
  readonly slopeAfter: number
  readonly moveBefore: Move
  readonly moveAfter: Move
  /** The larger of the two movements in standard deviations of the values around the bent line. */
  readonly sizeInSd: number
  /** Bends of the series in all. */
  readonly bends: number
}

/** Movement below which a side stays where it is: in standard deviations, and as a share of the other side's. */
const leastInSd = 0.75
const leastOfOther = 0.2

/** Null where the series has no bends, or where what was observed shows none. O(n log n). */
export function largestBend(
  series: RegularSeries,
  seasonalPeriod: number | null,
  shape: SeriesShape | null,
): SlopeBreak | null {
  if (shape?.kind !== 'bends') return null
  const last = series.values.length - 1
  const sd = moments(shape.values.map((value, index) => value - (shape.fitted[index] ?? 0)))?.sd ?? 0
  const stops = [0, ...shape.places, last]
  const all = shape.places.flatMap((place, position) => {
    const found = bendAt(series, seasonalPeriod, shape, sd, stops[position] ?? 0, place, stops[position + 2] ?? last)
    return found === null ? [] : [found]
  })
  const [first, ...others] = all
  return first === undefined ? null : others.reduce((best, one) => (turning(one) > turning(best) ? one : best), first)
}

/** How far the series would be elsewhere, had it not bent. */
function turning({ slopeBefore, slopeAfter, start, place, end }: SlopeBreak): number {
  return Math.abs(slopeAfter - slopeBefore) * Math.min(place - start, end - place)
}

function bendAt(
  series: RegularSeries,
  seasonalPeriod: number | null,
  { values, places }: SeriesShape & { readonly kind: 'bends' },
  sd: number,
  start: number,
  place: number,
  end: number,
): SlopeBreak | null {
  const window = windowOf(series.unit, Math.min(place - start, end - place), seasonalPeriod, 5)
  const observed = (first: number, length: number): number => mean(series.values.subarray(first, first + length)) ?? 0
  const from = observed(start, window)
  const at = observed(Math.max(start, place - Math.floor(window / 2)), window)
  const to = observed(end + 1 - window, window)
  const slopeBefore = medianSlope(values.slice(start, place + 1)) ?? 0
  const slopeAfter = medianSlope(values.slice(place, end + 1)) ?? 0
  const [rise, riseAfter] = [at - from, to - at]
  const moveBefore = moveOf(rise, slopeBefore, sd, riseAfter)
  const moveAfter = moveOf(riseAfter, slopeAfter, sd, rise)
  if (moveBefore === null || moveAfter === null || (moveBefore === 'held' && moveAfter === 'held')) return null
  return {
    place,
    start,
    end,
    from,
    at,
    to,
    window,
    before: observed(start, place - start),
    after: observed(place, end + 1 - place),
    slopeBefore,
    slopeAfter,
    moveBefore,
    moveAfter,
    sizeInSd: Math.max(Math.abs(rise), Math.abs(riseAfter)) / Math.max(sd, Number.MIN_VALUE),
    bends: places.length,
  }
}

/** Null where the slope goes one way and what was observed the other. */
function moveOf(rise: number, slope: number, sd: number, other: number): Move | null {
  if (Math.abs(rise) < Math.max(leastInSd * sd, leastOfOther * Math.abs(other))) return 'held'
  return rise * slope <= 0 ? null : rise > 0 ? 'rose' : 'fell'
}
