/** First digits of amounts of many sizes. */
import { defineKind } from '../../kind.ts'
import { detectBenford } from './detect.ts'
import { names } from './names.ts'
import { sayBenford } from './say.ts'
import { words } from './words/index.ts'

export const benford = defineKind({
  type: 'benford',
  names,
  detectors: [detectBenford],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayBenford,
  claims: () => [{ claim: 'above', greater: 'digit_share', less: 'expected_share' }],
  picture: null,
  derivations: {},
  twins: null,
  superseded: {
    inClass: (own, other) =>
      other.statement.type === 'unit_mix' && other.statement.columns[0] === own.statement.columns[0],
  },
})
