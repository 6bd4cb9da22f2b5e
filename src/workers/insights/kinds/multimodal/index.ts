/** Values that gather in several places. */
import { modeNumbers } from '../../../analysis/derive/shape.ts'
import { defineKind } from '../../kind.ts'
import { sameColumns } from '../../superseding.ts'
import { detectMultimodal } from './detect.ts'
import { drawMultimodal } from './draw.ts'
import { names } from './names.ts'
import { sayMultimodal } from './say.ts'
import { words } from './words/index.ts'

export const multimodal = defineKind({
  type: 'multimodal',
  names,
  detectors: [detectMultimodal],
  chapter: 'picture',
  words,
  contrary: 'shape',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'valley_depth', least: 0.5 },
  say: sayMultimodal,
  claims: ({ details }) => [
    { claim: 'above', greater: 'high_place', less: 'low_place' },
    { claim: 'observed', value: 'low_place', column: String(details.measure) },
    { claim: 'observed', value: 'high_place', column: String(details.measure) },
  ],
  picture: { name: 'histogram', draw: drawMultimodal },
  derivations: { modes: modeNumbers },
  twins: 'columns',
  inferred: ['p'],
  superseded: {
    // A spike at zero is one of two heaps, and better said so.
    inAny: (own, other) => other.statement.type === 'zero_inflation' && sameColumns(own, other),
  },
})
