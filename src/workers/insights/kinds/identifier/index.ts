/** Columns that only name the row. */
import { defineKind } from '../../kind.ts'
import { detectIdentifier } from './detect.ts'
import { names } from './names.ts'
import { sayIdentifier } from './say.ts'
import { words } from './words/index.ts'

export const identifier = defineKind({
  type: 'identifier',
  names,
  detectors: [detectIdentifier],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayIdentifier,
  picture: null,
  derivations: {},
  twins: null,
})
