/** A series that repeats itself with the calendar. */
import { seasonNumbers, swingNumbers } from '../../../analysis/derive/series.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { detectSeasonality, detectSeasonalityFine } from './detect.ts'
import { drawSeasonality } from './draw.ts'
import { names } from './names.ts'
import { saySeasonality } from './say.ts'
import { words } from './words/index.ts'

/** The season of one thing that is that of all together: highest and lowest at the same times. */
function isThatOfTheWhole({ table, statement }: Ranked, other: Ranked): boolean {
  const whole = other.statement
  if (other.table !== table || whole.type !== 'seasonality' || whole.subspace !== undefined) return false
  return (
    statement.subspace !== undefined &&
    (['measure', 'grain', 'cycle', 'peak', 'trough'] as const).every(
      (name) => statement.details[name] === whole.details[name],
    )
  )
}

export const seasonality = defineKind({
  type: 'seasonality',
  names,
  detectors: [detectSeasonality, detectSeasonalityFine],
  chapter: 'change',
  words,
  contrary: 'course',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'strength', least: 0.6 },
  say: saySeasonality,
  claims: ({ details }) =>
    details.cycle === 'swings'
      ? [{ claim: 'above', greater: 'strength', less: 'opposed' }]
      : [
          { claim: 'above', greater: 'peak_mean', less: 'trough_mean' },
          { claim: 'observed', value: 'peak_mean', column: String(details.measure) },
          { claim: 'observed', value: 'trough_mean', column: String(details.measure) },
        ],
  picture: { name: 'season', draw: drawSeasonality },
  derivations: { seasonality: seasonNumbers, swings: swingNumbers },
  twins: 'course',
  inferred: ['p'],
  likewise: 'season',
  superseded: { inClass: isThatOfTheWhole },
})
