export const en = {
  lookedAt: 'rows that stand more than once',
  headline: 'some rows are repeated in full',
  claim:
    '{duplicates} of {rows}{share} {duplicates, plural, one {repeats} other {repeat}} an earlier row in every column',
  support: 'they are counted as they stand; if they are copies, totals and counts are too high by them',
} as const
