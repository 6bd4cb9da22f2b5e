import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension or first measure', 'measure, outcome or second measure', 'control'],
  location: 'the group compared with all other rows (details.group); absent of correlations',
  values: {
    own: 'mean or share of the group, over all rows; null of correlations',
    other: 'mean or share of all other rows; null of correlations',
    overall: 'own less other, or the rank correlation, over all rows',
    overall_low: 'lower end of its 95 % interval',
    overall_high: 'upper end of its 95 % interval',
    within: 'the same within the levels of the control, weighted over them',
    within_low: 'lower end of its 95 % interval',
    within_high: 'upper end of its 95 % interval',
    levels: 'levels of the control with rows on both sides',
    against: 'levels in which the sign is not that over all rows',
    level_own: 'mean or share of the group in the level details.level; null of correlations',
    level_other: 'mean or share of the other rows there',
    n: 'rows compared',
    p: 'the larger p of the two effects',
  },
  details: {
    form: 'means, rates or ranks',
    first: 'name of the dimension, or of the first measure',
    second: 'name of the measure, the outcome or the second measure',
    control: 'name of the column held the same',
    binned: 'true where its levels are ranges of its values',
    group: 'the group compared; null of correlations',
    rest: 'the other group where there are two; else null',
    value: 'of rates, the value of the outcome whose share is compared; else null',
    level: 'a level in which the sign is turned round, the largest; null of ranges and correlations',
    sampled: 'true when computed on a deterministic sample of the rows',
  },
} as const satisfies Names
