/** The bend of a series that matters most, in what was observed before, at and after it. */
import { mean } from '../statistics/mean.ts'
import { moments } from '../statistics/moments.ts'
import { medianSlope } from '../statistics/theil-sen-slope.ts'
import { windowOf } from './end-levels.ts'
import type { RegularSeries } from './series.ts'
import type { Bends, SeriesShape } from './shape.ts'

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
  /** Bends of the series in all, those within one of its two parts left out. */
  readonly bends: number
}

/** Movement below which a side stays where it is: in standard deviations, and as a share of the other side's pace. */
const leastInSd = 0.75
const leastOfOther = 0.2
/** Part of the way from where it was to where it stayed that it may be short of at the bend. */
const mostAway = 0.5
/** A level part shorter than this share of the series, between two others, is a rounded corner of one of them. */
const shortPart = 0.12

/** The bends that describe a series best, or about as well as a curve does; null where none do. */
export function bendsOf(shape: SeriesShape | null): Bends | null {
  if (shape?.kind === 'course') return shape.orBend
  return shape?.kind === 'bends' ? shape : null
}

/** Null where the series has no bends, or where what was observed shows none. O(n log n). */
export function largestBend(
  series: RegularSeries,
  seasonalPeriod: number | null,
  described: SeriesShape | null,
): SlopeBreak | null {
  const shape = bendsOf(described)
  if (shape === null) return null
  const last = series.values.length - 1
  const sd = moments(shape.values.map((value, index) => value - (shape.fitted[index] ?? 0)))?.sd ?? 0
  const stops = [0, ...shape.places, last]
  const bend = (place: number, start: number, end: number): SlopeBreak | null =>
    bendAt(series, seasonalPeriod, shape, sd, start, place, end)
  const all = shape.places.flatMap((place, position) => {
    const found = bend(place, stops[position] ?? 0, stops[position + 2] ?? last)
    return found === null ? [] : [found]
  })
  const [first, ...others] = all
  if (first === undefined) return null
  const largest = others.reduce((best, one) => (turning(one) > turning(best) ? one : best), first)
  return withWholeParts(largest, stops, shape.fitted, bend)
}

/**
 * The same bend with the whole of what the series did before and after it: bends within one rise only change its pace,
 * and a short pause before a fall is the rounded top of what came before.
 */
function withWholeParts(
  found: SlopeBreak,
  stops: readonly number[],
  fitted: Float64Array,
  bend: (place: number, start: number, end: number) => SlopeBreak | null,
): SlopeBreak {
  const moveOfPart = (from: number, to: number): Move => ((fitted[to] ?? 0) >= (fitted[from] ?? 0) ? 'rose' : 'fell')
  let whole = found
  for (;;) {
    const { place, start, end, moveBefore, moveAfter } = whole
    // A change of pace alone would be lost in the mean pace of longer parts.
    if (moveBefore === moveAfter) return whole
    const earlier = stops[stops.indexOf(start) - 1]
    const later = stops[stops.indexOf(end) + 1]
    const isShort = (length: number): boolean => length < shortPart * fitted.length
    const joinsEarlier =
      earlier !== undefined &&
      (moveBefore === 'held' ? isShort(place - start) : moveOfPart(earlier, start) === moveBefore)
    const joinsLater =
      later !== undefined && (moveAfter === 'held' ? isShort(end - place) : moveOfPart(end, later) === moveAfter)
    if (!joinsEarlier && !joinsLater) return whole
    const next = bend(place, joinsEarlier ? earlier : start, joinsLater ? later : end)
    // A part that was level may turn out to be the end of one that moved as the other does: no turn is left then.
    if (next === null || next.moveBefore === next.moveAfter) return whole
    whole = { ...next, bends: whole.bends - Number(joinsEarlier) - Number(joinsLater) }
  }
}

/** How far the series would be elsewhere, had it not bent. */
function turning({ slopeBefore, slopeAfter, start, place, end }: SlopeBreak): number {
  return Math.abs(slopeAfter - slopeBefore) * Math.min(place - start, end - place)
}

function bendAt(
  series: RegularSeries,
  seasonalPeriod: number | null,
  { values, places }: Bends,
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
  const moveBefore = moveOf(rise, slopeBefore, sd, slopeAfter)
  const moveAfter = moveOf(riseAfter, slopeAfter, sd, slopeBefore)
  if (moveBefore === null || moveAfter === null || (moveBefore === 'held' && moveAfter === 'held')) return null
  const [before, after] = [observed(start, place - start), observed(place, end + 1 - place)]
  // It did not arrive where it is said to have stayed.
  if (moveAfter === 'held' && Math.abs(at - after) > mostAway * Math.abs(from - after)) return null
  return {
    place,
    start,
    end,
    from,
    at,
    to,
    window,
    before,
    after,
    slopeBefore,
    slopeAfter,
    moveBefore,
    moveAfter,
    sizeInSd: Math.max(Math.abs(rise), Math.abs(riseAfter)) / Math.max(sd, Number.MIN_VALUE),
    bends: places.length,
  }
}

/** Null where the slope goes one way and what was observed the other. */
function moveOf(rise: number, slope: number, sd: number, otherSlope: number): Move | null {
  if (Math.abs(rise) < leastInSd * sd || Math.abs(slope) < leastOfOther * Math.abs(otherSlope)) return 'held'
  return rise * slope <= 0 ? null : rise > 0 ? 'rose' : 'fell'
}
