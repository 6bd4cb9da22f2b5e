import type { Names } from '../../names.ts'

export const names = {
  columns: ['column'],
  location: 'the commonest category, or of two values the one that means "it happened"; absent for a measure',
  values: {
    middle: 'median of the measure; null for a dimension',
    lower: 'first quartile; null for a dimension',
    upper: 'third quartile; null for a dimension',
    share: 'part of the rows that hold the category at `location`; null for a measure',
    top: 'rows that hold it; null for a measure',
    groups: 'categories; null for a measure',
    highest: 'largest value of the measure; null for a dimension',
    lowest: 'smallest value of the measure; null for a dimension',
    n: 'rows with a value',
  },
  details: {
    measure: 'name of the measure, or null when the statement is about a dimension',
    dimension: 'name of the dimension, or null when the statement is about a measure',
    best: 'the category at `location`, or null',
    runner_up: 'the next category, or null',
    highest: 'name of the one row with the largest value, where rows have names; else null',
    lowest: 'name of the one row with the smallest value, likewise',
    outcome: 'whether the dimension has two values that tell how something ended',
  },
} as const satisfies Names
