import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure', 'measure that follows from it'],
  values: {
    xi: "Chatterjee's ξ of the second on the first",
    rho: "Spearman's rank correlation",
    place: 'where the curve turns, bends or steps, in the unit of the first; null where it has no such place',
    low_mean: 'mean of the second in the lowest tenth of the first',
    middle_mean: 'the same in the tenth about `place`, or about the median where there is none',
    high_mean: 'the same in the highest tenth',
    n: 'rows with both values',
    p: 'test of no dependence (of a sample of the rows, where there are many)',
  },
  details: {
    first: 'name of the measure that tells the other',
    second: 'name of the measure that follows',
    form: '`peak`, `valley`, `threshold`, `plateau`, `step`, `levelling off`, `accelerating`, `straight`, or null where no simple form holds',
    sampled: 'true when tested on a deterministic sample of the rows',
    basis: '`rows`',
  },
} as const satisfies Names
