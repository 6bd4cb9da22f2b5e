export const en = {
  lookedAt: 'what may come next if it goes on as before',
  headline: 'what to expect next of {subject}',
  claim: 'if it goes on as before, {subject} would be about {next} {when}{later}{size}',
  expected: '{value} ({interval} {low} to {high})',
  later: ' and {value} {when}',
  support:
    'made at {origins, plural, one {# earlier moment} other {# earlier moments}}, such forecasts erred by {error} of what repeating the last {season, select, true {season} other {value}} would have, and {coverage} of what came lay within an interval as wide',
  cut: 'the interval stops at zero, for none of the values is below it',
  picture: {
    expected: 'Expected',
    shows: 'Line chart of {subject} with what is expected until {period} and its {interval}',
  },
} as const
