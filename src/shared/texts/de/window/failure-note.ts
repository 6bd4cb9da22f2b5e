/** Was um den eigenen Satz eines Fehlers steht. */
export const failureNote = {
  technicalDetails: 'Technische Einzelheiten',
  code: 'Code',
  reason: 'Grund',
  detail: 'Einzelheit',
} as const
