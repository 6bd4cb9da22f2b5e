/** Zu Datenbanken, Webseiten und JSON-Dateien, die mehrere Tabellen enthalten oder keine offenkundige. */
export const databases = {
  onlyFirst: 'Gelesen wurden nur die ersten {count, number} Tabellen; wird eine genannt, wird sie gelesen.',
  onlyFirstOfPage: 'Gelesen wurden nur die ersten {count, number} Tabellen der Webseite.',
  views: 'Sichten werden nicht gelesen: {names}.',
  viewsAndOthers: 'Sichten werden nicht gelesen: {names} und andere.',
  virtualTables: 'Sichten und virtuelle Tabellen werden nicht gelesen: {names}.',
  virtualTablesAndOthers: 'Sichten und virtuelle Tabellen werden nicht gelesen: {names} und andere.',
  noObjects: 'Einträge, die keine Objekte sind, stehen in „{name}“.',
  badLines:
    '{count, plural, one {Eine Zeile ist kein JSON und} other {# Zeilen sind kein JSON und}} weggelassen; die erste ist Zeile {line} ({why}).',
  trailingCommas: 'Kommas vor einer schließenden Klammer, die es in JSON nicht gibt, sind übergangen.',
  repeatedKey:
    '„{name}“ steht {count, plural, one {einmal} other {#-mal}} doppelt im selben Datensatz; der letzte Eintrag zählt.',
  onePage:
    'In der Datei steht „{name}“: {total, number}; enthalten {count, plural, one {ist ein Datensatz} other {sind # Datensätze}}. Sie ist vielleicht nur eine von mehreren Seiten.',
} as const
