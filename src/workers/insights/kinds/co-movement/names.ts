import type { Names } from '../../names.ts'

export const names = {
  columns: ['time', 'first measure', 'second measure; or, of things followed by one measure, their dimension'],
  location: 'the two things that move together, where one measure is followed for several; else absent',
  values: {
    correlation: 'of what is new in each series from one period to the next, at the lag where it is largest',
    lag: 'periods by which the follower comes after the leader; 0 for at once',
    periods: 'periods in which both have a value',
    n: 'rows in them',
    p: 'of so large a correlation at any lag of up to six periods',
  },
  details: {
    time: 'name of the time column',
    grain: 'hour, day, week, month, quarter or year',
    measure: 'the measure that is followed for several things; null where two measures are compared',
    leader: 'measure or thing that goes first, or the first of two that move at once',
    follower: 'the other one',
    dimension: 'name of the dimension the things belong to; null where two measures are compared',
    steps: 'periods between the two; 0 for at once',
    from: 'first period',
    to: 'last period',
  },
} as const satisfies Names
