/** One category that stands out as the first or the last. */
import { standingNumbers } from '../../../analysis/derive/standing.ts'
import { drawShare } from '../../charts/share.ts'
import { defineKind } from '../../kind.ts'
import { sameColumns } from '../../superseding.ts'
import { detectOutstanding } from './detect.ts'
import { names } from './names.ts'
import { sayOutstanding } from './say.ts'
import { words } from './words/index.ts'

export const outstanding = defineKind({
  type: 'outstanding',
  names,
  detectors: [detectOutstanding],
  chapter: 'picture',
  words,
  contrary: null,
  soughtFor: null,
  large: null,
  say: sayOutstanding,
  claims: ({ direction }) => [
    direction === 'lower'
      ? { claim: 'above', greater: 'next_amount', less: 'amount' }
      : { claim: 'above', greater: 'amount', less: 'next_amount' },
    { claim: 'direction', value: 'gap' },
  ],
  picture: { name: 'share', draw: drawShare },
  derivations: { standing: standingNumbers },
  twins: 'columns',
  inferred: ['gap_low', 'gap_high'],
  superseded: {
    // A category that holds half of the whole is more than the first.
    inClass: (own, other) => other.statement.type === 'dominance' && sameColumns(own, other),
  },
})
