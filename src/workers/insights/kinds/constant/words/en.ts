import { agreeing } from '../../../words/shared/en-parts.ts'

export const en = {
  lookedAt: 'a column that holds one value',
  headline: `{column} ${agreeing('column', 'is', 'are')} {all, select, true {always} other {nearly always}} {value}`,
  claimOfAll: `{column} ${agreeing('column', 'is', 'are')} {value} in all {rows} that have a value, which does not tell the rows apart`,
  claim: `{column} ${agreeing('column', 'is', 'are')} {value} in {top} of {rows} ({share}), which hardly tells the rows apart`,
} as const
