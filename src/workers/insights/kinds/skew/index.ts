/** Measures with a long tail on one side. */
import { defineKind } from '../../kind.ts'
import { sameColumns } from '../../superseding.ts'
import { detectSkew } from './detect.ts'
import { names } from './names.ts'
import { saySkew } from './say.ts'
import { words } from './words/index.ts'

export const skew = defineKind({
  type: 'skew',
  names,
  detectors: [detectSkew],
  chapter: 'picture',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: saySkew,
  claims: ({ details }) => [
    details.tail === 'upper'
      ? { claim: 'above', greater: 'mean', less: 'median' }
      : { claim: 'above', greater: 'median', less: 'mean' },
    { claim: 'observed', value: 'tail_from', column: String(details.measure) },
  ],
  picture: null,
  derivations: {},
  twins: 'columns',
  superseded: {
    inAny: (own, other) => ['zero_inflation', 'multimodal'].includes(other.statement.type) && sameColumns(own, other),
  },
})
