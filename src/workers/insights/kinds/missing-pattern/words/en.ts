const often = '{mostly, select, true {mostly} other {more often}}'
const higher = '{higher, select, true {higher} other {lower}}'

export const en = {
  category: {
    headline: `{column} is missing ${often} where {other} is {category}`,
    claim: `{column} is missing ${often} where {other} is {category}: in {share} of {rows}, against {rest} of all others ({all})`,
  },
  together: {
    headline: '{column} and {other} are often missing together',
    claim:
      '{column} and {other} are often missing together: {column} lacks in {missing} of {rows} without {other}, and in {rest} of all others ({all})',
  },
  mean: {
    headline: `{column} is missing where {other} is ${higher}`,
    claim: `where {column} is missing, {other} is ${higher}: {mean} on average in {rows}, against {rest} where it is there ({all})`,
  },
  support: 'what is said of {column} is then said of other rows than those that lack it',
} as const
