import { agreeing } from '../../../words/shared/en-parts.ts'

const high = '{upper, select, true {high} other {low}}'
const above = '{upper, select, true {above} other {below}}'
const below = '{upper, select, true {below} other {above}}'

export const en = {
  lookedAt: 'values most of which lie at one end',
  headline: `{measure} ${agreeing('measure', 'has', 'have')} a long {upper, select, true {upper} other {lower}} tail`,
  claim: [
    `{measure} ${agreeing('measure', 'has', 'have')} a long tail of ${high} values: the mean, {mean}, lies well ${above} the median, {median}, and {share}{rows} lie ${below} the mean`,
    `a few ${high} values pull the mean of {measure} to {mean}, against a median of {median}: {share}{rows} lie ${below} it`,
  ],
  support: `{upper, select,
    true {the highest tenth of the values begins at {from}}
    other {the lowest tenth of the values ends at {from}}}`,
} as const
