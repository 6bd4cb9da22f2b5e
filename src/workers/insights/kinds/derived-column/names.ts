import type { Names } from '../../names.ts'

export const names = {
  columns: ['the column that follows', 'those it follows from'],
  values: {
    n: 'rows with all of these columns filled',
    fits: 'of these, the rows in which it follows, up to the rounding of the values; null of nearly equal columns',
    largest: 'largest difference in these rows, 0 where double precision alone makes it; null of nearly equal columns',
    factor: 'what is multiplied by, where it is not one; else null',
    offset: 'what is added after, where it is not zero; else null',
    parts: 'columns that are added up, columns with one divisor, or categories that are ranges; else null',
    low_end: 'of two categories that are ranges, the largest value of the lower one; else null',
    high_start: 'likewise the least value of the upper one; else null',
    pearson: "Pearson's correlation, of nearly equal columns; else null",
  },
  details: {
    form: 'sum, difference, product, quotient, linear, close, divisor or ranges',
    whole: 'name of the column that follows; of nearly equal columns and of those with one divisor, the first',
    first: 'what it follows from: the first column',
    second: 'the second column; null where there is one only',
    parts:
      'names of the columns that are added up, or of the categories that are ranges, lowest first, as a JSON list; else null',
    other_parts: 'another way to add it up, likewise; else null',
    word: 'what the columns are divided by, as their names say it; else null',
  },
} as const satisfies Names
