export const en = {
  lookedAt: 'a category that is rare',
  subject: '{dimension} {rare}',
  headline: '{subject} is rare',
  claim: '{subject} is rare: {rare} of {rows} ({share}), all others being {common}',
} as const
