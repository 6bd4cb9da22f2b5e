/** Two series that move together beyond what each does by itself. */
import { coMovementNumbers } from '../../../analysis/derive/co-movement.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { detectCoMovement } from './detect.ts'
import { names } from './names.ts'
import { sayCoMovement } from './say.ts'
import { words } from './words/index.ts'

/** That the changes of two measures go together at once is what their correlation says over a series. */
function saysAsCorrelation(own: Ranked, other: Ranked): boolean {
  const { details, columns } = own.statement
  const pair = columns.slice(1)
  return (
    other.statement.type === 'correlation' &&
    other.table === own.table &&
    details.measure === null &&
    details.steps === 0 &&
    pair.every((column) => other.statement.columns.includes(column))
  )
}

export const coMovement = defineKind({
  type: 'co_movement',
  names,
  detectors: [detectCoMovement],
  chapter: 'relationships',
  words,
  contrary: 'relation',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'correlation', least: 0.5 },
  say: sayCoMovement,
  claims: () => [{ claim: 'direction', value: 'correlation' }],
  picture: null,
  derivations: { co_movement: coMovementNumbers },
  twins: 'pair',
  inferred: ['p'],
  superseded: { inClass: saysAsCorrelation },
})
