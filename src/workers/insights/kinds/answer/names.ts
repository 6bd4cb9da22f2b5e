import type { Names } from '../../names.ts'

export const names = {
  columns: ['columns the question is about: the measure, the groups or the time, those of its conditions'],
  values: {
    value: 'the number asked for; of groups, periods and sides that of the first',
    second: 'that of the last of them; of a single number the same as value',
    groups: 'how many of them there are: 1 of a single number',
    n: 'rows the number rests on, all of them together',
    difference: 'of two sides: mean of the first less mean of the second, a row; else null',
    low: 'lower end of its 95 % interval, or null',
    high: 'upper end of it, or null',
    p: 'two-sided p of Welch’s t-test that the means are the same, or null',
  },
  details: {
    form: 'one, groups, course, rank, compare, moved, or apart: rows compared with all others',
    amount: 'rows, sum, mean, median, min, max, distinct or share',
    measure: 'name of the column that is summed up, or null',
    dimension: 'name of the column of the groups, or null',
    time: 'name of the time column, or null',
    grain: 'grain of the periods, or null',
    part: 'weekday, month, quarter or hour, where groups are parts of the calendar; else null',
    first: 'name of the first group, period or side, or null',
    last: 'name of the last of them, or null',
    filter: 'which rows, in words; null for all',
    share: 'of a share: what holds, in words; else null',
    order: 'highest or lowest: what comes first of a rank; else null',
    earlier: 'of a change: the period it starts from, or null',
    later: 'the period it leads to, or null',
  },
} as const satisfies Names
