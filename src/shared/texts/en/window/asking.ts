/** A question about the tables of a story, and its answer. */
export const asking = {
  label: 'Ask about the table',
  placeholder: 'Ask: revenue by region, top 5 products, why did orders fall in March …',
  ask: 'Ask',
  close: 'Close the answer',
  answering: 'Reading the question and the rows',
  answer: 'Answer',
  amount: 'What is computed',
  by: 'By',
  order: 'Order',
  highest: 'highest first',
  lowest: 'lowest first',
  takeAway: 'Take away: {condition}',
  rows: 'Rows asked for',
  notUnderstood: 'not understood',
  leftOut: 'understood, but put to no use',
  exactly: '{text} is exactly {value}',
} as const
