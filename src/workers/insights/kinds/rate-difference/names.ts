import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension', 'outcome'],
  location: 'the group that differs most from the rest (details.best)',
  values: {
    best_rate: 'share of the group at `location` in which it happened',
    best_hits: 'rows of that group in which it happened',
    best_n: 'rows of that group',
    worst_rate: 'share in the group at the other end (details.worst)',
    rest_rate: 'share in all rows outside the group at `location`',
    rest_hits: 'rows outside in which it happened',
    rest_n: 'rows outside',
    overall_rate: 'share of all rows',
    difference: 'best_rate less rest_rate',
    difference_low: 'lower end of its interval (Newcombe), wider by the number of groups to choose from',
    difference_high: 'upper end of its interval',
    ratio: 'the larger of best_rate and rest_rate over the smaller; null where the smaller is none',
    groups: 'groups compared',
    n: 'rows compared',
    p: 'test of the group against the rest (score or exact), times the number of groups to choose from',
  },
  details: {
    dimension: 'name of the dimension',
    outcome: 'name of the column with two values',
    outcome_value: 'the value of it that is counted: "it happened"',
    best: 'the group at `location`',
    worst: 'the group at the other end',
    left_out: 'groups left out for having fewer than 5 rows',
  },
} as const satisfies Names
