/** Die Tabellen, die in einem Dokument gefunden wurden. */
export const documentTables = {
  copiedRows: '{rows, plural, one {# Zeile} other {# Zeilen}}, bereit zum Einfügen.',
  tableCopied: 'Tabelle kopiert',
  scope: '{size}, {pages}',
  scopeFound:
    '{size}, {pages}, {found, select, ruled {an gezogenen Linien erkannt} unruled {am Satz des Textes erkannt} other {im Dokument als Tabelle ausgezeichnet}}',
  columnNumber: 'Spalte {number}',
  firstRows:
    'Die ersten {shown, number} von {rows, plural, one {# Zeile} other {# Zeilen}}; Kopie, Datei und Story haben alle.',
  close: 'Schließen',
  copy: 'Kopieren',
  saveAsCsv: 'Als CSV speichern',
  tellItsStory: 'Story erzählen',
  rowsOfTheTable: 'Zeilen der Tabelle',
  noRowOfItWas: 'Keine Zeile war als Kopfzeile zu erkennen: Die Spalten sind nach ihrer Stelle benannt.',
  named: 'Tabelle: {name}',
  namedContinued: 'Tabelle, Fortsetzung: {name}',
  rowsOfSize: 'Zeilen von {name}, {size}',
  saveNamedAsCsv: '{name} als CSV speichern',
  copyNamed: '{name} kopieren',
  sizeAndPages: '{size}, {pages}',
  rowsOf: 'Zeilen von {name}',
  tables: 'Tabellen',
  rows: 'Zeilen',
} as const
