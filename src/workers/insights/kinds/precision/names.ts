import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure'],
  values: {
    coarse_rows: 'values with few decimals, or multiples of the step',
    coarse_share: 'coarse_rows divided by n',
    step: 'what nearly all values are multiples of; null where they are of two precisions',
    n: 'rows with a value',
  },
  details: {
    measure: 'name of the measure',
    coarse: 'decimals of the coarser values; null where all have one step',
    fine: 'decimals of the finer values; null where all have one step',
  },
} as const satisfies Names
