import { agreeing } from '../../../words/shared/en-parts.ts'

const often = '{mostly, select, true {mostly} other {more often}}'
const higher = '{higher, select, true {higher} other {lower}}'

export const en = {
  lookedAt: 'where values are missing',
  category: {
    headline: `{column} ${agreeing('column', 'is', 'are')} missing ${often} where {other} is {category}`,
    claim: `{column} ${agreeing('column', 'is', 'are')} missing ${often} where {other} is {category}: in {share} of {rows}, against {rest} of all others ({all})`,
  },
  together: {
    headline: '{column} and {other} are often missing together',
    claim: `{column} and {other} are often missing together: {column} ${agreeing('column', 'is', 'are')} missing in {missing} of {rows} without {other}, and in {rest} of all others ({all})`,
  },
  same: {
    headline: '{list} are missing together',
    claim:
      '{list} {every, select, true {are missing in the same {together} of {all}} other {are missing together in {together} of the {any} rows that lack any of them ({all})}}',
  },
  mean: {
    headline: `{column} ${agreeing('column', 'is', 'are')} missing where average {other} ${agreeing('other', 'is', 'are')} ${higher}`,
    claim: `where {column} ${agreeing('column', 'is', 'are')} missing, average {other} ${agreeing('other', 'is', 'are')} ${higher}: {mean} in {rows}, against {rest} elsewhere ({all})`,
  },
  support:
    'what is said of a column with such gaps holds of the rows that have a value in it, which differ from the others',
} as const
