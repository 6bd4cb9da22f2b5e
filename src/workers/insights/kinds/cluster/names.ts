import type { Names } from '../../names.ts'

const center = (measure: string, size: string): string =>
  `mean of the ${measure} measure in the ${size} cluster; null without one`

export const names = {
  columns: ['every measure the clusters were found by'],
  values: {
    clusters: 'clusters: 2 to 4',
    share_a: 'part of the rows in the largest cluster',
    share_b: 'part of the rows in the next',
    share_c: 'the same of the third; null without one',
    share_d: 'the same of the fourth; null without one',
    first_a: center('first', 'largest'),
    first_b: center('first', 'next'),
    first_c: center('first', 'third'),
    first_d: center('first', 'fourth'),
    second_a: center('second', 'largest'),
    second_b: center('second', 'next'),
    second_c: center('second', 'third'),
    second_d: center('second', 'fourth'),
    third_a: center('third', 'largest'),
    third_b: center('third', 'next'),
    third_c: center('third', 'third'),
    third_d: center('third', 'fourth'),
    n: 'rows with a value in every measure (of the sample, when details.sampled)',
    p: 'test of two neighbouring clusters being one',
  },
  details: {
    first: 'name of the measure that tells the clusters apart best',
    second: 'name of the next',
    third: 'name of the third, or null where two tell them apart',
    sampled: 'true when computed on a deterministic sample of the rows',
  },
} as const satisfies Names
