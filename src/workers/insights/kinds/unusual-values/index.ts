/** Values far outside the usual range of their column. */
import { defineKind } from '../../kind.ts'
import { detectUnusualValues } from './detect.ts'
import { drawUnusualValues } from './draw.ts'
import { names } from './names.ts'
import { sayUnusualValues } from './say.ts'

export const unusualValues = defineKind({
  type: 'unusual_values',
  names,
  detectors: [detectUnusualValues],
  chapter: 'exceptions',
  soughtFor: null,
  large: null,
  say: sayUnusualValues,
  picture: { name: 'histogram', draw: drawUnusualValues },
  derivations: {},
  twins: null,
})
