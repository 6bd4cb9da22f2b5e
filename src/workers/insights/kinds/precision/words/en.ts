import { agreeing } from '../../../words/shared/en-parts.ts'

const share = '{share} of {n, plural, one {# value} other {# values}}'

export const en = {
  lookedAt: 'how finely values are written',
  steps: {
    headline: `{measure} ${agreeing('measure', 'comes', 'come')} in round steps`,
    claim: `${share} of {measure} are multiples of {step}: differences smaller than that are not in the data`,
  },
  headline: `{measure} ${agreeing('measure', 'is', 'are')} of two precisions`,
  claim: `{measure} ${agreeing('measure', 'is', 'are')} of two precisions: ${share} ({rows}) are {coarse}, the others have up to {fine}`,
  wholeNumbers: 'whole numbers',
  givenTo: 'given to {decimals} at most',
  decimals: '{n, plural, one {# decimal} other {# decimals}}',
  support: 'perhaps they come from two sources, or some were rounded',
} as const
