/** Zu Dateien, die zusammen gepackt sind. */
export const archives = {
  leftOut: 'Aus dem Archiv weggelassen: {names}.',
  leftOutOfThese: 'Weggelassen: {names}.',
  onlyFirst:
    'Gelesen wurden nur die ersten {read, number} von {tables, number} Tabellen; wird eine Datei genannt, wird sie gelesen.',
  noTable: 'Darin war keine Tabelle zu lesen: {names}.',
} as const
