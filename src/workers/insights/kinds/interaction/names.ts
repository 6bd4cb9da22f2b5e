import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension compared, or first measure', 'dimension it depends on', 'measure'],
  location: 'the level or group named (details.level)',
  values: {
    own_here: 'mean of details.group in details.level; null of slopes',
    other_here: 'mean of all other groups there; null of slopes',
    own_elsewhere: 'mean of details.group in all other levels; null of slopes',
    other_elsewhere: 'mean of all other groups there; null of slopes',
    slope_here: 'of slopes: change of the measure for each one more of details.first, in details.level; else null',
    slope_elsewhere: 'the same in all other groups, each about its own means; else null',
    here_n: 'rows in details.level',
    difference: 'what holds here less what holds elsewhere: of differences of means, or of slopes',
    difference_low: 'lower end of its 95 % interval',
    difference_high: 'upper end of its 95 % interval',
    explained: 'part of the variance that the interaction accounts for, of what the two alone leave',
    levels: 'levels of details.second',
    n: 'rows compared',
    p: 'F test that effects merely add up, or that slopes are alike',
  },
  details: {
    form: 'means or slopes',
    first: 'name of the dimension compared, or of the measure that the other rises with',
    second: 'name of the dimension it depends on',
    measure: 'name of the measure',
    group: 'the group compared with all others; null of slopes',
    rest: 'the other group where there are two; else null',
    level: 'the level in which it is otherwise',
    other_level: 'the other level where there are two; else null',
  },
} as const satisfies Names
