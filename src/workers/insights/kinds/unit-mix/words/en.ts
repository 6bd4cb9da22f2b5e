export const en = {
  lookedAt: 'values that seem to be in several units',
  headline: '{measure} looks as if written in two units',
  claim:
    '{measure} looks as if written in two units: {where}{count} of {n, plural, one {# value} other {# values}} are about {factor} times as large as the others (a median of {large} against {small})',
  from: 'from {date} on, ',
  until: 'until {date}, ',
  support: 'nothing else is said of {measure}, since both units together have no average, rise or fall',
} as const
