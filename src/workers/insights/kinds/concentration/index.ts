/** A few categories that hold most. */
import { concentrationNumbers } from '../../../analysis/derive/categories.ts'
import { defineKind } from '../../kind.ts'
import { sameColumns } from '../../superseding.ts'
import { detectConcentration } from './detect.ts'
import { drawConcentration } from './draw.ts'
import { names } from './names.ts'
import { sayConcentration } from './say.ts'
import { words } from './words/index.ts'

export const concentration = defineKind({
  type: 'concentration',
  names,
  detectors: [detectConcentration],
  chapter: 'picture',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayConcentration,
  picture: { name: 'share', draw: drawConcentration },
  derivations: { concentration: concentrationNumbers },
  twins: null,
  superseded: {
    // One dominant category says more than that categories are unequal.
    inClass: (own, other) => other.statement.type === 'dominance' && sameColumns(own, other),
  },
})
