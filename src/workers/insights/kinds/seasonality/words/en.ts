import { theGrain } from '../../../words/shared/en-parts.ts'

const everyCycle =
  '{cycle, select, day {day after day} week {week after week} year {year after year} other {cycle after cycle}}'

export const en = {
  soughtFor: { none: 'no repeating season', some: 'repeating season' },
  headline: `{subject} {strength, select, plain {peaked} tends {tended to peak} other {may peak}} {peak} ${everyCycle}`,
  claim: [
    '{subject} {strength, select, plain {followed} tends {tended to follow} other {may follow}} {rhythm}: highest {peak} ({high} on average), lowest {trough} ({low}) ({base})',
    `{subject} {strength, select, plain {stood} tends {tended to stand} other {may stand}} highest {peak} ({high} on average) and lowest {trough} ({low}), ${everyCycle} ({base})`,
  ],
  rhythm: `{cycle, select,
    day {a daily rhythm}
    week {a weekly rhythm}
    year {a yearly pattern}
    other {a pattern that repeats every {period}}}`,
  phase: {
    weekday:
      '{day, select, Monday {on Mondays} Tuesday {on Tuesdays} Wednesday {on Wednesdays} Thursday {on Thursdays} Friday {on Fridays} Saturday {on Saturdays} other {on Sundays}}',
    time: 'at {time}',
    place: `in ${theGrain} {place} of the cycle`,
    month: `in {month, select,
      January {January} February {February} March {March} April {April} May {May} June {June} July {July}
      August {August} September {September} October {October} November {November} other {December}}`,
    nth: 'in the {name}',
    named: 'in {name}',
  },
  strength:
    'the pattern accounts for {share} of the movement around the trend, seen over {cycles, plural, one {# full cycle} other {# full cycles}}',
  picture: {
    subtitle: 'Mean of {subject} by phase of the cycle. {series}',
    phase: 'Phase',
    interval: '{level} interval of the mean',
    highest: '{phase}: {value}',
    shows: 'Line chart of the mean {subject} over one cycle, highest at {peak} and lowest at {trough}',
  },
} as const
