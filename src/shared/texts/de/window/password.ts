/** Frage nach dem Passwort eines Dokuments. */
export const password = {
  openNamed: '{name} mit Passwort öffnen',
  passwordOfTheDocument: 'Passwort der Datei',
  itIsUsedToOpen: 'Es dient nur dazu, diese Datei zu öffnen, und wird nirgends aufbewahrt.',
  thatPasswordDidNotOpen:
    'Dieses Passwort passt nicht. Bitte Groß- und Kleinschreibung prüfen und noch einmal versuchen.',
  showOrHideThePassword: 'Passwort zeigen oder verbergen',
  open: 'Öffnen',
} as const
