/** A difference or correlation that turns round within the levels of a third column. */
import { heldDerivations } from '../../../analysis/derive/held.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { detectSimpsonReversal } from './detect.ts'
import { drawReversal } from './draw.ts'
import { names } from './names.ts'
import { sayReversal } from './say.ts'
import { words } from './words/index.ts'

const plainComparisons: ReadonlySet<string> = new Set([
  'group_difference',
  'rate_difference',
  'spread_difference',
  'outstanding',
  'correlation',
  'nonlinear_dependence',
  'association',
])

/** The plain comparison of the same two columns is only half of what the reversal tells. */
function tellsHalf({ table, statement, class: class_ }: Ranked, other: Ranked): boolean {
  if (class_ !== 'finding' || other.table !== table || other.statement.columns.length !== 2) return false
  return other.statement.columns.every((column) => statement.columns.slice(0, 2).includes(column))
}

export const simpsonReversal = defineKind({
  type: 'simpson_reversal',
  names,
  detectors: [detectSimpsonReversal],
  chapter: 'relationships',
  words,
  contrary: 'difference',
  soughtFor: (language) => words.in(language).soughtFor,
  large: null,
  say: sayReversal,
  picture: { name: 'reversal', draw: drawReversal },
  derivations: heldDerivations,
  twins: null,
  inferred: ['overall_low', 'overall_high', 'within_low', 'within_high', 'p'],
  supersedes: (own, other) => plainComparisons.has(other.statement.type) && tellsHalf(own, other),
})
