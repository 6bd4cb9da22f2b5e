/** Eine Datei auf dem Weg herein. */
export const incoming = {
  percent: '{percent}\u00a0%',
  receiving: 'Die Datei kommt an, {arrived}',
  dismissNamed: '{name} ausblenden',
  openingTheFile: 'Die Datei wird geöffnet',
  retry: 'Noch einmal',
  receivingBytes: 'Die Datei kommt an, {done} von {total}',
  backToTheStart: 'Zurück zum Anfang',
  stages: 'Schritte',
  cancel: 'Abbrechen',
  received: 'Angekommen',
  alreadyWorkedOn: 'An {name} wird schon gearbeitet',
} as const
