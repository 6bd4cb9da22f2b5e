/** Names of the versions of a story, by what was told of its source. Several are joined by a dot. */
export const versions = {
  asRead: 'As it was read',
  only: 'Only {what}',
  goesWith: 'What goes with {column}',
  compared: '{first} and {second} compared',
  group: 'group',
  period: 'period',
  without: 'Without {count, plural, =0 {{columns}} other {# columns}}',
  corrected: '{count, plural, =0 {{columns}} other {# columns}} corrected',
  withoutTotals: 'Totals set aside',
  population: 'All there are',
  sample: 'A sample',
  independent: 'Rows independent',
  rowsOf: 'Rows by {column}',
  assigned: '{column} assigned',
  readOtherwise: 'Read otherwise',
} as const
