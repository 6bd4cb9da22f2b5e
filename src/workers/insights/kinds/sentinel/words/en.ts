import { agreeing } from '../../../words/shared/en-parts.ts'

export const en = {
  lookedAt: 'a value that stands for “missing”',
  headline: `{column} ${agreeing('column', 'holds', 'hold')} a value that looks like a code for “missing”`,
  claim:
    '{count} of {n, plural, one {# value} other {# values}} of {column} are {code}, far from the next, {nearest}: probably a code for “missing”, and left out elsewhere',
  support: 'averages, ranges and relationships are those of the other values',
} as const
