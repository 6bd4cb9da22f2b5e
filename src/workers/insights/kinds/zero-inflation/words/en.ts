import { agreeing } from '../../../words/shared/en-parts.ts'

const others = 'half of the others lie between {lower} and {upper}'

export const en = {
  lookedAt: 'how many values are zero',
  headline: 'many values of {measure} are zero',
  claim: [
    `{measure} ${agreeing('measure', 'is', 'are')} zero in {share} of {n, plural, one {# value} other {# values}} ({zeros}), and ${others}`,
    `{share} of {n, plural, one {# value} other {# values}} of {measure} are zero ({zeros}), and ${others}`,
  ],
  support: 'where there is any, the median is {median}; an average over all rows mixes the two',
  picture: {
    zeros: '{zeros, plural, one {# zeros} other {# zeros}}',
  },
} as const
