export const en = {
  headline: '{column} is of mixed types',
  claim:
    '{column} is of mixed types: {count} of {n, plural, one {# value} other {# values}}{share} {count, plural, one {is} other {are}} not {kind, select, number {numbers} date {dates} time {times} other {yes or no}}, unlike the rest{examples}',
  examples: ', such as {examples}',
  leftEmpty: 'they are left empty in what is computed',
  allText: 'the whole column is read as text, so nothing is computed from its numbers',
} as const
