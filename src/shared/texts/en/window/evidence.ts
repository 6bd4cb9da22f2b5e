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
  derivation: 'This value is the {result} of {name} over {columns} of this query.',
  derivationWith: 'This value is the {result} of {name} over {columns} of this query, with {parameters}.',
  whereStatement: 'Where this statement comes from',
  whereNumber: 'Where this number comes from',
  statedAs: 'stated as {text}',
  ranking:
    'Statements are ranked by how much they cover, how large and how certain they are, and how little of them the rest already says. This one scored {score}.',
  interval: 'interval {low} to {high}',
  probability: 'p {p}',
  corrected: 'p {p}, corrected for everything tried: q {q}',
  queryNumber: 'Query {number}',
  theQueryItself: 'the query',
  firstRows: 'Only the first {rows, number} rows are shown.',
  closeTheEvidence: 'Close the evidence',
  everyValueBehindThisStatement: 'Every value behind this statement',
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
