/** From the pieces of a question to the question: what is asked decides what the rest is for. */
import type { Asked } from './asked.ts'
import { filtersOf } from './filters/index.ts'
import { groupsOf } from './groupings.ts'
import type { AskedQuestion } from './question.ts'
import type { Reading } from './reading.ts'
import { movedOf, whyOf } from './ways/changes.ts'
import { comparisonOf } from './ways/comparisons.ts'
import { countAsked, distributionOf, numberAsked, shareAsked } from './ways/numbers.ts'
import { ranked } from './ways/ranks.ts'
import { driversOf, relationOf } from './ways/relations.ts'
import { leftOver, rowsAsked } from './ways/rows.ts'

type Way = (asked: Asked) => AskedQuestion | null

/** In the order in which they are tried: the rarer and plainer words first. */
const ways: readonly Way[] = [
  whyOf,
  driversOf,
  relationOf,
  comparisonOf,
  movedOf,
  distributionOf,
  ranked,
  shareAsked,
  countAsked,
  rowsAsked,
  numberAsked,
  leftOver,
]

/** Null where nothing in it can be answered. */
export function compose(reading: Reading): AskedQuestion | null {
  const filters = filtersOf(reading)
  const groups = groupsOf(reading)
  for (const way of ways) {
    const question = way({ reading, filters, groups })
    if (question !== null) return question
  }
  return null
}
