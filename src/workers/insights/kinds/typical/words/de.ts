export const de = {
  lookedAt: 'was üblich ist',
  outcome: {
    headline: 'wie oft {noun} vorkommt',
    ofFew: '{count} von {rows}',
    of: '{share} von {rows}',
    did: '„{verb}“ gilt für {part}{after}',
    were: '„{state}“ gilt für {part}{after}',
    applies: '{noun} gilt für {part}{after}',
    is: '{dimension} ist {best} in {part}{after}',
  },
  middle: {
    headline: 'Mitte und Spanne von {measure}',
    claim: [
      '{measure} beträgt üblicherweise {middle}: Die Hälfte{rows} liegt zwischen {lower} und {upper}{ends}',
      'der mittlere Wert von {measure} ist {middle}, und die Hälfte{rows} liegt zwischen {lower} und {upper}{ends}',
    ],
    same: '{measure} beträgt üblicherweise {middle}: Mindestens die Hälfte{rows} hat genau diesen Wert{ends}',
    ends: {
      both: '; am höchsten {who} ({value}), am niedrigsten {other} ({least})',
      highest: '; am höchsten {who} ({value})',
      lowest: '; am niedrigsten {who} ({value})',
    },
  },
  commonest: {
    headline: 'häufigste Kategorie von {dimension} ist {best}',
    claim: 'häufigste Kategorie von {dimension} ist {best}, in {part}',
    is: '{dimension} ist am häufigsten {best}, in {part}',
    ofFew: '{count} von {rows}',
    of: '{share}{rows} ({count})',
    others: 'die übrigen sind {others}',
    categories: '{dimension} hat insgesamt {groups, plural, one {# Kategorie} other {# Kategorien}}',
  },
  picture: {
    median: 'Median {value}',
  },
} as const
