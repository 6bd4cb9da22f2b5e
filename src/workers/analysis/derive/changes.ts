/** Where a series changes its level or its slope, from the rows of its period query. */
import { largestShift } from '../time/level-shift.ts'
import { seriesShape } from '../time/shape.ts'
import { bendsOf, largestBend } from '../time/slope-break.ts'
import { scatterChange, swingsWithLevel } from '../time/spread-change.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { changeShare, seasonOf, seriesOf, typicalSize } from './series.ts'

export function levelShiftNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const shape = seriesShape(series.values, seasonOf(parameters))
  const shift = largestShift(series, shape)
  if (shift === null || shape?.kind !== 'steps') throw new Error('This series has no step')
  return {
    level_before: shift.before,
    level_after: shift.after,
    change: shift.change,
    change_share: changeShare(shift.before, shift.after, typicalSize(series), parameters.true_zero !== false),
    change_in_sd: shift.sizeInSd,
    periods_before: shift.periodsBefore,
    periods_after: shift.periodsAfter,
    shifts: shift.shifts,
    trend_within_p: shift.trendWithin,
    periods: series.observed,
    n: series.rows,
    p: shape.p,
  }
}

export function slopeBreakNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const season = seasonOf(parameters)
  const shape = seriesShape(series.values, season)
  const bends = bendsOf(shape)
  const bend = largestBend(series, season, shape)
  if (bend === null || bends === null) throw new Error('This series has no bend')
  return {
    level_from: bend.from,
    level_at: bend.at,
    level_to: bend.to,
    mean_before: bend.before,
    mean_after: bend.after,
    slope_before: bend.slopeBefore,
    slope_after: bend.slopeAfter,
    window: bend.window,
    bends: bend.bends,
    periods: series.observed,
    n: series.rows,
    p: bends.p,
  }
}

/** Of the scatter from a period on; or, with a `cycle` of so many periods, of the swings within one. */
export function varianceChangeNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const shape = seriesShape(series.values, seasonOf(parameters))
  const cycle = typeof parameters.cycle === 'number' ? parameters.cycle : null
  const test = cycle !== null ? swingsWithLevel(series, cycle) : shape === null ? null : scatterChange(series, shape)
  if (test === null || test.change === null) throw new Error('The scatter of this series does not change')
  const { change, p } = test
  return {
    sd_before: change.before,
    sd_after: change.after,
    ratio: change.ratio >= 1 ? change.ratio : 1 / change.ratio,
    level_before: change.levelBefore,
    level_after: change.levelAfter,
    periods_before: change.periodsBefore,
    periods_after: change.periodsAfter,
    periods: series.observed,
    n: series.rows,
    p,
  }
}
