/** Categories that are about equally common. */
import { evennessNumbers } from '../../../analysis/derive/evenness.ts'
import { defineKind } from '../../kind.ts'
import { detectEvenness } from './detect.ts'
import { drawEvenness } from './draw.ts'
import { names } from './names.ts'
import { sayEvenness } from './say.ts'
import { words } from './words/index.ts'

export const evenness = defineKind({
  type: 'evenness',
  names,
  detectors: [detectEvenness],
  chapter: 'picture',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayEvenness,
  picture: { name: 'share', draw: drawEvenness, seenIn: ['typical'] },
  derivations: { evenness: evennessNumbers },
  twins: null,
  inferred: ['equivalence_p'],
})
