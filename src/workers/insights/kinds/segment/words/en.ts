import { isOrMayBe } from '../../../words/shared/en-parts.ts'

const higher = `{subject} ${isOrMayBe} {higher, select, true {higher} other {lower}}`
const common = `{noun} ${isOrMayBe} {higher, select, true {more} other {less}} common`
const where = 'where {first} and {second}'

export const en = {
  lookedAt: 'a group that two conditions single out',
  soughtFor: { none: 'no group that two conditions single out', some: 'group that two conditions single out' },
  mean: {
    headline: `${higher} {roughly}`,
    claim: `${higher} ${where}: {own}, against {rest} in all other {rowPlural} ({ownRows})`,
  },
  rate: {
    headline: `${common} {roughly}`,
    claim: `${common} ${where}: {own}, against {others}`,
    told: {
      headline: '{rowPlural} {verb} {higher, select, true {more} other {less}} often {roughly}',
      claim: `${where}, {own} {verb}, against {others}`,
    },
    own: '{hits} of {rows}',
    others: '{hits} of the other {rest}{overall}',
    overall: ' (overall {rate} of {n})',
    othersOfFew: '{hits} of the other {rest} (in all {n})',
  },
  /** Both conditions without a number. */
  roughly: 'where {first} is {firstLevel} and {second} {secondLevel}',
  level: '{level, select, low {low} high {high} other {middling}}',
  condition: {
    is: '{column} is {value}',
    below: '{column} is below {below}',
    from: '{column} is {from} or more',
    between: '{column} is from {from} to below {below}',
  },
  either:
    '{alone, select, true {neither condition tells it alone: } other {}}{rate, select, true {the share} other {it}} is {one} where only {first}, {other} where only {second} and {neither} where neither holds',
  confirmedEnds: " (the gap's {interval}: {low} to {high})",
  confirmed: 'it was found on one half of the rows and holds on the other: {own} against {rest}{ends}',
  picture: {
    shareOf: 'share of {outcome}',
    subtitle: '{subject} by whether the conditions hold; {base}',
    rows: 'Rows',
    only: 'only {condition}',
    neither: 'neither',
    shows: 'Dot plot of {subject}{intervals}, where both conditions hold, one or neither',
  },
} as const
