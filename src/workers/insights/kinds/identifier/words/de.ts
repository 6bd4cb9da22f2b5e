export const de = {
  lookedAt: 'eine Spalte, die ihre Zeilen benennt',
  headline: '{column} benennt die Zeilen',
  claim:
    '{column} hat {distinct, plural, one {# verschiedenen Wert} other {# verschiedene Werte}} in {rows}; es gilt als Name der Zeile und wird weder summiert noch verglichen',
} as const
