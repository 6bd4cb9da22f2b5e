import { agreeing } from '../../../words/shared/en-parts.ts'

export const en = {
  lookedAt: 'a column of several kinds of values',
  headline: `{column} ${agreeing('column', 'is', 'are')} of mixed types`,
  claim: `{column} ${agreeing('column', 'is', 'are')} of mixed types: {count} of {n, plural, one {# value} other {# values}}{share} {count, plural, one {is} other {are}} not {kind, select, number {numbers} date {dates} time {times} other {yes or no}}, unlike the rest{examples}`,
  examples: ', such as {examples}',
  leftEmpty: 'they are left empty in what is computed',
  allText: 'the whole column is read as text, so nothing is computed from its numbers',
} as const
