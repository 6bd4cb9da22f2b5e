import { theGrain } from '../../../words/shared/en-parts.ts'

const cameOut =
  '{strength, select, may {may have come out} other {came out}} {side, select, above {above} other {below}}'

export const en = {
  lookedAt: 'the latest period against what was to be expected',
  soughtFor: {
    none: 'no last period out of what was to be expected',
    some: 'last period out of what was to be expected',
  },
  headline: `{subject} ${cameOut} expectation {when}`,
  claim: `the last ${theGrain} ${cameOut} what those before let one expect: {subject} was {value} {when}, against {expected} ({interval} {low} to {high}; {size})`,
  support: `that is {residual} {side, select, above {above} other {below}} the forecast, {z} times the usual error; whether it lasts the next ${theGrain} will show`,
  cut: 'the interval stops at zero, for none of the values is below it',
  picture: {
    shows: 'Line chart of {subject} with {period}, its last period, marked',
  },
} as const
