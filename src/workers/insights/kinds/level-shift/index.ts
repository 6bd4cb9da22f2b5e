/** A series whose level changes at once, and stays changed. */
import { levelShiftNumbers } from '../../../analysis/derive/changes.ts'
import { defineKind } from '../../kind.ts'
import { detectLevelShift } from './detect.ts'
import { drawLevelShift } from './draw.ts'
import { names } from './names.ts'
import { sayLevelShift } from './say.ts'
import { words } from './words/index.ts'

export const levelShift = defineKind({
  type: 'level_shift',
  names,
  detectors: [detectLevelShift],
  chapter: 'change',
  words,
  contrary: 'course',
  soughtFor: (language) => words.in(language).soughtFor,
  large: null,
  say: sayLevelShift,
  claims: ({ direction, details }) => [
    direction === 'down'
      ? { claim: 'above', greater: 'level_before', less: 'level_after' }
      : { claim: 'above', greater: 'level_after', less: 'level_before' },
    { claim: 'direction', value: 'change' },
    { claim: 'observed', value: 'level_before', column: String(details.measure) },
    { claim: 'observed', value: 'level_after', column: String(details.measure) },
  ],
  picture: { name: 'steps', draw: drawLevelShift },
  derivations: { level_shift: levelShiftNumbers },
  twins: 'course',
  inferred: ['p'],
})
