import { agreeing } from '../../../words/shared/en-parts.ts'

const varies =
  `{measure} {strength, select, plain {${agreeing('measure', 'varies', 'vary')}} tends {${agreeing('measure', 'tends', 'tend')} to vary} other {may vary}}` as const
const figures = 'a standard deviation of {own}, against {rest}'

export const en = {
  lookedAt: 'how widely values are spread, by group',
  soughtFor: { none: 'no difference in spread', some: 'difference in spread' },
  headline: `${varies} most where {dimension} is {best}`,
  claim: `${varies} most where {dimension} is {best}: ${figures} within the others ({ownRows})`,
  pair: {
    headline: `${varies} more where {dimension} is {best}`,
    claim: `${varies} more where {dimension} is {best}: ${figures} where it is {worst} ({ownRows})`,
  },
  ratio: 'on average its values lie {ratio} times as far from their median as those of the others{ends}',
  otherEnd: 'it varies least where {dimension} is {worst}, by {spread}',
  picture: {
    subject: 'standard deviation of {measure}',
  },
} as const
