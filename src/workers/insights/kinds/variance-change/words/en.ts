import { theGrain } from '../../../words/shared/en-parts.ts'

const varied =
  '{subject} {strength, select, may {may have varied} other {varied}} {wider, select, true {more} other {less}} from {from} on'
const grow = '{strength, select, plain {grow} tends {tend to grow} other {may grow}} with its level'

export const en = {
  lookedAt: 'a change in how widely values swing',
  soughtFor: { none: 'no change of scatter', some: 'change of scatter' },
  scatter: {
    headline: varied,
    claim: `${varied}: the standard deviation around its course was {before} over the {periodsBefore} before and {after} over the {periodsAfter} from then on{base}`,
  },
  swings: {
    headline: `The swings of {subject} ${grow}`,
    claim: `The swings of {subject}{withinCycle, select, no {} other { within a ${theGrain}}} ${grow}: the standard deviation was {before} in the first {periods}, at an average of {levelBefore}, and {after} in the last {periods}, at an average of {levelAfter}{base}`,
  },
  ratio: 'one spread is {ratio} times the other',
} as const
