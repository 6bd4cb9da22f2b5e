/** Two categories that go together. */
import { associationNumbers } from '../../../analysis/derive/categories.ts'
import { defineKind } from '../../kind.ts'
import { detectAssociation } from './detect.ts'
import { drawAssociation } from './draw.ts'
import { names } from './names.ts'
import { sayAssociation } from './say.ts'

export const association = defineKind({
  type: 'association',
  names,
  detectors: [detectAssociation],
  chapter: 'relationships',
  soughtFor: 'categories that go together',
  large: { value: 'cramers_v', least: 0.3 },
  say: sayAssociation,
  picture: { name: 'rates', draw: drawAssociation },
  derivations: { association: associationNumbers },
  twins: null,
})
