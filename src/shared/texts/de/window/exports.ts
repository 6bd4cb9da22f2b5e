/** Was auf einen Export folgt. */
export const exports = {
  saved: {
    story: 'Story gespeichert',
    document: 'Dokument gespeichert',
    table: 'Tabelle gespeichert',
  },
  downloadStarted: 'Download begonnen',
} as const
