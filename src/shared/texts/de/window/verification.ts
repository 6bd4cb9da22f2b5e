/** Das Nachrechnen der Zahlen einer Story. */
export const verification = {
  allRecomputed: 'Alle {numbers, number} Zahlen nachgerechnet',
  allEqual: 'Alle {numbers, number} Zahlen nachgerechnet; alle stimmen.',
  someFailed: '{failed, number} von {numbers, plural, one {# Zahl} other {# Zahlen}} ließen sich nicht nachrechnen.',
  mayHaveChanged:
    'Vielleicht wurden die gespeicherten Tabellen seither geändert oder beschädigt. Sicher ist es, die Story der Datei neu zu erzählen.',
  mismatch: '{name}: genannt {stated}, nachgerechnet {recomputed}.',
  recomputeEveryNumber: 'Jede Zahl nachrechnen',
} as const
