/** Was über die Tabellen eines Auftrags bekannt ist, bevor ihre Story erzählt ist. */
export const firstFacts = {
  heading: 'Schon bekannt',
  rows: '{rows, plural, one {# Zeile} other {# Zeilen}}',
  columns: '{columns, plural, one {# Spalte} other {# Spalten}}',
  roles: {
    measure: '{count, plural, one {# Messgröße} other {# Messgrößen}}',
    dimension: '{count, plural, one {# Gruppierung} other {# Gruppierungen}}',
    time: '{count, plural, one {# Zeitangabe} other {# Zeitangaben}}',
    identifier: '{count, plural, one {# Kennung} other {# Kennungen}}',
    text: '{count, plural, one {# Text} other {# Texte}}',
  },
  order: {
    series: 'Eine Zeile je Zeitpunkt.',
    panel: 'Eine Zeile je Zeitpunkt und {entity}.',
    events: 'Jede Zeile ist ein Ereignis.',
  },
  names: 'Spalten: {names}.',
  namesAndMore: 'Spalten: {names} und {more, number} weitere.',
  span: '{from} bis {to}',
  mostly: 'die Hälfte zwischen {from} und {to}, alle zwischen {least} und {most}',
  categories:
    '{distinct, plural, one {# Wert} other {# Werte}}, am häufigsten {value} ({count, number} von {n, number})',
  more: 'Und {count, plural, one {# weitere Tabelle} other {# weitere Tabellen}}.',
  stillLooking: 'Genau, über alle Zeilen gezählt. Was auffällt, wird noch gesucht.',
} as const
