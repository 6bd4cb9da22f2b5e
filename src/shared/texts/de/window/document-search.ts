/** Die Suche in einem Dokument. */
export const documentSearch = {
  countSoFar: '{current, number} von bisher {total, number}',
  count: '{current, number} von {total, number}',
  searchInTheDocument: 'Im Dokument suchen',
  previousHit: 'Voriger Treffer',
  nextHit: 'Nächster Treffer',
  closeTheSearch: 'Suche schließen',
  notFoundSoFar: 'Bisher nicht gefunden',
  notFound: 'Nicht gefunden',
  typeWordsToLookFor: 'Eingegebene Wörter werden auf jeder Seite gesucht.',
  foundNowhere: 'Nirgends gefunden.',
  found: 'Gefunden',
} as const
