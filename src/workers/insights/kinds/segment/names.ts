import type { Names } from '../../names.ts'

export const names = {
  columns: ['first column of the condition', 'second column', 'measure or outcome'],
  values: {
    inside: 'mean of the measure, or share of the outcome, in the rows that meet both conditions',
    inside_n: 'rows that meet both',
    inside_hits: 'of an outcome, rows of them in which it happened; else null',
    rest: 'mean or share in all other rows',
    rest_n: 'rows that do not meet both',
    rest_hits: 'of an outcome, rows of them in which it happened; else null',
    first_only: 'mean or share where only the first condition is met',
    second_only: 'mean or share where only the second is met',
    neither: 'mean or share where neither is met',
    overall: 'mean or share of all rows',
    n: 'rows with a value in all three columns',
    first_from: 'least value of the first condition, where it is a range with one; else null',
    first_below: 'value it ends below; else null',
    second_from: 'likewise of the second condition',
    second_below: 'likewise',
    checked_inside: 'inside, of the rows that the search had not seen',
    checked_rest: 'rest, of these rows',
    checked_n: 'how many they are',
    difference: 'checked_inside less checked_rest',
    difference_low: 'lower end of its 95 % interval',
    difference_high: 'upper end',
    g: 'the difference in standard deviations (Hedges)',
    p: 'one-sided, of the rows that the search had not seen: away from the rest, from either condition, and from their sum',
  },
  details: {
    first: 'name of the first column',
    first_value: 'category of the first condition; null where it is a range',
    second: 'name of the second column',
    second_value: 'category of the second condition; null where it is a range',
    measure: 'name of the measure; null where a share is compared',
    outcome: 'name of the column with two values; null where a measure is compared',
    outcome_value: 'the value of it that is counted; else null',
    alone: 'true where rows that meet one condition only are much like those that meet neither',
  },
} as const satisfies Names

/** Values that come of the rows that the search had not seen. */
export const checkedNames = [
  'checked_inside',
  'checked_rest',
  'checked_n',
  'difference',
  'difference_low',
  'difference_high',
  'g',
  'p',
] as const
