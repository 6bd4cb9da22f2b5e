/** A table of a story, column by column. */
export const tables = {
  types: {
    number: 'number',
    integer: 'whole number',
    date: 'date',
    timestamp: 'date and time',
    boolean: 'yes or no',
    category: 'category',
    text: 'text',
    identifier: 'identifier',
  },
  size: '{rows, plural, one {# row} other {# rows}}, {columns, plural, one {# column} other {# columns}}{dropped, plural, =0 {} other {; # left out, see below}}',
  columnsOf: 'Columns of {table}',
  example: '“{text}” in row {row, number}',
  unreadable:
    '{count, plural, one {# value} other {# values}} of {column} could not be read as {type} and {count, plural, one {counts} other {count}} as missing.',
  unreadableSuch:
    '{count, plural, one {# value} other {# values}} of {column} could not be read as {type} and {count, plural, one {counts} other {count}} as missing: {examples}.',
  column: 'Column',
  holds: 'Holds',
  missing: 'Missing',
  distinct: 'Distinct',
  shape: 'Shape',
  least: 'Least',
  median: 'Median',
  mean: 'Mean',
  most: 'Most',
  hideTheRows: 'Hide the rows',
  lookAtTheRows: 'Look at the rows',
  none: 'none',
  moreNotes: 'And {count, plural, one {# more note} other {# more notes}}.',
} as const
