import type { Names } from '../../names.ts'

export const names = {
  columns: ['time'],
  location: 'first period of the longest gap (details.from)',
  values: {
    missing: 'periods without rows, in all',
    longest: 'periods of the longest gap',
    periods: 'periods from the first to the last with rows',
    n: 'rows in those periods',
  },
  details: {
    time: 'name of the time column',
    grain: 'hour, day, week, month, quarter or year',
    from: 'first period of the longest gap',
    to: 'last period of the longest gap',
  },
} as const satisfies Names
