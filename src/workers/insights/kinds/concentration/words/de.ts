const werte = '{groups, plural, one {# Wert} other {# Werten}} von {dimension}'

export const de = {
  lookedAt: 'wie viel auf wie wenige entfällt',
  headline: {
    ofRows: 'wenige Werte von {dimension} halten die Hälfte aller Zeilen',
    ofMeasure: 'wenige Werte von {dimension} halten die Hälfte ({what})',
  },
  claim: [
    `{when}auf die ersten {top} von ${werte}{largest} {top, plural, one {entfällt} other {entfallen}} {share}: {whole}{rows}`,
    `{when}{share} entfallen auf {top} von ${werte}{largest}: {whole}{rows}`,
  ],
  when: '{when}: ',
  named: ': {largest}',
  support: 'der größte ist {best}; der Gini-Koeffizient der Summen beträgt {gini}',
} as const
