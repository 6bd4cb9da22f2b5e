/** Namen der Fassungen einer Story, nach dem, was zu ihrer Quelle gesagt wurde. Mehrere verbindet ein Punkt. */
export const versions = {
  asRead: 'Wie gelesen',
  only: 'Nur {what}',
  goesWith: 'Was mit {column} einhergeht',
  compared: '{first} und {second} verglichen',
  group: 'Gruppe',
  period: 'Zeitraum',
  without: 'Ohne {count, plural, =0 {{columns}} other {# Spalten}}',
  corrected: '{count, plural, =0 {{columns}} other {# Spalten}} berichtigt',
  withoutTotals: 'Summen beiseitegestellt',
  population: 'Grundgesamtheit',
  sample: 'Stichprobe',
  independent: 'Zeilen unabhängig',
  rowsOf: 'Zeilen je {column}',
  assigned: '{column} zugeteilt',
  readOtherwise: 'Anders gelesen',
} as const
