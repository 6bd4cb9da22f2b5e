/** Measures written in two units. */
import { defineKind } from '../../kind.ts'
import { detectUnitMix } from './detect.ts'
import { names } from './names.ts'
import { sayUnitMix } from './say.ts'
import { words } from './words/index.ts'

export const unitMix = defineKind({
  type: 'unit_mix',
  names,
  detectors: [detectUnitMix],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayUnitMix,
  claims: () => [{ claim: 'above', greater: 'large_median', less: 'small_median' }],
  picture: null,
  derivations: {},
  twins: null,
  // Averages, tails and changes of two units together are of nothing. What is missing, or how it is written, holds.
  supersedes: (own, other) =>
    other.class !== 'quality' &&
    own.table === other.table &&
    other.statement.columns.includes(own.statement.columns[0] ?? ''),
})
