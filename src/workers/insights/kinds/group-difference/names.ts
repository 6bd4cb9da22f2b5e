import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension', 'measure'],
  location: 'the group that differs most from the rest (details.best)',
  values: {
    best_mean: 'mean of the group at `location`: the highest when direction is higher, else the lowest',
    worst_mean: 'mean of the group at the other end (details.worst)',
    next_mean: 'mean of the group next to that at `location` (details.next); null with two groups',
    rest_mean: 'mean of all rows outside the group at `location`',
    overall_mean: 'mean of all rows',
    difference: 'best_mean less rest_mean',
    difference_low: 'lower end of its 95 % interval (Welch)',
    difference_high: 'upper end of its 95 % interval',
    groups: 'groups compared',
    best_n: 'rows in the group at `location`',
    n: 'rows compared',
    omega_squared:
      'part of the variance that the groups account for; of that within blocks, where they are compared there',
    hedges_g: 'difference in standard deviations',
    blocks: 'blocks within which the groups are compared; null where there are none',
    blocks_agreeing: 'blocks in which the named group differs from the others in the same direction; null likewise',
    p: 'test that all groups are alike',
  },
  details: {
    dimension: 'name of the dimension',
    measure: 'name of the measure',
    best: 'the group at `location`',
    worst: 'the group at the other end',
    within: 'names of the columns whose values are held the same, joined by "and"; null for none',
    next: 'the group next to that at `location`, or null with two groups',
    course:
      'rises or falls: where the groups are numbers, which way the means go from the lowest of them to the highest; else null',
    left_out: 'groups left out for having fewer than 5 rows',
  },
} as const satisfies Names
