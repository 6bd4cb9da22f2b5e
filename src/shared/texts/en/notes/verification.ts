/** Why a number of a story does not hold. Each follows the number, in small letters and without a full stop. */
export const verification = {
  otherValue: 'the data give another value',
  notOfEvidence: 'no value of the evidence equals it',
  noSuchQuery: 'there is no query {query, number}',
  notGiven: 'no query of the evidence gives it in a single row, and no function derives it',
  otherText: 'the text says “{written}” where “{recorded}” is recorded',
  noEvidence: 'the text cites evidence that is not there',
  otherCited: 'the text cites another value than its evidence holds',
  notRounded: '“{text}” does not round {value}',
  sentenceNowhere: 'the sentence stands in no paragraph of the story, so its numbers cannot be traced',
  uncovered: '“{run}” stands in the text without evidence: {beginning}',
  noStatement: 'the chart is of a statement that is not there',
  uncoveredOnChart: '“{token}” stands on the chart without evidence',
  markAdrift: 'the mark stands where neither the evidence nor the data of the chart has a value',
} as const
