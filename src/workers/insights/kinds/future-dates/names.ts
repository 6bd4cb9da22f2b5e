import type { Names } from '../../names.ts'

export const names = {
  columns: ['time'],
  location: 'the latest day (details.latest)',
  values: {
    rows: 'rows with a day later than the one on which the table was looked at (details.today)',
    share: 'rows divided by n',
    n: 'rows with a day',
  },
  details: {
    time: 'name of the column',
    grain: 'day',
    today: 'the day on which the table was looked at',
    latest: 'the latest day in the column',
  },
} as const satisfies Names
