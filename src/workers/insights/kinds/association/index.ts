/** Two categories that go together. */
import { associationNumbers } from '../../../analysis/derive/categories.ts'
import { keyedContrastNumbers } from '../../../analysis/derive/keyed-contrast.ts'
import { defineKind } from '../../kind.ts'
import { detectAssociation } from './detect.ts'
import { drawAssociation } from './draw.ts'
import { names } from './names.ts'
import { sayAssociation } from './say.ts'
import { words } from './words/index.ts'

export const association = defineKind({
  type: 'association',
  names,
  detectors: [detectAssociation],
  chapter: 'relationships',
  words,
  contrary: 'relation',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'cramers_v', least: 0.3 },
  say: sayAssociation,
  claims: ({ direction }) => [
    direction === 'lower'
      ? { claim: 'above', greater: 'overall_share', less: 'share' }
      : { claim: 'above', greater: 'share', less: 'overall_share' },
  ],
  picture: { name: 'rates', draw: drawAssociation },
  derivations: { association: associationNumbers, keyed_contrast: keyedContrastNumbers },
  twins: null,
  inferred: ['p'],
  ofRows: true,
  compares: ({ details }, schema) => {
    const [dimension, outcome] = [details.first, details.second].map((name) =>
      schema.dimensions.find(({ column }) => column.name === name),
    )
    if (dimension === undefined || outcome === undefined || outcome.column.distinct !== 2) return null
    return {
      kind: 'rates',
      dimension,
      group: String(details.first_value),
      outcome,
      value: String(details.second_value),
    }
  },
})
