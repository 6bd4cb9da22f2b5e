export const de = {
  lookedAt: 'Zeilen, die mehrfach dastehen',
  headline: 'einige Zeilen kommen vollständig doppelt vor',
  claim:
    '{duplicates} von {rows}{share} {duplicates, plural, one {wiederholt} other {wiederholen}} eine frühere Zeile in jeder Spalte',
  support: 'sie sind gezählt, wie sie dastehen; sind es Kopien, so sind Summen und Anzahlen um sie zu hoch',
} as const
