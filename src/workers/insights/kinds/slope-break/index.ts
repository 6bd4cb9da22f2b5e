/** A series that begins to rise or fall, stops, turns, or changes its pace. */
import { slopeBreakNumbers } from '../../../analysis/derive/changes.ts'
import { defineKind } from '../../kind.ts'
import { detectSlopeBreak } from './detect.ts'
import { drawSlopeBreak } from './draw.ts'
import { names } from './names.ts'
import { saySlopeBreak } from './say.ts'
import { words } from './words/index.ts'

export const slopeBreak = defineKind({
  type: 'slope_break',
  names,
  detectors: [detectSlopeBreak],
  chapter: 'change',
  words,
  contrary: 'course',
  soughtFor: (language) => words.in(language).soughtFor,
  large: null,
  say: saySlopeBreak,
  claims: ({ details }) =>
    (['level_from', 'level_at', 'level_to'] as const).map((value) => ({
      claim: 'observed',
      value,
      column: String(details.measure),
    })),
  picture: { name: 'bends', draw: drawSlopeBreak },
  derivations: { slope_break: slopeBreakNumbers },
  twins: 'course',
  inferred: ['p'],
})
