/** A measure that follows from another along a curve. */
import { nonlinearNumbers } from '../../../analysis/derive/nonlinear.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { drawCorrelation } from '../correlation/draw.ts'
import { detectNonlinearDependence } from './detect.ts'
import { names } from './names.ts'
import { sayNonlinearDependence } from './say.ts'
import { words } from './words/index.ts'

export const nonlinearDependence = defineKind({
  type: 'nonlinear_dependence',
  names,
  detectors: [detectNonlinearDependence],
  chapter: 'relationships',
  words,
  contrary: 'relation',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'xi', least: 0.3 },
  say: sayNonlinearDependence,
  picture: { name: 'scatter', draw: drawCorrelation },
  derivations: { nonlinear: nonlinearNumbers },
  twins: 'pair',
  inferred: ['p'],
  // A curve that turns is more than the rise or fall that is left of it in a correlation.
  supersedes: (own, other) =>
    own.class === 'finding' &&
    other.statement.type === 'correlation' &&
    ['peak', 'valley'].includes(String(own.statement.details.form)) &&
    samePair(own, other),
})

function samePair(own: Ranked, other: Ranked): boolean {
  return own.table === other.table && own.statement.columns.every((column) => other.statement.columns.includes(column))
}
