/** Columns that hardly tell rows apart. */
import { defineKind } from '../../kind.ts'
import { detectConstant } from './detect.ts'
import { names } from './names.ts'
import { sayConstant } from './say.ts'
import { words } from './words/index.ts'

export const constant = defineKind({
  type: 'constant',
  names,
  detectors: [detectConstant],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayConstant,
  picture: null,
  derivations: {},
  twins: null,
})
