import { values } from '../../../words/shared/en-parts.ts'

export const en = {
  lookedAt: 'how the first digits are spread',
  headline: "first digits of {measure} are not as Benford's law has them",
  claim: `{share} of ${values} of {measure} begin with {digit}, where Benford's law expects {expected} of amounts of so many sizes`,
  support:
    'the nine first digits are {deviation} off on average; thresholds, fixed prices and cut-off ranges do that as well as errors',
} as const
