export const en = {
  lookedAt: 'periods without any row',
  headline: 'there are no rows from {from} to {to}',
  claim: 'there are no rows for {longest} in a row, from {from} to {to}{others} ({rows} otherwise)',
  others: '; {missing} of {periods} have none in all',
  picture: {
    day: 'Day',
    subtitle: '{subject} each day, {from} to {to}, the darker the more; days without any are framed; {base}',
    shows: 'Calendar of the {subject} each day, with the longest gap filled in, from {from} to {to}',
  },
} as const
