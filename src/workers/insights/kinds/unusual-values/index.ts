/** Values far outside the usual range of their column. */
import { defineKind } from '../../kind.ts'
import { detectUnusualValues } from './detect.ts'
import { drawUnusualValues } from './draw.ts'
import { names } from './names.ts'
import { sayUnusualValues } from './say.ts'
import { words } from './words/index.ts'

export const unusualValues = defineKind({
  type: 'unusual_values',
  names,
  detectors: [detectUnusualValues],
  chapter: 'exceptions',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayUnusualValues,
  claims: ({ details, direction }) => [
    direction === 'higher'
      ? { claim: 'above', greater: 'most_extreme', less: 'highest_usual' }
      : { claim: 'above', greater: 'lowest_usual', less: 'most_extreme' },
    { claim: 'observed', value: 'most_extreme', column: String(details.measure) },
    { claim: 'observed', value: 'highest_usual', column: String(details.measure) },
    { claim: 'observed', value: 'lowest_usual', column: String(details.measure) },
  ],
  picture: { name: 'histogram', draw: drawUnusualValues },
  derivations: {},
  twins: null,
})
