/** What changed from one period to another, and what accounts for it. */
import { moverNumbers } from '../../../analysis/derive/movers.ts'
import { periodChangeNumbers } from '../../../analysis/derive/period-change.ts'
import { setbackNumbers } from '../../../analysis/derive/setback.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { leastRank, sameColumns } from '../../superseding.ts'
import { detectChange } from './detect.ts'
import { drawChange } from './draw.ts'
import { names } from './names.ts'
import { sayChange } from './say.ts'
import { detectSetback } from './setback.ts'
import { words } from './words/index.ts'

/** How a series ran from its first period to its last says more than where it began and ended, if it went the same way. */
function saysAsCourse(own: Ranked, other: Ranked): boolean {
  const course = ['trend', 'level_shift', 'slope_break'].includes(other.statement.type)
  return (
    course &&
    other.class === 'finding' &&
    other.statement.subspace === undefined &&
    other.statement.direction === own.statement.direction &&
    other.score >= leastRank * own.score &&
    sameColumns(own, other)
  )
}

export const changeDecomposition = defineKind({
  type: 'change_decomposition',
  names,
  detectors: [detectChange, detectSetback],
  chapter: 'change',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayChange,
  claims: ({ direction, details: { form, measure } }) => [
    direction === 'down'
      ? { claim: 'above', greater: 'first', less: 'last' }
      : { claim: 'above', greater: 'last', less: 'first' },
    { claim: 'direction', value: 'change' },
    ...(form === 'average' || form === 'mover' || form === 'common_setback'
      ? (['first', 'last'] as const).map((value) => ({ claim: 'observed', value, column: String(measure) }) as const)
      : []),
  ],
  picture: { name: 'change', draw: drawChange },
  derivations: { period_change: periodChangeNumbers, mover: moverNumbers, setback: setbackNumbers },
  twins: 'extreme',
  opens: true,
  superseded: { inAny: saysAsCourse },
})
