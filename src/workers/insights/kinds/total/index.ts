/** The sum of a measure that can be summed. */
import { defineKind } from '../../kind.ts'
import { detectTotal } from './detect.ts'
import { names } from './names.ts'
import { sayTotal } from './say.ts'

export const total = defineKind({
  type: 'total',
  names,
  detectors: [detectTotal],
  chapter: 'picture',
  soughtFor: null,
  large: null,
  say: sayTotal,
  picture: null,
  derivations: {},
  twins: null,
})
