/** One category that holds at least half. */
import { drawShare } from '../../charts/share.ts'
import { defineKind } from '../../kind.ts'
import { detectDominance } from './detect.ts'
import { names } from './names.ts'
import { sayDominance } from './say.ts'
import { words } from './words/index.ts'

export const dominance = defineKind({
  type: 'dominance',
  names,
  detectors: [detectDominance],
  chapter: 'picture',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayDominance,
  claims: () => [{ claim: 'above', greater: 'share', less: 'runner_up_share' }],
  picture: { name: 'share', draw: drawShare },
  derivations: {},
  twins: null,
  likewise: 'total',
})
