import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure', 'time (only where the unit changed at a date)'],
  location: 'the first row of the other unit in time; the factor where they are mixed',
  values: {
    factor: '10, 100 or 1,000',
    rows: 'values that are so many times as large as the others',
    share: 'rows divided by n',
    small_median: 'median of the others',
    large_median: 'median of the larger ones',
    n: 'rows with a positive value',
  },
  details: {
    measure: 'name of the measure',
    time: 'name of the time column where all larger values come after all others, or before; else null',
    from: 'date of the first of them; null where they are mixed',
    side: '`from` where the larger values come last, `until` where they come first; null where they are mixed',
    grain: 'day',
  },
} as const satisfies Names
