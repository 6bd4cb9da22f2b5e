/** What most of the things in a panel do over time, with its exceptions. */
import { commonTrendNumbers } from '../../../analysis/derive/common-trend.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { detectCommonPattern } from './detect.ts'
import { drawCommonPattern } from './draw.ts'
import { names } from './names.ts'
import { sayCommonPattern } from './say.ts'
import { words } from './words/index.ts'

/** The trend of one sibling that the pattern tells of already. */
function isOneOfThem({ table, statement, class: class_ }: Ranked, other: Ranked): boolean {
  const { type, subspace, columns, direction } = other.statement
  if (class_ !== 'finding' || other.table !== table || type !== 'trend' || subspace === undefined) return false
  return direction === statement.direction && columns.every((column) => statement.columns.includes(column))
}

export const commonPattern = defineKind({
  type: 'common_pattern',
  names,
  detectors: [detectCommonPattern],
  chapter: 'change',
  words,
  contrary: 'course',
  soughtFor: (language) => words.in(language).soughtFor,
  large: null,
  say: sayCommonPattern,
  claims: ({ details: { exception_pattern } }) =>
    exception_pattern === null
      ? []
      : [
          exception_pattern === 'up'
            ? { claim: 'above', greater: 'exception_last', less: 'exception_first' }
            : { claim: 'above', greater: 'exception_first', less: 'exception_last' },
        ],
  picture: { name: 'changes', draw: drawCommonPattern },
  derivations: { common_trend: commonTrendNumbers },
  twins: 'course',
  inferred: ['p'],
  supersedes: isOneOfThem,
})
