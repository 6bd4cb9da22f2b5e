/** Gaps in a column that go with something else. */
import { defineKind } from '../../kind.ts'
import { detectMissingPattern } from './detect.ts'
import { names } from './names.ts'
import { sayMissingPattern } from './say.ts'
import { words } from './words/index.ts'

export const missingPattern = defineKind({
  type: 'missing_pattern',
  names,
  detectors: [detectMissingPattern],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayMissingPattern,
  claims: ({ details, direction }) => {
    if (details.form !== 'measure') return [{ claim: 'above', greater: 'part_share', less: 'rest_share' }]
    return direction === 'higher'
      ? [{ claim: 'above', greater: 'gap_mean', less: 'rest_mean' }]
      : [{ claim: 'above', greater: 'rest_mean', less: 'gap_mean' }]
  },
  picture: null,
  derivations: {},
  twins: null,
})
