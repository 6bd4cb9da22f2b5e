export const en = {
  headline: 'some rows lack a value for {column}',
  claim: '{missing} of {rows}{share} {missing, plural, one {lacks} other {lack}} a value for {column}',
} as const
