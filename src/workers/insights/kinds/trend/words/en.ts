import { theGrain } from '../../../words/shared/en-parts.ts'

const rose = `{up, select,
  true {{strength, select, plain {rose} tends {tended to rise} other {may have risen}}}
  other {{strength, select, plain {fell} tends {tended to fall} other {may have fallen}}}}`
const course =
  '{course, select, accelerating {, faster towards the end} levelling_off {, more and more slowly} other {}}'

export const en = {
  headline: `{subject} ${rose} {span}`,
  claim: [
    `{subject} ${rose} {byHowMuch}, {span}${course} ({size})`,
    `{span}, {subject} ${rose} {byHowMuch}${course} ({size})`,
  ],
  byShare: 'by {share}, {levels}',
  levels: 'from {first} to {last}{aPeriod}',
  levelsOfEnds: 'from {first}{aPeriod} on average over the first {periods} to {last} over the last {window}',
  slope: `the typical step from one ${theGrain} to the next is {slope}`,
  slopeWithInterval: `the typical step from one ${theGrain} to the next is {slope} ({interval}: {low} to {high})`,
} as const
