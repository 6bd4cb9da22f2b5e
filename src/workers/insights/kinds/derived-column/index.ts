/** A column that is made of others, or says the same as another. */
import { defineKind } from '../../kind.ts'
import { detectDerivedColumn } from './detect.ts'
import { names } from './names.ts'
import { sayDerivedColumn } from './say.ts'
import { words } from './words/index.ts'

export const derivedColumn = defineKind({
  type: 'derived_column',
  names,
  detectors: [detectDerivedColumn],
  chapter: 'relationships',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayDerivedColumn,
  picture: null,
  derivations: {},
  twins: null,
})
