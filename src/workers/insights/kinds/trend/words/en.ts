import { mayHaveRisen, theGrain } from '../../../words/shared/en-parts.ts'

const course =
  '{course, select, accelerating {, faster towards the end} levelling_off {, more and more slowly} other {}}'

export const en = {
  lookedAt: 'a rise or a fall over time',
  soughtFor: { none: 'no lasting rise or fall beyond doubt', some: 'lasting rise or fall' },
  headline: `{subject} ${mayHaveRisen} {span}`,
  claim: [
    `{subject} ${mayHaveRisen} {byHowMuch}, {span}${course}{size}`,
    `{span}, {subject} ${mayHaveRisen} {byHowMuch}${course}{size}`,
  ],
  byShare: 'by {share}, {levels}',
  levels: 'from {first} to {last}{aPeriod}',
  levelsOfEnds: 'from {first}{aPeriod} on average over the first {periods} to {last} over the last {window}',
  orSteps:
    '{steps, plural, one {a single step {when}, from {before} to {after} on average,} other {# steps, the largest {when}, from {before} to {after} on average,}} would describe it about as well',
  slope: `the typical step from one ${theGrain} to the next is {slope}`,
  slopeWithInterval: `the typical step from one ${theGrain} to the next is {slope} ({interval}: {low} to {high})`,
  picture: {
    shows: 'Line chart of {subject} with its fitted line',
    fitted: 'Fitted line',
  },
} as const
