/** Rows that repeat an earlier one in full. */
import { defineKind } from '../../kind.ts'
import { detectDuplicates } from './detect.ts'
import { names } from './names.ts'
import { sayDuplicates } from './say.ts'
import { words } from './words/index.ts'

export const duplicates = defineKind({
  type: 'duplicates',
  names,
  detectors: [detectDuplicates],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayDuplicates,
  picture: null,
  derivations: {},
  twins: null,
})
