export const en = {
  headline: 'rows are missing from {from} on',
  claim: 'there are no rows for {longest} in a row, from {from} to {to}{others} ({rows} otherwise)',
  others: '; {missing} of {periods} have none in all',
} as const
