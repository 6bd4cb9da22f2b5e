/** Was auf vielen Ansichten steht. */
export const common = {
  deleteNamed: '{title} löschen',
  tryAgain: 'Noch einmal versuchen',
  chooseFiles: 'Dateien wählen',
  retryNamed: '{name} noch einmal versuchen',
  cancelNamed: '{name} abbrechen',
  messages: 'Meldungen',
  dismiss: 'Ausblenden',
  clearTheSearch: 'Suche leeren',
} as const
