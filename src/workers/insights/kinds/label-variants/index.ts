/** Labels in several spellings. */
import { defineKind } from '../../kind.ts'
import { detectLabelVariants } from './detect.ts'
import { names } from './names.ts'
import { sayLabelVariants } from './say.ts'
import { words } from './words/index.ts'

export const labelVariants = defineKind({
  type: 'label_variants',
  names,
  detectors: [detectLabelVariants],
  chapter: null,
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayLabelVariants,
  picture: null,
  derivations: {},
  twins: null,
})
