export const en = {
  lookedAt: 'what the rows asked about come to',
  amount: {
    median: 'median {measure}',
    min: 'the lowest {measure}',
    max: 'the highest {measure}',
    distinct: 'the number of different {values}',
    share: 'the share of {rows} for which {condition}',
  },
  filter: ' where {condition}',
  one: '{subject}{filter} is {value}, over {rows}',
  count: '{subject}{filter} is {value}',
  groups:
    '{subject}{filter} is {value} for {first} and {second} for {last}, the first and last of {groups}, over {rows}',
  onlyGroup: '{subject}{filter} is {value} for {first}, the only group there is, over {rows}',
  course: '{subject}{filter} was {value} in {first} and {second} in {last}, {groups} periods over {rows}',
  onlyPeriod: '{subject}{filter} was {value} in {first}, the only period there is, over {rows}',
  rank: '{subject}{filter} is {order, select, lowest {lowest} other {highest}} for {first}, at {value}; {last} is the last of the {groups} shown, at {second}',
  onlyRank: '{subject}{filter} is {order, select, lowest {lowest} other {highest}} for {first}, at {value}',
  compare: '{subject}{filter} is {value} where {first} and {second} where {last}, over {rows}',
  apart: '{subject}{filter} is {value} where {first} and {second} in all other rows, over {rows}',
  moved:
    'from {earlier} to {later}, {subject}{filter} changed most {order, select, lowest {downwards} other {upwards}} for {first}, by {value}; {last} is the last of the {groups} shown, at {second}',
  onlyMoved:
    'from {earlier} to {later}, {subject}{filter} changed most {order, select, lowest {downwards} other {upwards}} for {first}, by {value}',
  perRow: 'the two differ by {difference} a row on average ({level} interval: {low} to {high})',
  headline: {
    one: '{subject}{filter}',
    groups: '{subject}{filter} by {by}',
    course: '{subject}{filter} over time',
    compare: '{subject}{filter}: {first} and {last}',
    apart: '{subject}{filter}: {first}, against all other rows',
    moved: 'change in {subject}{filter} by {by}',
  },
  calendar: { weekday: 'weekday', month: 'month of the year', quarter: 'quarter of the year', hour: 'hour of the day' },
  groupsOf: 'group',
} as const
