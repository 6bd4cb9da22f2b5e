const share = '{share} of {n, plural, one {# value} other {# values}}'

export const en = {
  steps: {
    headline: '{measure} comes in round steps',
    claim: `${share} of {measure} are multiples of {step}: differences smaller than that are not in the data`,
  },
  headline: '{measure} is of two precisions',
  claim: `{measure} is of two precisions: ${share} ({rows}) are {coarse}, the others have up to {fine}`,
  wholeNumbers: 'whole numbers',
  givenTo: 'given to {decimals} at most',
  decimals: '{n, plural, one {# decimal} other {# decimals}}',
  support: 'perhaps they come from two sources, or some were rounded',
} as const
