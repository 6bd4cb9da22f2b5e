/** A step is there or not: how sure of it the test is does not make it a tendency. */
const rose = `{strength, select,
  may {{up, select, true {may have risen} other {may have fallen}}}
  other {{up, select, true {rose} other {fell}}}}`
const levels =
  'from {before}{aPeriod} on average over the {periodsBefore} before to {after} over the {periodsAfter} {stays, select, true {from then on} other {until the next step}}'

export const en = {
  lookedAt: 'a step from one level to another',
  soughtFor: { none: 'no lasting step', some: 'lasting step' },
  headline: '{subject} {strength, select, may {may have } other {}}stepped {up, select, true {up} other {down}} {when}',
  claim: [
    `{subject} ${rose} in a step {when}{byShare}, ${levels}{base}`,
    `{when}, {subject} ${rose} in a step{byShare}: ${levels}{base}`,
  ],
  byShare: ' by {share}',
  orTrend: 'a {up, select, true {rise} other {fall}} over the whole time would describe it about as well',
  neither: 'within either part it neither rises nor falls for long',
  largest: 'it is the largest of {shifts, plural, one {# such step} other {# such steps}}',
  picture: {
    shows: 'Line chart of {subject} with its levels before and after {period}',
    level: 'Mean level',
  },
} as const
