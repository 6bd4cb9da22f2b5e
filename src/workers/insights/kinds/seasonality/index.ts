/** A series that repeats itself with the calendar. */
import { seasonNumbers } from '../../../analysis/derive/series.ts'
import { defineKind } from '../../kind.ts'
import { detectSeasonality, detectSeasonalityFine } from './detect.ts'
import { drawSeasonality } from './draw.ts'
import { names } from './names.ts'
import { saySeasonality } from './say.ts'

export const seasonality = defineKind({
  type: 'seasonality',
  names,
  detectors: [detectSeasonality, detectSeasonalityFine],
  chapter: 'change',
  soughtFor: 'repeating season',
  large: { value: 'strength', least: 0.6 },
  say: saySeasonality,
  picture: { name: 'season', draw: drawSeasonality },
  derivations: { seasonality: seasonNumbers },
  twins: 'course',
})
