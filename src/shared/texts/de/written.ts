/** Was in exportierten Dateien außer der Story oder dem Dokument selbst steht. */
export const written = {
  evidence: 'Belege',
  aboutEvidence: 'Jede Aussage mit den Abfragen, aus denen ihre Zahlen stammen. Jede Zahl im Text führt hierher.',
  told: 'Erzählt von Storyglass {version} am {day} aus {file} (SHA-256 {sha256}).',
  recomputed: '{matched, number} von {numbers, number} Zahlen wurden aus den Daten nachgerechnet und stimmten überein.',
  tableBehindChart: 'Die Tabelle hinter diesem Diagramm',
  asTable: '{title}, als Tabelle',
  moreRows: '{count, plural, one {# weitere Zeile ist nicht gezeigt.} other {# weitere Zeilen sind nicht gezeigt.}}',
  read: 'Gelesen von Storyglass aus {file} (SHA-256 {sha256}).',
  tables: 'Tabellen',
  tableOnPage: 'Tabelle auf Seite {page}',
  captioned: '{table}: {caption}',
  notRead: 'Nicht gelesen',
  text: 'Text',
  page: 'Seite {page}',
} as const
