const values = '{share} of {n, plural, one {# value} other {# values}} of {measure}'
const end = '{end, select, lowest {lowest} other {highest}} there is'

export const en = {
  lookedAt: 'values that gather at round numbers',
  headline: 'values of {measure} pile up on round numbers',
  claim: `${values} end in {digits}, where {expected} would if no digit were preferred: many look rounded`,
  support: 'rounded values hide small differences and make steps where there are none',
  atEnd: {
    headline: `many values of {measure} are the ${end}`,
    claim: `${values} ({rows}) are {value}, the ${end}, and few lie close to it: the scale may be cut off there`,
    support: 'where a scale is cut off, averages and spreads come out too small',
  },
} as const
