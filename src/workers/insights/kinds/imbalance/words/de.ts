export const de = {
  lookedAt: 'eine Kategorie, die selten ist',
  subject: '{dimension} {rare}',
  headline: '{subject} ist selten',
  claim: '{subject} ist selten: {rare} von {rows} ({share}), alle übrigen sind {common}',
} as const
