/** Columns that hold more than one kind of value. */
import { unreadableNumbers } from '../../../analysis/derive/unreadable.ts'
import { defineKind } from '../../kind.ts'
import { detectMixedTypes } from './detect.ts'
import { names } from './names.ts'
import { sayMixedTypes } from './say.ts'
import { words } from './words/index.ts'

export const mixedTypes = defineKind({
  type: 'mixed_types',
  names,
  detectors: [detectMixedTypes],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayMixedTypes,
  picture: null,
  derivations: { unreadable: unreadableNumbers },
  twins: null,
})
