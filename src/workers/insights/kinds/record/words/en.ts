import { theGrain, theGrains } from '../../../words/shared/en-parts.ts'

export const en = {
  lookedAt: 'the highest and the lowest period',
  headline: '{subject} peaked {when}',
  claim: [
    '{subject} ranged from {low} {whenLow} to {high} {when}{base}',
    '{subject} peaked at {high} {when} and was lowest at {low} {whenLow}{base}',
  ],
  inPeriods: 'in {periods}',
  mean: `the average over all ${theGrains} is {mean}`,
  picture: {
    shows: `Line chart of {subject} with its highest and lowest ${theGrain} marked`,
  },
} as const
