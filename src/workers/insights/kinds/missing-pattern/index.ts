/** Gaps in a column that go with something else. */
import { defineKind } from '../../kind.ts'
import { detectMissingPattern } from './detect.ts'
import { names } from './names.ts'
import { sayMissingPattern } from './say.ts'

export const missingPattern = defineKind({
  type: 'missing_pattern',
  names,
  detectors: [detectMissingPattern],
  chapter: null,
  soughtFor: null,
  large: null,
  say: sayMissingPattern,
  picture: null,
  derivations: {},
  twins: null,
})
