/** A series whose level changes at once, and stays changed. */
import { levelShiftNumbers } from '../../../analysis/derive/changes.ts'
import { defineKind } from '../../kind.ts'
import { detectLevelShift } from './detect.ts'
import { drawLevelShift } from './draw.ts'
import { names } from './names.ts'
import { sayLevelShift } from './say.ts'

export const levelShift = defineKind({
  type: 'level_shift',
  names,
  detectors: [detectLevelShift],
  chapter: 'change',
  soughtFor: 'lasting step',
  large: null,
  say: sayLevelShift,
  picture: { name: 'steps', draw: drawLevelShift },
  derivations: { level_shift: levelShiftNumbers },
  twins: 'course',
})
