import { byDimension, isOrMayBe } from '../../../words/shared/en-parts.ts'

const more = '{higher, select, true {more} other {less}}'
const most = '{higher, select, true {most} other {least}}'

export const en = {
  lookedAt: 'how often something happens, by group',
  soughtFor: { none: 'no difference between rates', some: 'difference between rates' },
  claim: '{head}: {shares}{overall}',
  /** What was counted is said as it was; a verb that is hedged would speak of what was not. */
  told: {
    pair: `${byDimension}{best} {verb} ${more} often than {worst}`,
    several: `${byDimension}{best} {verb} ${most} often`,
  },
  common: {
    pair: `{noun} ${isOrMayBe} ${more} common where {dimension} is {best}`,
    several: `{noun} ${isOrMayBe} ${most} common where {dimension} is {best}`,
  },
  shares: '{own} of {rows}, against {others} of the other {rest}',
  sharesOfPair: '{own} of {rows}, against {others} of {rest} where it is {worst}',
  inAll: ' ({n} in all)',
  overall: ' (overall {rate} of {n})',
  gap: 'the gap is {gap}{ends}',
  gapAndRatio: 'the gap is {gap}{ends}, one share being {ratio} times the other',
  otherEnd: 'at the other end is {worst} with {rate}',
  picture: {
    subject: 'share of {outcome}',
  },
} as const
