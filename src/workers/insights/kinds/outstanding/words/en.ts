import { byDimension } from '../../../words/shared/en-parts.ts'

const byFar = '{byFar, select, true { by far} other {}}'

export const en = {
  lookedAt: 'a category far ahead of the next, or far behind',
  head: `{best} is the {first, select, true {most} other {least}} common {dimension}${byFar}`,
  headOfTotal: `${byDimension}{best} has the {first, select, true {largest} other {smallest}} {total}${byFar}`,
  claim: '{head}: {own}, {next}{base}',
  own: '{own} of {rows}',
  ownAndShare: '{own} of {whole} ({share})',
  aheadOf: '{ratio} times as {counts, select, true {many} other {much}} as the next, {runnerUp} with {next}',
  behind: 'while the next, {runnerUp}, has {ratio} times as {counts, select, true {many} other {much}}, {next}',
  support: '{dimension} has {groups, plural, one {# category} other {# categories}} in all',
} as const
