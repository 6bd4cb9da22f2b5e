/** The panel that says where a number comes from. */
export const evidence = {
  classes: {
    fact: {
      name: 'Fact',
      means: 'exact arithmetic over every row',
    },
    finding: {
      name: 'Finding',
      means: 'passed a test corrected for how many were tried',
    },
    lead: {
      name: 'Lead',
      means: 'may be chance; worth checking on other data',
    },
    quality: {
      name: 'Data quality',
      means: 'about the file rather than what it measures',
    },
  },
  /** Of a finding on rows that were declared to be the whole population. */
  whole: 'true of all these rows, which were declared to be the whole population',
  derivation: 'This value is the {result} of {name} over {columns} of this query.',
  derivationWith: 'This value is the {result} of {name} over {columns} of this query, with {parameters}.',
  whereStatement: 'Where this statement comes from',
  whereNumber: 'Where this number comes from',
  statedAs: 'stated as {text}',
  ranking:
    'Statements are ranked by how much they cover, how large and how certain they are, and how little of them the rest already says. This one scored {score}.',
  probability: 'p {p}',
  corrected: 'p {p}; corrected for everything tried in this file: q {q}',
  lookedAt: 'What was looked at',
  columns: '{count, plural, one {Column} other {Columns}}: {columns}',
  onlyWhere: 'only where {condition}',
  percentInterval: '95% interval {low} to {high}',
  howSure: 'How sure it is',
  ifItWereWrong: 'If it were wrong',
  /** `{count}` of `{of}`, such as 3 of 1,000. */
  chance: 'Chance alone would show one at least as clear in about {count, number} of {of, number} such tables.',
  chanceLess:
    'Chance alone would show one at least as clear in fewer than {count, number} of {of, number} such tables.',
  seeTheRows: 'See the rows',
  hideTheRows: 'Hide the rows',
  theRows: 'The rows it rests on',
  /** Values of the statement by their names in the query. */
  valuesOfTheQuery: 'All values that follow from it',
  queryNumber: 'Query {number}',
  theQueryItself: 'the query',
  firstRows: 'Only the first {rows, number} rows are shown.',
  closeTheEvidence: 'Close the evidence',
  empty: 'empty',
  whyThisIsInThe: 'Why this is in the story',
  kind: 'Kind',
  rowsItRestsOn: 'Rows it rests on',
  test: 'Test',
  theQuery: 'The query',
  whichQuery: 'Which query',
  whatItGives: 'What it gives',
  runningTheQuery: 'Running the query',
  rowsOfTheQuery: 'Rows of the query',
  copy: 'Copy {what}',
} as const
