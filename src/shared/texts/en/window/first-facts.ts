/** What is known of a job's tables before its story is told. */
export const firstFacts = {
  heading: 'Known already',
  rows: '{rows, plural, one {# row} other {# rows}}',
  columns: '{columns, plural, one {# column} other {# columns}}',
  roles: {
    measure: '{count, plural, one {# amount} other {# amounts}}',
    dimension: '{count, plural, one {# category} other {# categories}}',
    time: '{count, plural, one {# date} other {# dates}}',
    identifier: '{count, plural, one {# identifier} other {# identifiers}}',
    text: '{count, plural, one {# text} other {# texts}}',
  },
  order: {
    series: 'One row for each time.',
    panel: 'One row for each {entity} at each time.',
    events: 'Each row is an event.',
  },
  names: 'Columns: {names}.',
  namesAndMore: 'Columns: {names} and {more, number} more.',
  span: '{from} to {to}',
  mostly: 'half between {from} and {to}, all between {least} and {most}',
  categories: '{distinct, plural, one {# value} other {# values}}, most often {value} ({count, number} of {n, number})',
  more: 'And {count, plural, one {# more table} other {# more tables}}.',
  stillLooking: 'Exact, counted over all rows. What stands out is still being looked for.',
} as const
