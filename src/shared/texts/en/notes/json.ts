/** What is wrong with JSON, at a place that is named beside it. */
export const json = {
  commaBetweenValues: 'a comma is missing between two values',
  commaBetweenRecords: 'a comma is missing between two records',
  endsInValue: 'the file ends in the middle of a value',
  endsInRecord: 'the file ends in the middle of a record',
  endsInList: 'the file ends before its list of records is closed',
  nameMissing: 'a name in double quotes, or a closing bracket, is missing',
  colonMissing: 'a colon is missing behind a name',
  valueMissing: 'a value is missing, or a text stands without its double quotes',
  bracketMismatch: 'a bracket closes what another opened',
  tooDeep: 'lists and objects are nested more than {most, number} deep',
  tooManyNames: 'more than {most, number} different names are used',
} as const
