/** Values that pile up on round numbers or on an end of their range. */
import { defineKind } from '../../kind.ts'
import { detectHeaping } from './detect.ts'
import { names } from './names.ts'
import { sayHeaping } from './say.ts'
import { words } from './words/index.ts'

export const heaping = defineKind({
  type: 'heaping',
  names,
  detectors: [detectHeaping],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayHeaping,
  claims: ({ details }) =>
    details.digits === null ? [] : [{ claim: 'above', greater: 'share', less: 'expected_share' }],
  picture: null,
  derivations: {},
  twins: null,
})
