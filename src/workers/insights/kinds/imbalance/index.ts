/** Two values of very unequal frequency. */
import { defineKind } from '../../kind.ts'
import { detectImbalance } from './detect.ts'
import { drawImbalance } from './draw.ts'
import { names } from './names.ts'
import { sayImbalance } from './say.ts'
import { words } from './words/index.ts'

export const imbalance = defineKind({
  type: 'imbalance',
  names,
  detectors: [detectImbalance],
  chapter: 'picture',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayImbalance,
  claims: () => [{ claim: 'above', greater: 'common', less: 'rare' }],
  picture: { name: 'share', draw: drawImbalance },
  derivations: {},
  twins: null,
})
