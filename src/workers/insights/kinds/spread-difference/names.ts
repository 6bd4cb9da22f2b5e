import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension', 'measure'],
  location: 'the group with the widest spread (details.best)',
  values: {
    best_sd: 'standard deviation of the group at `location`',
    best_n: 'rows of that group',
    best_mean: 'mean of that group',
    rest_sd: 'standard deviation within the other groups, pooled',
    worst_sd: 'standard deviation of the group at the other end (details.worst)',
    ratio: 'mean distance from the median in the group at `location` over that in the others',
    ratio_low: 'lower end of its 95 % interval (Bonett and Seier)',
    ratio_high: 'upper end of that interval',
    groups: 'groups compared',
    n: 'rows compared',
    p: 'test that the values of all groups lie as far from their median (Brown and Forsythe, with Welch)',
  },
  details: {
    dimension: 'name of the dimension',
    measure: 'name of the measure',
    best: 'the group at `location`',
    worst: 'the group with the narrowest',
  },
} as const satisfies Names
