import { mayHaveRisen } from '../../../words/shared/en-parts.ts'

const course = 'in {exception}, from {first} to {last}'

export const en = {
  lookedAt: 'what most of several things do, and which does otherwise',
  soughtFor: { none: 'no course that most of several things share', some: 'course that most of several things share' },
  headline: `{what} ${mayHaveRisen} in {all, select, true {every} other {nearly every}} {entity}`,
  claim: `{what} ${mayHaveRisen} in {all, select, true {all {siblings}} other {{members} of {siblings}}} {nouns} {span}{exceptions} ({size})`,
  oneSeries: 'series',
  severalSeries: 'series',
  exception: `, but {pattern, select, up {rose} down {fell} other {not surely}} ${course}`,
  exceptions: '{main}, nor as surely in {rest}',
  someOthers: 'some others',
  support: 'each of them has a trend of its own that is more than chance',
  picture: {
    average: 'average',
    subtitle: '{subject} of each {entity}; {base}',
    shows: 'Line chart of {subject} of each {entity}',
  },
} as const
