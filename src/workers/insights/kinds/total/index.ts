/** The sum of a measure that can be summed. */
import { defineKind } from '../../kind.ts'
import { detectTotal } from './detect.ts'
import { names } from './names.ts'
import { sayTotal } from './say.ts'
import { words } from './words/index.ts'

export const total = defineKind({
  type: 'total',
  names,
  detectors: [detectTotal],
  chapter: 'picture',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayTotal,
  picture: null,
  derivations: {},
  twins: null,
})
