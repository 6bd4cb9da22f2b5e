import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure', 'measure'],
  values: {
    rho: "Spearman's rank correlation",
    rho_low: 'lower end of its 95 % interval',
    rho_high: 'upper end of its 95 % interval',
    pearson: "Pearson's correlation",
    n: 'rows with both values (of the sample, when details.sampled)',
    p: 'test of no association',
  },
  details: {
    first: 'name of the first measure',
    second: 'name of the second',
    sampled: 'true when computed on a deterministic sample of the rows',
    basis:
      "`rows`; `changes` when tested on the rows' changes from one to the next in time; `entities` when tested on the mean of each entity of a panel, n counting entities",
    entity: 'what an entity is, by column name, when basis is entities; else null',
  },
} as const satisfies Names
