/** Zu den Blättern einer Arbeitsmappe. Texte des Blattes stehen schon in Anführungszeichen. */
export const sheets = {
  missing: 'Das Blatt „{name}“ fehlt in der Datei.',
  nothingTabular: 'Im Blatt „{name}“ war nichts Tabellenartiges zu finden.',
  hidden: 'Dieses Blatt ist in der Arbeitsmappe ausgeblendet.',
  noHeader: 'Es war keine Kopfzeile zu finden; die Spalten sind nummeriert.',
  above: '{count, plural, one {# Zeile} other {# Zeilen}} über der Tabelle weggelassen: {text}.',
  totals: '{count, plural, one {# Summenzeile} other {# Summenzeilen}} am Ende weggelassen: {text}.',
  beside: 'Eine Bemerkung neben der Tabelle gehört nicht zu ihr: {text}.',
  remarks: '{count, plural, one {# Zeile} other {# Zeilen}} mit Bemerkungen am Ende weggelassen: {text}.',
  furtherDown:
    '{count, plural, one {# Zeile} other {# Zeilen}} weiter unten, in denen keine Tabelle zu finden war, weggelassen.',
  onlyFirst:
    'Gelesen wurden nur die ersten {count, number} Tabellen; wird ein Blatt dahinter genannt, wird es gelesen.',
  merged:
    'Verbundene Zellen gelten für jede Zeile, die sie überdecken: {count, plural, one {# Zelle ist} other {# Zellen sind}} gefüllt.',
  mergedAmounts:
    '{count, plural, one {# Zelle ist} other {# Zellen sind}} unter verbundenen Beträgen leer gelassen, damit jeder Betrag einmal zählt.',
  hiddenRows:
    '{count, plural, one {# Zeile ist} other {# Zeilen sind}} in der Arbeitsmappe ausgeblendet und trotzdem gelesen.',
  filteredRows:
    '{count, plural, one {# Zeile ist} other {# Zeilen sind}} in der Arbeitsmappe durch einen Filter ausgeblendet und trotzdem gelesen.',
  hiddenColumns:
    '{count, plural, one {Die Spalte {names} ist} other {Die Spalten {names} sind}} in der Arbeitsmappe ausgeblendet und trotzdem gelesen.',
  notCalculated:
    'In {names} {count, plural, one {hatte # Formel} other {hatten # Formeln}} kein gespeichertes Ergebnis in der Datei: Die Zellen sind als leer gelesen. Nach Öffnen und Speichern in einer Tabellenkalkulation sind sie berechnet.',
} as const
