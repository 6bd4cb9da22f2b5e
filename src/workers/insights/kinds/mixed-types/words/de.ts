export const de = {
  lookedAt: 'eine Spalte mit mehreren Arten von Werten',
  headline: '{column} ist von gemischtem Typ',
  claim:
    '{column} ist von gemischtem Typ: {count, plural, other {#}} von {n, plural, one {# Wert} other {# Werten}}{share} {count, plural, one {ist} other {sind}} {kind, select, number {keine Zahl} date {kein Datum} time {keine Uhrzeit} other {kein Ja oder Nein}}, anders als die übrigen{examples}',
  examples: ', etwa {examples}',
  leftEmpty: 'in allem Berechneten bleiben sie leer',
  allText: 'die ganze Spalte ist als Text gelesen; aus ihren Zahlen wird nichts berechnet',
} as const
