export const en = {
  lookedAt: 'values that are missing',
  headline: 'some rows lack a value for {column}',
  claim: '{missing} of {rows}{share} {missing, plural, one {lacks} other {lack}} a value for {column}',
  picture: {
    title: 'Where values are missing',
    subtitle: 'Share of {n, plural, one {# row} other {# rows}} without a value',
    subtitleOfMost:
      'Share of {n, plural, one {# row} other {# rows}} without a value, in the columns with the most gaps',
    column: 'Column',
    share: 'Share missing',
    shows: 'Bar chart of the share of missing values by column, most first',
  },
} as const
