/** Eine Frage zu den Tabellen einer Story und ihre Antwort. */
export const asking = {
  label: 'Nach der Tabelle fragen',
  placeholder: 'Frage: Umsatz nach Region, Top 5 Produkte, warum sanken die Bestellungen im März …',
  ask: 'Fragen',
  close: 'Antwort schließen',
  answering: 'Frage und Zeilen werden gelesen',
  answer: 'Antwort',
  amount: 'Was berechnet wird',
  by: 'Nach',
  order: 'Reihenfolge',
  highest: 'größte zuerst',
  lowest: 'kleinste zuerst',
  takeAway: 'Wegnehmen: {condition}',
  rows: 'Gefragte Zeilen',
  notUnderstood: 'nicht verstanden',
  leftOut: 'verstanden, aber nicht verwendet',
  exactly: '{text} ist genau {value}',
} as const
