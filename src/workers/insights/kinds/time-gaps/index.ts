/** Periods without any rows. */
import { gapNumbers } from '../../../analysis/derive/gaps.ts'
import { defineKind } from '../../kind.ts'
import { detectTimeGaps } from './detect.ts'
import { drawTimeGaps } from './draw.ts'
import { names } from './names.ts'
import { sayTimeGaps } from './say.ts'
import { words } from './words/index.ts'

export const timeGaps = defineKind({
  type: 'time_gaps',
  names,
  detectors: [detectTimeGaps],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayTimeGaps,
  picture: { name: 'gaps', draw: drawTimeGaps },
  derivations: { time_gaps: gapNumbers },
  twins: null,
})
