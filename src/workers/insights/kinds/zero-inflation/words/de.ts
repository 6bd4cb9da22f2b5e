const uebrige = 'die Hälfte der übrigen liegt zwischen {lower} und {upper}'

export const de = {
  lookedAt: 'wie viele Werte null sind',
  headline: 'viele Werte von {measure} sind null',
  claim: [
    `{measure} ist null in {share} von {n, plural, one {# Wert} other {# Werten}} ({zeros}); ${uebrige}`,
    `{share} von {n, plural, one {# Wert} other {# Werten}} bei {measure} sind null ({zeros}); ${uebrige}`,
  ],
  support: 'wo etwas ist, beträgt der Median {median}; ein Durchschnitt über alle Zeilen vermischt beides',
  picture: {
    zeros: '{zeros, plural, one {# Null} other {# Nullen}}',
  },
} as const
