const values = '{groups, plural, one {# value} other {# values}} of {dimension}'

export const en = {
  lookedAt: 'how few hold how much of the whole',
  headline: {
    ofRows: 'a few values of {dimension} hold half of {what}',
    ofMeasure: 'a few values of {dimension} hold half of {what}',
  },
  claim: [
    `{when}of ${values}, the top {top}{largest} {top, plural, one {holds} other {hold}} {share} of {whole}{rows}`,
    `{when}{share} of {whole} {counts, select, true {fall} other {falls}} to {top} of ${values}{named}{rows}`,
  ],
  when: '{when}, ',
  named: ': {largest}',
  support: '{best} is the largest; the Gini coefficient of the totals is {gini}',
} as const
