export const en = {
  headline: '{column} is {all, select, true {always} other {nearly always}} {value}',
  claimOfAll: '{column} is {value} in all {rows} that have a value, so it does not tell the rows apart',
  claim: '{column} is {value} in {top} of {rows} ({share}), so it hardly tells the rows apart',
} as const
