/** Two measures that rise and fall together. */
import { correlationNumbers, keyedCorrelationNumbers } from '../../../analysis/derive/correlation.ts'
import { defineKind } from '../../kind.ts'
import { detectCorrelation } from './detect.ts'
import { drawCorrelation } from './draw.ts'
import { names } from './names.ts'
import { sayCorrelation } from './say.ts'
import { words } from './words/index.ts'

/** Series of one place and time move together in many pairs, of which the closest stand for all. */
const mostOfChanges = 4
/** One of them says that they do; a list of pairs is no opening. */
const mostOfChangesInOpening = 1

export const correlation = defineKind({
  type: 'correlation',
  names,
  detectors: [detectCorrelation],
  chapter: 'relationships',
  words,
  contrary: 'relation',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'rho', least: 0.5 },
  say: sayCorrelation,
  claims: () => [{ claim: 'direction', value: 'rho' }],
  picture: { name: 'scatter', draw: drawCorrelation },
  derivations: { correlation: correlationNumbers, keyed_correlation: keyedCorrelationNumbers },
  twins: 'pair',
  inferred: ['rho_low', 'rho_high', 'p'],
  ofRows: true,
  likewise: 'pair',
  mostTold: ({ details }) => (details.basis === 'changes' ? mostOfChanges : null),
  mostOfOpening: ({ details }) => (details.basis === 'changes' ? mostOfChangesInOpening : null),
  compares: ({ details, columns }, schema) => {
    const [first, second] = columns.map((name) => schema.measures.find(({ column }) => column.name === name))
    const alone = details.basis === 'rows' && first !== undefined && second !== undefined
    return alone ? { kind: 'ranks', first, second } : null
  },
})
