export const en = {
  lookedAt: 'a category that holds most of the whole',
  headline: {
    ofRows: '{dimension} {best} accounts for {more, select, true {more than half} other {half}} of {whole}',
    ofMeasure: '{dimension} {best} accounts for {more, select, true {more than half} other {half}} of {whole}',
  },
  ofFewRows: '{own} of {rows} have {best} as {dimension}',
  byRows: [
    '{dimension} {best} accounts for {share}{rows} ({own}){next}',
    'by {dimension}, {share}{rows} are {best} ({own}){next}',
  ],
  byMeasure: [
    'rows with {dimension} {best} account for {share} of {whole} ({own} of {total}{rows}){next}',
    '{share} of {whole} comes from {rowPlural} with {dimension} {best} ({own} of {total}{rows}){next}',
  ],
  next: '; next is {runnerUp} with {share}',
  support: '{dimension} has {groups, plural, one {# category} other {# categories}} in all',
} as const
