import { theGrain } from '../../../words/shared/en-parts.ts'

const everyCycle =
  '{cycle, select, day {day after day} week {week after week} year {year after year} other {cycle after cycle}}'

const stood = '{strength, select, plain {stood} tends {tended to stand} other {may stand}}'

export const en = {
  lookedAt: 'a pattern that comes back with the calendar',
  soughtFor: { none: 'no repeating season', some: 'repeating season' },
  headline: `{subject} {strength, select, plain {peaked} tends {tended to peak} other {may peak}} {peak} ${everyCycle}`,
  claim: [
    '{subject} {strength, select, plain {followed} tends {tended to follow} other {may follow}} {rhythm}: highest {peak}, at {high} on average, and lowest {trough}, at {low}{base}',
    `{subject} ${stood} highest {peak} ({high} on average) and lowest {trough} ({low}), ${everyCycle}{base}`,
  ],
  rhythm: `{cycle, select,
    day {a daily rhythm}
    week {a weekly rhythm}
    year {a yearly pattern}
    other {a pattern that repeats every {period}}}`,
  weekend: {
    headline: `{subject} ${stood} {higher, select, true {higher} other {lower}} at weekends week after week`,
    claim: `{subject} ${stood} {higher, select, true {higher} other {lower}} at weekends ({weekend} on average) than from Monday to Friday ({working}), week after week{base}`,
  },
  swings: {
    headline:
      '{subject} {strength, select, plain {rose and fell} tends {tended to rise and fall} other {may rise and fall}} about every {period}',
    claim:
      '{subject} {strength, select, plain {rose and fell} tends {tended to rise and fall} other {may rise and fall}} in a cycle of about {period}{base}',
    alike:
      'values {period} apart go together (autocorrelation {together}), those half as far apart are opposed ({opposed})',
    lengths:
      'about {cycles, plural, one {# cycle was} other {# cycles were}} seen; the length holds on average, and single cycles may be longer or shorter',
  },
  phase: {
    month: 'in {month}',
    early: 'in early {month}',
    mid: 'in mid-{month}',
    late: 'in late {month}',
    weekday: 'on {weekday}s',
    weekdayAt: 'on {weekday}s at {time}',
    time: 'at {time}',
    place: `in ${theGrain} {place} of the cycle`,
    named: 'in {name}',
  },
  called: {
    early: 'early {month}',
    mid: 'mid-{month}',
    late: 'late {month}',
  },
  strength:
    'the pattern accounts for {share} of the movement around the trend, seen over {cycles, plural, one {# full cycle} other {# full cycles}}',
  picture: {
    subtitle: 'Mean of {subject} by phase of the cycle. {series}',
    mean: 'mean',
    phase: 'Phase',
    interval: '{level} interval of the mean',
    swings: 'Line chart of {subject}, which rises and falls again and again',
    highest: '{phase}: {value}',
    shows: 'Line chart of the mean {subject} over one cycle, highest at {peak} and lowest at {trough}',
  },
} as const
