export const de = {
  subject: '{dimension} {rare}',
  headline: '{subject} ist selten',
  claim: '{subject} ist selten: {rare} von {rows} ({share}), alle übrigen sind {common}',
} as const
