/** Measures with a spike at zero. */
import { defineKind } from '../../kind.ts'
import { detectZeroInflation } from './detect.ts'
import { drawZeroInflation } from './draw.ts'
import { names } from './names.ts'
import { sayZeroInflation } from './say.ts'
import { words } from './words/index.ts'

export const zeroInflation = defineKind({
  type: 'zero_inflation',
  names,
  detectors: [detectZeroInflation],
  chapter: 'picture',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayZeroInflation,
  claims: ({ details }) => [
    { claim: 'above', greater: 'others_upper', less: 'others_lower' },
    { claim: 'observed', value: 'others_upper', column: String(details.measure) },
  ],
  picture: { name: 'histogram', draw: drawZeroInflation },
  derivations: {},
  twins: 'columns',
})
