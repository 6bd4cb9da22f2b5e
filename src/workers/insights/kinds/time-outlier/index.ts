/** Single periods far from what trend and season let one expect. */
import { outlierNumbers } from '../../../analysis/derive/series.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { sameColumns } from '../../superseding.ts'
import { detectTimeOutlier, detectTimeOutlierFine } from './detect.ts'
import { drawTimeOutlier } from './draw.ts'
import { names } from './names.ts'
import { sayTimeOutlier } from './say.ts'
import { words } from './words/index.ts'

const shownOfStart: Readonly<Record<string, number>> = { year: 4, month: 7, day: 10 }

/** One day out of line says more than that its month was. */
function isDayOf(own: Ranked, other: Ranked): boolean {
  const [day, month] = [other.statement, own.statement]
  if (day.type !== 'time_outlier' || other.table !== own.table) return false
  const shown = shownOfStart[String(month.details.grain)]
  return (
    shown !== undefined &&
    day.details.grain !== month.details.grain &&
    day.direction === month.direction &&
    sameColumns(own, other) &&
    String(day.location).length >= String(month.location).length &&
    String(day.location).slice(0, shown) === String(month.location).slice(0, shown)
  )
}

export const timeOutlier = defineKind({
  type: 'time_outlier',
  names,
  detectors: [detectTimeOutlier, detectTimeOutlierFine],
  chapter: 'exceptions',
  words,
  contrary: 'course',
  soughtFor: (language) => words.in(language).soughtFor,
  large: null,
  say: sayTimeOutlier,
  claims: ({ direction, details }) => [
    direction === 'down'
      ? { claim: 'above', greater: 'expected', less: 'value' }
      : { claim: 'above', greater: 'value', less: 'expected' },
    { claim: 'observed', value: 'value', column: String(details.measure) },
  ],
  picture: { name: 'outlier', draw: drawTimeOutlier },
  derivations: { time_outlier: outlierNumbers },
  twins: null,
  inferred: ['p'],
  superseded: { inClass: isDayOf },
})
