/** How often something happens, where that differs between groups. */
import { keyedContrastNumbers } from '../../../analysis/derive/keyed-contrast.ts'
import { keyedRateNumbers, rateDifferenceNumbers } from '../../../analysis/derive/rates.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { detectRateDifference } from './detect.ts'
import { drawRateDifference } from './draw.ts'
import { names } from './names.ts'
import { sayRateDifference } from './say.ts'
import { words } from './words/index.ts'

/** Of two categories of which neither is called an outcome, the association says it in either direction. */
function isAssociationOfTheSame(own: Ranked, other: Ranked): boolean {
  return (
    other.statement.type === 'association' &&
    other.table === own.table &&
    own.statement.columns.every((column) => other.statement.columns.includes(column))
  )
}

export const rateDifference = defineKind({
  type: 'rate_difference',
  names,
  detectors: [detectRateDifference],
  chapter: 'differences',
  words,
  contrary: 'difference',
  soughtFor: (language) => words.in(language).soughtFor,
  large: null,
  say: sayRateDifference,
  claims: ({ direction }) => [
    direction === 'lower'
      ? { claim: 'above', greater: 'rest_rate', less: 'best_rate' }
      : { claim: 'above', greater: 'best_rate', less: 'rest_rate' },
    { claim: 'direction', value: 'difference' },
  ],
  picture: { name: 'rates', draw: drawRateDifference },
  derivations: {
    rate_difference: rateDifferenceNumbers,
    keyed_rate_difference: keyedRateNumbers,
    keyed_contrast: keyedContrastNumbers,
  },
  twins: 'columns',
  inferred: ['difference_low', 'difference_high', 'p'],
  ofRows: true,
  superseded: { inClass: isAssociationOfTheSame },
  compares: ({ details }, schema) => {
    const [dimension, outcome] = [details.dimension, details.outcome].map((name) =>
      schema.dimensions.find(({ column }) => column.name === name),
    )
    if (dimension === undefined || outcome === undefined) return null
    return { kind: 'rates', dimension, group: String(details.best), outcome, value: String(details.outcome_value) }
  },
})
