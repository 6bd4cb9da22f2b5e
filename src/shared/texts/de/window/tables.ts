/** Eine Tabelle einer Story, Spalte für Spalte. */
export const tables = {
  types: {
    number: 'Zahl',
    integer: 'ganze Zahl',
    date: 'Datum',
    timestamp: 'Datum und Uhrzeit',
    boolean: 'Ja oder Nein',
    category: 'Kategorie',
    text: 'Text',
    identifier: 'Kennung',
  },
  size: '{rows, plural, one {# Zeile} other {# Zeilen}}, {columns, plural, one {# Spalte} other {# Spalten}}{dropped, plural, =0 {} other {; # weggelassen, siehe unten}}',
  columnsOf: 'Spalten von {table}',
  example: '„{text}“ in Zeile {row, number}',
  unreadable:
    '{column}: {count, plural, one {# Wert ließ} other {# Werte ließen}} sich nicht lesen (erwartet: {type}) und {count, plural, one {gilt} other {gelten}} als fehlend.',
  unreadableSuch:
    '{column}: {count, plural, one {# Wert ließ} other {# Werte ließen}} sich nicht lesen (erwartet: {type}) und {count, plural, one {gilt} other {gelten}} als fehlend: {examples}.',
  column: 'Spalte',
  holds: 'Enthält',
  missing: 'Fehlend',
  distinct: 'Verschiedene',
  shape: 'Form',
  least: 'Kleinster',
  median: 'Median',
  mean: 'Mittelwert',
  most: 'Größter',
  hideTheRows: 'Zeilen ausblenden',
  lookAtTheRows: 'Zeilen ansehen',
  none: 'keine',
  moreNotes: 'Und {count, plural, one {# weitere Anmerkung} other {# weitere Anmerkungen}}.',
} as const
