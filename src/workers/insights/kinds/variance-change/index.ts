/** A series that scatters more or less from a period on, or swings more the higher it is. */
import { varianceChangeNumbers } from '../../../analysis/derive/changes.ts'
import { defineKind } from '../../kind.ts'
import { detectVarianceChange } from './detect.ts'
import { drawVarianceChange } from './draw.ts'
import { names } from './names.ts'
import { sayVarianceChange } from './say.ts'
import { words } from './words/index.ts'

export const varianceChange = defineKind({
  type: 'variance_change',
  names,
  detectors: [detectVarianceChange],
  chapter: 'change',
  words,
  contrary: 'course',
  soughtFor: (language) => words.in(language).soughtFor,
  large: null,
  say: sayVarianceChange,
  claims: ({ direction }) => [
    direction === 'down'
      ? { claim: 'above', greater: 'sd_before', less: 'sd_after' }
      : { claim: 'above', greater: 'sd_after', less: 'sd_before' },
  ],
  picture: { name: 'series', draw: drawVarianceChange, seenIn: ['steps', 'bends', 'trend'] },
  derivations: { variance_change: varianceChangeNumbers },
  twins: 'course',
  inferred: ['p'],
})
